// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transport/transport.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gainstage::sim {

enum class Model { Desktop, Dongle };
enum class LinkKind { Serial, Hid };

/// A clock that moves only when told, shared by the amp and the transports plugged into it.
class VirtualClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void advanceTo(Instant then)
    {
        if (then > m_now)
            m_now = then;
    }

private:
    Instant m_now{std::chrono::seconds(1)};
};

/// One moment of the recorded output level.
struct TrajectoryPoint {
    std::int64_t microseconds = 0; ///< since power-on of the simulation
    double volts[3] = {0, 0, 0};   ///< RMS at each output (index = output id), the louder channel, clicks included
    double loudest() const;
};

struct Options {
    Model model = Model::Desktop;
    std::string serialNumber = "SIM00001";
    std::string flashFile; ///< empty: in memory
    std::uint32_t seed = 1;
    std::vector<LinkKind> links = {LinkKind::Serial};
};

/// A whole amp in this process: portable firmware core, physical model, and wires that end in Transports. Deterministic: time is the VirtualClock, which
/// moves when a transport waits (read until a deadline) or advance() is called; physics and firmware run along.
class SimulatedAmp {
public:
    explicit SimulatedAmp(const Options &options);
    ~SimulatedAmp();

    VirtualClock &clock();
    void advance(Duration duration);

    /// The client's end of link `link` (index into Options::links). Ends with Errc::Disconnected after unplug(); after plug() a new one can be connected.
    std::unique_ptr<Transport> connect(std::size_t link = 0);
    void unplug(std::size_t link = 0);
    void plug(std::size_t link = 0);
    bool isPlugged(std::size_t link = 0) const;

    /// Byte faults on a link, as in firmware_sim/README.md ("drop=0.2,flip=0.01,seed=7"); empty for none.
    void setFaults(const std::string &specification, std::size_t link = 0);
    /// Called before each client write on a link, with its number since connect(); for unplugging at an exact moment.
    void beforeWrite(std::function<void(std::size_t number)> hook);

    /// One line of the control channel (firmware_sim/README.md): JSON in, JSON out. Everything physical moves through this.
    std::string control(const std::string &json);

    /// Trajectory of the output level since the last mark.
    void mark();
    std::vector<TrajectoryPoint> trajectory() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gainstage::sim
