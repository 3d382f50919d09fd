// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/interruption.h"
#include "app/core/paths.h"
#include "devices/discovery/amp_finder.h"

#include <QDateTime>
#include <QLocale>
#include <QTextStream>

#include <functional>

namespace gainstage::cli {

/// Somebody at a terminal; nobody where standard input or error is something else.
struct Terminal {
    std::function<Result<QString>()> readLine = {}; ///< a line that is typed; Errc::Cancelled by Ctrl-C or at the end of input. Null: there is nobody
    bool canRedraw = false;                         ///< `err` is a terminal, where a line can be written over
};

/// What a command works with. Tests hand in their own.
struct Context {
    AmpFinder &finder;
    Paths paths;
    QTextStream &out, &err;
    QLocale locale;
    std::function<QDateTime()> now; ///< UTC
    Interruption &interruption;
    Terminal terminal = {};
    QString systemRoot = QStringLiteral("/"); ///< the folder in which doctor looks for /etc, /proc, /sys
};

} // namespace gainstage::cli
