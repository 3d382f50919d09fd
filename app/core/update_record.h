// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/update_journal.h"

namespace gainstage {

/// An update that is not finished, as it stands in its file (format: app/core/README.md).

/// Writes what is known over `document`; what a later version wrote there stays.
void putEntry(QJsonObject &document, const UpdateEntry &entry);
/// The stage and everything else that a run of the update changes.
void putRecord(QJsonObject &document, const firmware_update::Record &record, const QDateTime &changed);

/// Errc::InvalidFile: an update of a newer version, or something else.
Result<void> checkUpdateSchema(const QJsonObject &document);
/// Without the image. Errc::InvalidFile says which key is wrong.
Result<UpdateEntry> entryFrom(const QJsonObject &document);

/// SHA-256 of the image beside the record; nullopt where there is none.
std::optional<firmware_file::Sha256> imageDigest(const QJsonObject &document);
firmware_file::Sha256 digestOf(const QByteArray &file);

/// Errc::InvalidFile; `what`: a key of the record.
std::unexpected<Error> damagedUpdate(const QString &what);

} // namespace gainstage
