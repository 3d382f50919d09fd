// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "app/cli/exit_code.h"

#include <QStringList>

namespace gainstage::cli {

/// gainstagectl: carries out one command. `arguments` without the program's name.
ExitCode run(const Context &context, const QStringList &arguments);

} // namespace gainstage::cli
