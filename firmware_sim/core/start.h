// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/amp.h"

namespace gainstage::firmware {

/// From power-on to an amp that plays and answers.
void startUp(Amp &amp);
/// Silence before the hardware starts the firmware anew.
void shutDown(Amp &amp);

} // namespace gainstage::firmware
