// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/amp.h"

namespace gainstage::firmware {

/// Answers the packet that has arrived on `link`, or drops it (protocol/README.md, 1 and 4).
void answerPacket(Amp &amp, Link &link);
/// Answers a packet of which only the header was taken, because it is longer than this amp takes.
void answerTooLarge(Amp &amp, Link &link);

} // namespace gainstage::firmware
