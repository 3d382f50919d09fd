// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/amp.h"
#include "firmware_sim/core/cbor_writer.h"

namespace gainstage::firmware {

/// Number of pairs that putMeters writes.
std::size_t meterPairs(const MeterDefinition &meters);
/// What the meters show now, as far as the model has them.
void putMeters(Amp &amp, CborWriter &out);

/// Sends the meter event that is due on this link and ends the lease of a client that has gone.
void pollMeters(Amp &amp, Link &link, std::uint32_t now);

} // namespace gainstage::firmware
