// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/hardware.h"
#include "firmware_sim/core/receive_buffer.h"

namespace gainstage::firmware {

inline constexpr std::size_t kHidReport = 64;

/// Puts packets together from reports (protocol/README.md, 2.2).
class HidReceiver {
public:
    /// One report; one that has not 64 bytes drops the packet under way. `now` in milliseconds.
    Arrival take(std::span<const std::uint8_t> report, std::uint32_t now, ReceiveBuffer &buffer);
    void reset() { m_inPacket = false; }

private:
    bool continues(std::uint8_t counter, std::uint32_t now) const;
    Arrival finish(ReceiveBuffer &buffer, bool last);
    Arrival drop();

    bool m_inPacket = false;
    std::uint8_t m_expected = 0; ///< counter of the next report
    std::uint32_t m_lastReport = 0;
};

/// Sends a packet as reports; `counter` is the link's own and goes on.
void sendHid(Hardware &hardware, std::uint8_t link, std::span<const std::uint8_t> packet, std::uint8_t &counter);

} // namespace gainstage::firmware
