// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/card.h"
#include "app/viewmodels/firmware_model.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gainstage {

class RefusalLine;

/// How an update ended, what became of the settings, and what can be done now.
class FirmwareResultCard : public Card {
    Q_OBJECT
public:
    explicit FirmwareResultCard(FirmwareModel &model, QWidget *parent = nullptr);

private:
    void showModel();
    void showSettings(const FirmwareModel::Ended &ended);
    QWidget *makeTable(const std::vector<FirmwareModel::Difference> &differences);

    FirmwareModel &m_model;
    QLabel *m_text, *m_notes, *m_settings, *m_restored;
    QVBoxLayout *m_place;
    QWidget *m_table = nullptr;
    std::vector<FirmwareModel::Difference> m_differences;
    QPushButton *m_restore, *m_retry, *m_dismiss;
    RefusalLine *m_problem;
};

} // namespace gainstage
