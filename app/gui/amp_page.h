// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/page.h"
#include "app/viewmodels/amp_page_model.h"
#include "app/viewmodels/firmware_model.h"
#include "app/viewmodels/setup_model.h"

class QLabel;

namespace gainstage {

class BigLevelControl;
class Card;
class CardLayout;
class FilterPicture;
class Notice;
class StateCard;

/// The chosen amp: a card for each setting that it has, tailored where the role is known, general otherwise; meters; what it says of itself.
/// Made from the description alone.
class AmpPage : public Page {
    Q_OBJECT
public:
    AmpPage(AmpPageModel &model, SetupModel &setup, FirmwareModel &firmware, QWidget *parent = nullptr);

Q_SIGNALS:
    void firmwareWished(); ///< show its page

private:
    void rebuild();
    void showLink();
    bool showFirmware();
    void onNoticeActed();
    void addVolume();
    void addChoice(Role role);
    void addFilter();
    void addBalance();
    void addRest();
    void addSide();
    void addRow(Card &card, SettingModel &model, int stretch);
    SettingModel *take(Role role);
    void showMuted(BigLevelControl &control, QLabel &note);
    void showFilter(FilterPicture &picture, const SettingModel &model);

    AmpPageModel &m_model;
    SetupModel &m_setup;
    FirmwareModel &m_firmware;
    Notice *m_notice;
    StateCard *m_state;
    QWidget *m_strip = nullptr, *m_cards = nullptr;
    CardLayout *m_layout = nullptr;
    std::vector<SettingModel *> m_left; ///< settings without a control so far
};

} // namespace gainstage
