// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/card.h"
#include "app/viewmodels/firmware_model.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace gainstage {

class ItemList;

/// An update under way: every step, how far the upload is, and whether it can still be cancelled.
class FirmwareRunCard : public Card {
    Q_OBJECT
public:
    explicit FirmwareRunCard(FirmwareModel &model, QWidget *parent = nullptr);

private:
    void showModel();

    FirmwareModel &m_model;
    ItemList *m_steps;
    QProgressBar *m_bar;
    QLabel *m_percent, *m_figures, *m_away, *m_note;
    QPushButton *m_cancel;
};

} // namespace gainstage
