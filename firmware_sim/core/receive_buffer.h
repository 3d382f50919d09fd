// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/packet.h"

#include <array>

namespace gainstage::firmware {

/// What came of the bytes taken last.
enum class Arrival : std::uint8_t {
    None,
    Packet,   ///< a whole packet is in the buffer
    TooLarge, ///< a packet began that does not fit; its header is in the buffer
};

/// The packet that is coming in on one link.
struct ReceiveBuffer {
    std::array<std::uint8_t, kMaxPacket + 2> bytes{}; ///< two more for the CRC of the serial framing
    std::size_t size = 0;
    std::size_t limit = kMaxPacket; ///< the model's buf_size

    std::span<const std::uint8_t> content() const { return std::span(bytes).first(size); }
};

} // namespace gainstage::firmware
