// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/outcome.h"
#include "firmware_sim/boards/simulated_amp.h"
#include "firmware_sim/boards/wires.h"
#include "firmware_sim/families/foreign_amp.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <span>

namespace gainstage::sim {

/// A simulated amp as a board in real time has it, whoever made it. Times are microseconds since the simulation began and never go back.
class LiveAmp {
public:
    /// What the amp sends on a link: one report, or bytes of a stream.
    using Sink = std::function<void(std::size_t link, std::span<const std::uint8_t> data)>;
    virtual ~LiveAmp() = default;

    /// With a report descriptor where the amp has a HID link.
    virtual const UsbFace &face() const = 0;
    virtual std::int64_t now() const = 0;
    virtual void advanceTo(std::int64_t microseconds) = 0;
    /// When something happens next by itself, in the future.
    virtual std::optional<std::int64_t> nextDue() const = 0;
    virtual void receive(std::size_t link, std::span<const std::uint8_t> data) = 0;
    /// A client came or left, or the cable was pulled.
    virtual void linkReset(std::size_t link) = 0;
    /// It has power, and has not left the bus by itself.
    virtual bool isOnBus() const = 0;
    /// One request of the control channel, one answer, both without their line feed.
    virtual QByteArray answer(const QByteArray &request) = 0;
};

struct LiveAmpOptions {
    std::string model, serialNumber;
    QString flashFile; ///< empty for none; reference models only
    std::uint32_t seed = 1;
    std::vector<LinkKind> links;
};

/// A reference amp. `wires` must outlive it.
Outcome<std::unique_ptr<LiveAmp>> liveReference(const LiveAmpOptions &options, LiveAmp::Sink sink, Wires &wires);
/// An amp of another maker.
std::unique_ptr<LiveAmp> liveForeign(std::unique_ptr<ForeignAmp> amp, LiveAmp::Sink sink, Wires &wires);

} // namespace gainstage::sim
