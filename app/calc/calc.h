// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace gainstage::calc {

/// How gainstage-calc ends. The numbers are the same as the other programs'.
enum class ExitCode : int { Done = 0, Differs = 1, Usage = 2, NotFound = 3, InvalidFile = 10 };

/// Computes every case of a file and prints one JSON object per case and line: "id", "op", "out" as the file format has it ("invalid" with the
/// reason in "error" where the inputs are refused), and "ok" where the file says what must come out.
ExitCode run(QTextStream &out, QTextStream &err, const QStringList &arguments);

} // namespace gainstage::calc
