// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/amp.h"

namespace gainstage::firmware {

/// Looks at everything that the hardware said has changed, and tells the clients what really has.
void takeUp(Amp &amp, const Notices &notices);

/// Sends the clip event that had to wait.
void pollClips(Amp &amp, std::uint32_t now);

/// The supply is about to fail: silence, and word to the clients.
void announcePowerDown(Amp &amp, std::uint32_t milliseconds);
/// A supply that has come back after all.
void pollPowerDown(Amp &amp, std::uint32_t now);

} // namespace gainstage::firmware
