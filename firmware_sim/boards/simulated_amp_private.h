// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/control.h"
#include "firmware_sim/boards/flash_file.h"
#include "firmware_sim/boards/simulated_amp.h"
#include "firmware_sim/boards/simulated_wire.h"
#include "firmware_sim/boards/slot_file.h"

#include <mutex>

namespace gainstage::sim {

/// The amp, its clock and its wires, under one mutex.
struct SimulatedAmp::Private final : Wires {
    explicit Private(const Options &options);

    VirtualClock clock;
    const Instant start = clock.now();
    mutable std::mutex mutex; ///< guards everything below
    Flash flash;
    SlotFlash slots;
    std::unique_ptr<FlashFile> flashFile;
    std::unique_ptr<SlotFile> slotFile;
    std::vector<SimulatedWire> wires;
    std::function<void(std::size_t)> beforeWrite;
    AmpBoard board;
    Control control{board, *this};

    std::int64_t microseconds() const;
    Instant instantOf(std::int64_t microseconds) const;
    /// Brings amp and wires to the clock's time.
    void catchUp();
    /// The clock goes to what happens next, at most to `limit`, and everything follows.
    void passUntil(Instant limit);
    std::optional<std::int64_t> nextDue() const;
    bool isReachable(std::size_t link) const { return board.isOn() && wires[link].plugged; }
    void send(std::size_t link, BytesView data);

    std::size_t count() const override { return wires.size(); }
    bool isPlugged(std::size_t link) const override { return wires[link].plugged; }
    void setPlugged(std::size_t link, bool plugged) override;
    std::string faults(std::size_t link) const override { return wires[link].lanes.specification; }
    void setFaults(std::size_t link, const Faults &faults, const std::string &specification) override;
    void powerChanged() override;
    void disconnectUnreachable();
};

/// Holds the mutex; at the end of the scope lets it go and wakes the clients that something came for.
class AmpAccess {
public:
    explicit AmpAccess(SimulatedAmp::Private &amp);
    ~AmpAccess();
    AmpAccess(const AmpAccess &) = delete;
    AmpAccess &operator=(const AmpAccess &) = delete;

private:
    SimulatedAmp::Private &m_amp;
    std::unique_lock<std::mutex> m_lock;
    std::vector<std::shared_ptr<ClientEnd>> m_before; ///< also those that lose their wire meanwhile
};

/// A transport that ends at `client`.
std::unique_ptr<Transport> transportOn(std::shared_ptr<SimulatedAmp::Private> amp, std::size_t link, std::shared_ptr<ClientEnd> client);

} // namespace gainstage::sim
