// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/core/packet.h"
#include "firmware_sim/core/receive_buffer.h"
#include "tests/fuzz/require.h"

namespace gainstage::fuzz {

/// What the firmware relies on when something has arrived.
inline void checkArrival(firmware::Arrival arrival, const firmware::ReceiveBuffer &buffer)
{
    require(buffer.size <= buffer.bytes.size());
    if (arrival == firmware::Arrival::Packet)
        require(firmware::isWhole(buffer.content()) && buffer.size <= buffer.limit);
    if (arrival == firmware::Arrival::TooLarge)
        require(firmware::readHeader(buffer.content()).has_value());
}

} // namespace gainstage::fuzz
