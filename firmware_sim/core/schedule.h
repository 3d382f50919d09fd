// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/amp.h"

namespace gainstage::firmware {

/// Everything whose time has come, but for the restart.
void doWhatIsDue(Amp &amp);
/// Milliseconds until then; UINT32_MAX: nothing is going to be due.
std::uint32_t untilNextDue(const Amp &amp);

} // namespace gainstage::firmware
