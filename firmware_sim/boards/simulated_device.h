// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/simulated_amp.h"
#include "firmware_sim/families/foreign_amp.h"

namespace gainstage::sim {

/// A moment of the recorded output level of a ForeignAmp.
struct HeardLevel {
    std::int64_t microseconds = 0;
    double decibels = 0; ///< ForeignAmp::level()
};

/// A simulated amp of another maker in this process, as SimulatedAmp is for the reference models: the same clock, the same ways to unplug. Its wire
/// is a HID device or a serial line, as the amp's face says; reports are padded to the length of the report descriptor by nobody, so write them whole.
class SimulatedDevice {
public:
    explicit SimulatedDevice(std::unique_ptr<ForeignAmp> amp);
    ~SimulatedDevice();

    UsbFace face() const;
    VirtualClock &clock();
    void advance(Duration duration);

    /// The client's end; a new one takes the place of one before it. Errc::Disconnected while unplugged, or while the amp has left the bus.
    std::unique_ptr<Transport> connect();
    void unplug();
    void plug();
    bool isPlugged() const; ///< the cable is in, and the amp is on the bus

    /// Called before each client write with its number since connect(), from 1; may use this object.
    void beforeWrite(std::function<void(std::size_t number)> hook);
    /// What becomes of each report, or piece of a stream, from the amp: nothing, itself, or others. Empty function: itself.
    void onAnswer(std::function<std::vector<Bytes>(const Bytes &answer)> change);
    /// Everything that clients wrote since the beginning.
    std::vector<Bytes> written() const;

    QJsonObject act(const QJsonObject &request);
    QJsonObject truth() const;
    /// The level at each moment when it changed since the last mark, and at the mark.
    void mark();
    std::vector<HeardLevel> levels() const;

    struct Private; ///< for the transport
private:
    std::shared_ptr<Private> d;
};

} // namespace gainstage::sim
