// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/firmware_updater.h"
#include "app/core/update_start.h"

namespace gainstage {

/// Runs an update with its journal, and compares the settings when the amp is back.
UpdateReport runUpdate(AmpLine &line, UpdateJournal journal, const std::function<QDateTime()> &now, UpdateStart start, firmware_file::Consent consent,
                       const firmware_update::Listener &listener, const std::stop_token &cancel);

} // namespace gainstage
