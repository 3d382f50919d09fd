// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/page.h"
#include "app/viewmodels/firmware_model.h"

class QBoxLayout;

namespace gainstage {

class FirmwareResultCard;
class FirmwareRunCard;
class InstalledCard;
class InterruptedCard;
class RecoveryCard;
class StateCard;

/// The firmware of the chosen amp: what runs, an update from a file, and how it went.
class FirmwarePage : public Page {
    Q_OBJECT
public:
    explicit FirmwarePage(FirmwareModel &model, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showModel();
    void showState();

    FirmwareModel &m_model;
    StateCard *m_state;
    FirmwareResultCard *m_result;
    InterruptedCard *m_interrupted;
    FirmwareRunCard *m_run;
    InstalledCard *m_installed;
    QWidget *m_file;
    RecoveryCard *m_recovery;
    QBoxLayout *m_columns;
};

} // namespace gainstage
