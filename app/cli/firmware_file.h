// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/call.h"

namespace gainstage::cli {

/// A firmware file, read once. Exit code 1 where it is not there or cannot be read. What is too large is read so far that the check says so.
Attempt<QByteArray> readFirmwareFile(const QString &path);
BytesView viewOf(const QByteArray &file);

/// Shows every check, and what the maker writes about the release.
void sayInspection(Call &call, const firmware_file::Inspection &inspection);
/// Exit code 10 where the file is refused; the checks stand beside the error. `compared`: with an amp.
Attempt<void> refuseBad(Call &call, const firmware_file::Inspection &inspection, bool compared);

} // namespace gainstage::cli
