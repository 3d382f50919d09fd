// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/changes.h"
#include "firmware_sim/core/refusal.h"

namespace gainstage::firmware {

/// Takes the content of a slot: everything but a louder volume at once, in silence; the volume then climbs by itself (protocol/README.md, 5.8).
Outcome recall(Amp &amp, const Content &slot, const Link &author);

/// The next step of the volume, if it is due.
void pollRamp(Amp &amp, std::uint32_t now);

} // namespace gainstage::firmware
