// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "devices/firmware/update.h"

#include <QDateTime>
#include <QJsonObject>

namespace gainstage {

/// An update whose end is not known yet, as the journal keeps it.
struct UpdateEntry {
    Identity amp; ///< maker, model, serial number, firmware before
    firmware_update::Record record;
    QDateTime started, changed; ///< UTC
    QJsonObject settings;       ///< what the amp held before: {"settings": {key: value}, "equalizer": …}
    QByteArray file;            ///< the image, for going on without the file that it came from; empty for GoBack
};

/// Whether the amp has been asked to run the image, so that only the amp can say which one runs in the end. Such an update can be finished, but not
/// forgotten.
bool wasAsked(const firmware_update::Record &record);

/// Interrupted updates on disk, one per amp (format: app/core/README.md). The image is kept beside the record, so that an update can be gone on with
/// when the original is gone. Everything is written whole and made durable before it counts.
class UpdateJournal {
public:
    /// `folder` is made with the first entry.
    explicit UpdateJournal(QString folder);

    /// The amp's unfinished update; nullopt where there is none. Errc::InvalidFile, FileIo; a newer schema is InvalidFile.
    Result<std::optional<UpdateEntry>> find(const Identity &amp) const;
    /// All of them, for showing at the start; unreadable ones are left out.
    std::vector<UpdateEntry> all() const;
    /// Replaces what there was about this amp. Errc::FileIo: the folder cannot be written, or the disk is full; InvalidFile: a newer schema.
    Result<void> begin(const UpdateEntry &entry);
    /// The new stage of an entry that has begun.
    Result<void> advance(const Identity &amp, const firmware_update::Record &record, const QDateTime &now);
    /// The update is over; also removes what is damaged, and what is left of files when there is no entry. Errc::FileIo; InvalidFile: a newer schema.
    Result<void> end(const Identity &amp);

private:
    QString m_folder;
};

} // namespace gainstage
