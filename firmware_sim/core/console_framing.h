// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/hardware.h"
#include "firmware_sim/core/receive_buffer.h"

namespace gainstage::firmware {

inline constexpr std::size_t kMaxConsoleLine = 127;

/// Finds packets in the bytes of a serial line (protocol/README.md, 2.1). Anything else on the line is ignored.
class ConsoleReceiver {
public:
    Arrival take(std::uint8_t byte, ReceiveBuffer &buffer);
    void reset();

private:
    bool beginsLine(std::uint8_t byte) const;
    Arrival endLine(ReceiveBuffer &buffer);
    Arrival takeContent(std::span<const std::uint8_t> content, ReceiveBuffer &buffer);
    Arrival finish(ReceiveBuffer &buffer);
    void append(std::uint8_t byte, ReceiveBuffer &buffer);

    std::array<std::uint8_t, kMaxConsoleLine> m_line{};
    std::size_t m_length = 0;    ///< of the line under way, marker included
    std::uint8_t m_previous = 0; ///< the byte before, to see a marker anywhere
    bool m_inLine = false;       ///< a line that began with a marker
    bool m_inPacket = false;
    std::size_t m_taken = 0;     ///< content bytes of the packet so far, with the two bytes of length
    std::size_t m_announced = 0; ///< packet and CRC, as the length says
};

/// Sends a packet as lines of base64.
void sendConsole(Hardware &hardware, std::uint8_t link, std::span<const std::uint8_t> packet);

} // namespace gainstage::firmware
