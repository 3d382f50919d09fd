// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/event.h"

#include "firmware_sim/core/refusal.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint8_t kEventCommand = 11;

} // namespace

Event::Event(Amp &amp, EventKind kind, std::size_t pairs)
    : m_amp(amp), m_map(std::span(m_bytes).first(std::min<std::size_t>(kMaxEvent, amp.model.bufferSize)).subspan(kHeaderSize))
{
    m_map.map(2 + pairs).text("ev").number(static_cast<int>(kind)).text("rev").number(amp.revision);
}

// An event that does not fit is not sent: the revision tells the client that it has missed something.
std::span<const std::uint8_t> Event::packet()
{
    if (m_map.overflowed())
        return {};
    const std::size_t length = m_map.written().size();
    writeHeader(m_bytes, {ReadReply, 1, static_cast<std::uint16_t>(length), kAmpGroup, 0, kEventCommand});
    return std::span(m_bytes).first(kHeaderSize + length);
}

void Event::sendToAllBut(const Link *author)
{
    for (Link &link : m_amp.links()) {
        if (link.subscribed && &link != author)
            sendTo(link);
    }
}

void Event::sendTo(Link &link)
{
    const auto bytes = packet();
    if (!bytes.empty())
        link.send(m_amp.hardware, bytes);
}

} // namespace gainstage::firmware
