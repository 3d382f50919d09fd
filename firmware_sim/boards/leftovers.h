// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

#include <sys/types.h>

namespace gainstage::sim {

/// The number in "PREFIX123SUFFIX"; nothing for another name.
std::optional<pid_t> processIn(const QString &name, const QString &prefix, const QString &suffix);

/// Whether a process of this number runs this program: what it has made is in use.
bool isOneOfUs(pid_t process);

} // namespace gainstage::sim
