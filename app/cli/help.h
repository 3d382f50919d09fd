// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QString>

namespace gainstage::cli {

/// How one command is used: its arguments and options.
QString helpOf(const Command &command);
/// All commands, or those of one group ("preset").
QString helpOfAll(const QString &group);

} // namespace gainstage::cli
