// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/change.h"
#include "protocol/bytes/result.h"

#include <QDateTime>
#include <QJsonObject>

namespace gainstage {

/// One confirmed change: what the amp held before and after. Values by key, as jsonValue() writes them, so that entries outlive a firmware's
/// numbering.
struct HistoryEntry {
    qint64 number = 0;
    QDateTime time;            ///< UTC
    QString amp;               ///< "maker/model/serial number"
    QString origin;            ///< "user", "preset NAME", "undo", "redo", "knob", "client"
    qint64 of = 0;             ///< the entry that this one undid or redid; 0 for others
    QJsonObject before, after; ///< only what changed: {"gain": "low"}; the equalizer under "equalizer"
};

/// The confirmed changes of one amp, kept in a file of JSON lines (schema in app/core/README.md) and shared by window and command.
/// Undo and redo are worked out from the entries: undo entries point back at what they undid. Appending is atomic per line and locked
/// against other processes.
class History {
public:
    /// `file` is created with the first entry. A damaged line is skipped and kept; a newer schema makes the history read-only.
    explicit History(QString file);

    Result<std::vector<HistoryEntry>> entries() const;
    Result<HistoryEntry> append(const QDateTime &time, const QString &amp, const QString &origin, const QJsonObject &before,
                                const QJsonObject &after);

    /// What undo or redo would do now, on this amp; nullopt when there is nothing. Applying it is the caller's (ear-safe, verified), who
    /// then calls append with origin "undo" / "redo"
    /// and `of` the entry's number through appendStep().
    std::optional<HistoryEntry> toUndo() const;
    std::optional<HistoryEntry> toRedo() const;
    Result<HistoryEntry> appendStep(const QDateTime &time, const HistoryEntry &of, bool undo);

private:
    QString m_file;
};

/// What differs between two states, as history and presets write it: {before, after}; both empty when nothing differs.
std::pair<QJsonObject, QJsonObject> difference(const Description &amp, const State &before, const State &after);
/// A change that sets what `values` names (for undo). Settings that the amp no longer has are left out.
Result<Change> changeFrom(const Description &amp, const QJsonObject &values);

} // namespace gainstage
