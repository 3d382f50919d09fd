// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace gainstage::image_tool {

/// How gainstage-image ends. The numbers are a promise to scripts and the same as gainstagectl's.
enum class ExitCode : int { Done = 0, General = 1, Usage = 2, InvalidFile = 10 };

/// Carries out one command: create, sign, verify, show, keygen.
ExitCode run(QTextStream &out, QTextStream &err, const QStringList &arguments);

} // namespace gainstage::image_tool
