// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"

namespace gainstage::test {

/// Whether an outcome is a failure of this kind. Asks first whether there is an error at all: error() of a value is undefined.
template <typename T>
bool failedWith(Errc code, const Result<T> &outcome)
{
    return !outcome && outcome.error().code == code;
}

} // namespace gainstage::test
