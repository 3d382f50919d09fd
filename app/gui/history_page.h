// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/page.h"
#include "app/viewmodels/history_model.h"

class QTableView;

namespace gainstage {

class Card;
class Notice;
class StateCard;

/// What changed on this amp, when, and by whom.
class HistoryPage : public Page {
    Q_OBJECT
public:
    explicit HistoryPage(HistoryModel &model, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showModel();

    HistoryModel &m_model;
    Notice *m_notice;
    StateCard *m_empty;
    Card *m_card;
    QTableView *m_table;
};

} // namespace gainstage
