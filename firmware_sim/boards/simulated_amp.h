// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transport/transport.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gainstage::sim {

enum class Model { Desktop, Dongle };
enum class LinkKind { Serial, Hid };

/// A clock that moves only when told, shared by the amp and the transports plugged into it. Any thread may read it.
class VirtualClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void advanceTo(Instant then)
    {
        if (then > now())
            m_now = then;
    }

private:
    std::atomic<Instant> m_now{Instant(std::chrono::seconds(1))};
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
    bool flashTakesTime = true; ///< of the firmware slots; false to see what the wire alone would allow
};

/// A whole amp in this process: portable firmware core, physical model, and wires that end in Transports. Deterministic: time is the VirtualClock,
/// which moves when a transport waits (read until a deadline) or advance() is called; physics and firmware run along. An answer takes no time by
/// itself. All functions may be called from any thread, at the same time as its transports are used in others. `wake` of Transport::onReadable is
/// called from whichever thread made something readable, and may not use the transport or the amp.
class SimulatedAmp {
public:
    /// Switched on a second ago, so that the outputs have come up; all links plugged. Options that make no sense (a flash file that cannot be used,
    /// more than three links) end the program with a sentence.
    explicit SimulatedAmp(const Options &options);
    /// Transports that still exist find themselves unplugged.
    ~SimulatedAmp();

    VirtualClock &clock();
    void advance(Duration duration);

    /// The client's end of link `link` (index into Options::links). Ends with Errc::Disconnected after unplug() or power-off; after plug() a new one
    /// can be connected, which takes the place of one before it. Connected while nothing can be reached it is disconnected from the start.
    std::unique_ptr<Transport> connect(std::size_t link = 0);
    void unplug(std::size_t link = 0);
    void plug(std::size_t link = 0);
    bool isPlugged(std::size_t link = 0) const; ///< the cable is in, and the amp has power

    /// Byte faults on a link, as in firmware_sim/README.md ("drop=0.2,flip=0.01,seed=7"); empty for none. A bad word ends the program; the
    /// control channel answers instead.
    void setFaults(const std::string &specification, std::size_t link = 0);
    /// Called before each client write on any link, in the writing thread, with its number since connect() (the first write is 1); for unplugging at
    /// an exact moment. It may use the amp.
    void beforeWrite(std::function<void(std::size_t number)> hook);

    /// One line of the control channel (firmware_sim/README.md): JSON in, JSON out. Everything physical moves through this.
    std::string control(const std::string &json);

    /// Trajectory of the output level since the last mark.
    void mark();
    std::vector<TrajectoryPoint> trajectory() const;

    struct Private; ///< for the transports
private:
    std::shared_ptr<Private> d; ///< shared with its transports
};

} // namespace gainstage::sim
