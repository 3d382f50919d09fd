// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/card.h"
#include "app/viewmodels/firmware_model.h"

class QLabel;
class QPushButton;

namespace gainstage {

class KeyValueRows;
class RefusalLine;

/// What the amp runs, and what can be done with it: keep it while it is on trial, go back to the one before.
class InstalledCard : public Card {
    Q_OBJECT
public:
    explicit InstalledCard(FirmwareModel &model, QWidget *parent = nullptr);

private:
    void showModel();
    void ask(bool asking);

    FirmwareModel &m_model;
    KeyValueRows *m_rows;
    QLabel *m_trial, *m_question;
    QPushButton *m_keep, *m_back, *m_sure, *m_stay;
    bool m_asking = false;
};

/// What to do when an amp does not come back.
class RecoveryCard : public Card {
    Q_OBJECT
public:
    explicit RecoveryCard(FirmwareModel &model, QWidget *parent = nullptr);
};

/// An update that was left in the middle: go on, or drop it.
class InterruptedCard : public Card {
    Q_OBJECT
public:
    explicit InterruptedCard(FirmwareModel &model, QWidget *parent = nullptr);

private:
    void showModel();

    FirmwareModel &m_model;
    QLabel *m_details;
    QPushButton *m_goOn, *m_drop;
};

} // namespace gainstage
