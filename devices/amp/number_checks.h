// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

#include <QLocale>

#include <cmath>

namespace gainstage {

// Numbers are checked before anything is computed with them: what is not a number or cannot be is refused, never bent into what can.
// Each sentence names the quantity and takes the number as %1.

inline std::string numberFact(double value)
{
    return QLocale().toString(value, 'g', 6).toStdString();
}

/// Errc::OutOfRange with `sentence` unless `holds`. Comparisons are false for NaN, so that a condition says what is allowed.
inline Result<void> require(bool holds, const char *sentence, double value)
{
    if (holds)
        return {};
    return failure(Errc::OutOfRange, sentence, {numberFact(value)});
}

inline Result<void> requireFinite(double value, const char *sentence)
{
    return require(std::isfinite(value), sentence, value);
}

inline Result<void> requirePositive(double value, const char *sentence)
{
    return require(std::isfinite(value) && value > 0.0, sentence, value);
}

inline Result<void> requireNotNegative(double value, const char *sentence)
{
    return require(std::isfinite(value) && value >= 0.0, sentence, value);
}

/// The first failure, if there is one.
inline Result<void> all(std::initializer_list<Result<void>> checks)
{
    for (const Result<void> &check : checks) {
        if (!check)
            return check;
    }
    return {};
}

} // namespace gainstage
