// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/card.h"
#include "app/viewmodels/meters_model.h"

namespace gainstage {

class MeterBar;

/// Level per channel and clipping. Asks for measurements only while it can be seen.
class MetersCard : public Card {
    Q_OBJECT
public:
    explicit MetersCard(MetersModel &model, const QLocale &locale, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showModel();

    MetersModel &m_model;
    QLabel *m_clip;
    std::vector<MeterBar *> m_bars;
};

} // namespace gainstage
