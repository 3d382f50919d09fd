// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "app/core/amps.h"

#include <QLocale>

namespace gainstage {

/// The confirmed changes of one amp, newest first, one row for each setting that changed. The parts must outlive it.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, What, Before, After, By, Columns };

    HistoryModel(Amps &amps, const Amps::Entry &entry, const QLocale &locale, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Why the history cannot be read; empty when it can.
    QString problem() const { return m_problem; }

private:
    struct Row {
        QString cells[Columns];
    };
    void read();
    void addRows(const HistoryEntry &entry);

    Amps &m_amps;
    const Amps::Entry &m_entry;
    QLocale m_locale;
    std::vector<Row> m_rows;
    QString m_problem;
};

} // namespace gainstage
