// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/amp.h"
#include "firmware_sim/core/cbor_writer.h"

namespace gainstage::firmware {

enum class EventKind : std::uint8_t {
    Values = 1,
    Jack,
    Clipping,
    Protection,
    Input,
    PowerDown,
    Meters,
    Equalizer,
    Stored,
    Everything,
    Lock,
};

/// Who changed something.
enum class Source : std::uint8_t { Client = 0, Knob = 1, Remote = 2, Protection = 3, Recall = 4 };

/// An event under way (protocol/README.md, 7): made, filled, sent.
class Event {
public:
    /// `pairs` keys follow kind and revision, which is the one that holds now.
    Event(Amp &amp, EventKind kind, std::size_t pairs);
    Event(const Event &) = delete; // the map writes into its own bytes
    Event &operator=(const Event &) = delete;
    CborWriter &map() { return m_map; }

    void sendToAll() { sendToAllBut(nullptr); }
    /// To every client but the one that made the change and has its answer.
    void sendToAllBut(const Link *author);
    /// To the client that asked for it.
    void sendTo(Link &link);

private:
    std::span<const std::uint8_t> packet();

    static constexpr std::size_t kMaxEvent = 512;
    Amp &m_amp;
    std::array<std::uint8_t, kMaxEvent> m_bytes{};
    CborWriter m_map; ///< into m_bytes, behind the header
};

} // namespace gainstage::firmware
