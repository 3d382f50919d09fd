// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/card.h"
#include "app/viewmodels/firmware_model.h"

class QLabel;
class QPushButton;

namespace gainstage {

class DropArea;
class ItemList;
class RefusalLine;
class ToggleSwitch;

/// The way from a file to an update: drop or choose it, see every check on it and what its maker says of it, install it.
class FirmwareFileCard : public Card {
    Q_OBJECT
public:
    explicit FirmwareFileCard(FirmwareModel &model, QWidget *parent = nullptr);

private:
    QWidget *makeChosen();
    QWidget *makeConsent();
    void showModel();
    void showChosen(const FirmwareModel::Chosen &chosen);
    void askFile();

    FirmwareModel &m_model;
    DropArea *m_drop;
    QLabel *m_checking;
    RefusalLine *m_problem;
    QPushButton *m_remove;
    QWidget *m_chosen = nullptr, *m_consent = nullptr;
    QLabel *m_name = nullptr, *m_versions = nullptr, *m_notesHead = nullptr, *m_notes = nullptr, *m_verdict = nullptr, *m_consentText = nullptr;
    ItemList *m_checks = nullptr;
    ToggleSwitch *m_agree = nullptr;
    QPushButton *m_install = nullptr, *m_other = nullptr;
    bool m_agreed = false;
};

} // namespace gainstage
