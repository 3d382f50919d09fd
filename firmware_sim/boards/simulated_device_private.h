// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/simulated_device.h"
#include "firmware_sim/boards/simulated_wire.h"

#include <mutex>

namespace gainstage::sim {

/// The amp, its clock and its wire, under one mutex.
struct SimulatedDevice::Private {
    explicit Private(std::unique_ptr<ForeignAmp> foreign);

    VirtualClock clock;
    const Instant start = clock.now();
    mutable std::mutex mutex; ///< guards everything below
    std::unique_ptr<ForeignAmp> amp;
    bool plugged = true;
    std::shared_ptr<ClientEnd> client;
    std::function<void(std::size_t)> beforeWrite;
    std::function<std::vector<Bytes>(const Bytes &)> onAnswer;
    std::vector<Bytes> written;
    std::vector<HeardLevel> levels;

    LinkKind kind() const { return amp->face().isHid() ? LinkKind::Hid : LinkKind::Serial; }
    std::int64_t microseconds() const;
    bool isReachable() const { return plugged && amp->isOnBus(microseconds()); }
    /// Notes the level, hands the client what the amp says, and unplugs it where it cannot be reached any more.
    void catchUp();
    /// The clock goes to what happens next, at most to `limit`, and everything follows.
    void passUntil(Instant limit);
    void disconnect();
};

/// Holds the mutex; at the end of the scope lets it go and wakes the client if something came for it.
class DeviceAccess {
public:
    explicit DeviceAccess(SimulatedDevice::Private &device);
    ~DeviceAccess();
    DeviceAccess(const DeviceAccess &) = delete;
    DeviceAccess &operator=(const DeviceAccess &) = delete;

private:
    std::unique_lock<std::mutex> m_lock;
    std::shared_ptr<ClientEnd> m_before; ///< also if it loses its wire meanwhile
};

/// A transport that ends at `client`.
std::unique_ptr<Transport> transportOn(std::shared_ptr<SimulatedDevice::Private> device, std::shared_ptr<ClientEnd> client);

} // namespace gainstage::sim
