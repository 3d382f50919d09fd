// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/page.h"
#include "app/viewmodels/presets_model.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace gainstage {

class Card;
class Notice;
class PresetDetails;
class PresetForm;
class PresetList;
class StateCard;

/// All presets, the selected one against the amp, and a form to save another.
class PresetsPage : public Page {
    Q_OBJECT
public:
    explicit PresetsPage(PresetsModel &model, QWidget *parent = nullptr);

    /// Opens the form, as the button does.
    void beginSaving();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showModel();
    void showMessage();
    void endSaving();
    void askImport();
    void importFile(const QString &path);
    Card *makeListCard();

    PresetsModel &m_model;
    Notice *m_notice;
    Card *m_listCard = nullptr;
    StateCard *m_empty;
    PresetList *m_list;
    PresetDetails *m_details;
    PresetForm *m_form;
    QPushButton *m_save;
    QLabel *m_unreadable;
    QBoxLayout *m_columns = nullptr;
    bool m_saving = false;
};

} // namespace gainstage
