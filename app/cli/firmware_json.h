// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/firmware_updater.h"

namespace gainstage::cli {

/// What is known about firmware, as gainstagectl --json writes it (app/cli/output.schema.json).
QJsonObject toJson(const SlotImages &images);
QJsonObject toJson(const FirmwareStatus &status);
QJsonObject toJson(const UpdateEntry &entry);
/// `compared`: with an amp.
QJsonObject toJson(const firmware_file::Inspection &inspection, bool compared);
QJsonObject toJson(const firmware_update::Progress &progress);
QJsonObject toJson(const UpdateReport &report, bool restored);

} // namespace gainstage::cli
