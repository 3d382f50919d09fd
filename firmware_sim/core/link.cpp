// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/link.h"

#include <array>

namespace gainstage::firmware {

void Link::open(Framing framing, std::uint8_t number, std::size_t largestPacket)
{
    m_framing = framing;
    m_number = number;
    m_buffer.limit = largestPacket;
}

void Link::reset()
{
    m_console.reset();
    m_hid.reset();
    subscribed = false;
    meters.end();
}

void Link::send(Hardware &hardware, std::span<const std::uint8_t> packet)
{
    if (isConsole())
        sendConsole(hardware, m_number, packet);
    else
        sendHid(hardware, m_number, packet, m_counter);
}

// The bytes of the frame markers must not stand in a log line; no control character does any good there.
void Link::print(Hardware &hardware, std::string_view text)
{
    if (!isConsole())
        return;
    std::array<std::uint8_t, 64> piece{};
    std::size_t size = 0;
    for (const char character : text) {
        const auto byte = static_cast<std::uint8_t>(character);
        piece[size++] = byte < 0x20 ? std::uint8_t{'?'} : byte;
        if (size < piece.size())
            continue;
        hardware.send(m_number, piece);
        size = 0;
    }
    piece[size++] = '\n';
    hardware.send(m_number, std::span(piece).first(size));
}

} // namespace gainstage::firmware
