// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/card.h"
#include "app/viewmodels/amp_page_model.h"

class QGridLayout;
class QPushButton;

namespace gainstage {

class RefusalLine;

/// What the amp says of itself: input, jacks, temperature, supply, protection, firmware; and a button that makes it blink.
class InfoCard : public Card {
    Q_OBJECT
public:
    explicit InfoCard(AmpPageModel &model, QWidget *parent = nullptr);

private:
    void showModel();
    void makeRows(const std::vector<AmpPageModel::Row> &rows);

    AmpPageModel &m_model;
    QGridLayout *m_grid;
    QPushButton *m_identify;
    RefusalLine *m_refusal;
    std::vector<AmpPageModel::Row> m_rows;
};

} // namespace gainstage
