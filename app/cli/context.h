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

/// What a command works with. Tests hand in their own.
struct Context {
    const AmpFinder &finder;
    Paths paths;
    QTextStream &out, &err;
    QLocale locale;
    std::function<QDateTime()> now; ///< UTC
    Interruption &interruption;
};

} // namespace gainstage::cli
