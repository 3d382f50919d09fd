// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace gainstage::fuzz {

/// What must hold for every input; libFuzzer takes an abort for a finding.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace gainstage::fuzz
