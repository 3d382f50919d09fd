// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/amp.h"

namespace gainstage::firmware {

// What a person's hand does to the amp. The lock does not keep it out.

void turnKnob(Amp &amp, int detents);
void pressMute(Amp &amp);
/// The next choice; a switch goes over. Other settings have no button.
void pressSetting(Amp &amp, std::uint16_t id);

} // namespace gainstage::firmware
