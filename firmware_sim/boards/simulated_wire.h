// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/simulated_amp.h"
#include "firmware_sim/boards/wires.h"

#include <deque>
#include <mutex>

namespace gainstage::sim {

/// The client's end of a wire. Everything but the waking is guarded by the amp's mutex.
struct ClientEnd {
    std::deque<Bytes> inbox; ///< reports, or pieces of a stream
    bool gone = false;
    bool news = false; ///< something came that nobody has been told of
    std::size_t writes = 0;

    std::mutex wakeMutex; ///< held while `wake` is called
    std::function<void()> wake;

    bool isReadable() const { return !inbox.empty() || gone; }
    void unplug();
    /// The next report, or all of the stream.
    Bytes take(LinkKind kind);
    void tell();
};

/// A link of a simulated amp in this process.
struct SimulatedWire {
    LinkKind kind;
    Lanes lanes;
    bool plugged = true;
    std::shared_ptr<ClientEnd> client;

    SimulatedWire(LinkKind link, std::uint32_t seed)
        : kind(link), lanes(link == LinkKind::Serial ? FaultyLane::Grain::Byte : FaultyLane::Grain::Report, seed)
    {}
    /// Whoever is at the other end is gone.
    void disconnect();
    /// Hands what came through to the client.
    void deliver(std::int64_t now);
};

} // namespace gainstage::sim
