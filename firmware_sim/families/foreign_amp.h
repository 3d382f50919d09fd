// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainstage::sim {

/// How an amp shows itself on USB.
struct UsbFace {
    std::uint16_t vendorId = 0, productId = 0, release = 0x0100; ///< release: bcdDevice
    std::string maker, product, serialNumber;                    ///< the product string in UTF-8
    std::vector<std::uint8_t> reportDescriptor;                  ///< of its HID interface; empty: a serial line (CDC-ACM)
    bool isHid() const { return !reportDescriptor.empty(); }
};

/// A simulated amp of another maker, seen from its wire: written from what is known of the real one, bad manners included. Times are microseconds
/// since the simulation began and never go back. Used by one thread.
class ForeignAmp {
public:
    virtual ~ForeignAmp() = default;
    virtual const UsbFace &face() const = 0;

    /// A report as it comes over the wire (with its id where the device numbers its reports), or bytes of a stream.
    virtual void receive(std::span<const std::uint8_t> data, std::int64_t now) = 0;
    /// The next report or piece of a stream that is due by `now`; empty for none.
    virtual std::vector<std::uint8_t> take(std::int64_t now) = 0;
    /// When take() has something, or isOnBus() changes, if nobody does anything.
    virtual std::optional<std::int64_t> nextDue() const = 0;
    /// False while the amp has left the bus by itself; a client finds itself unplugged.
    virtual bool isOnBus(std::int64_t now) const = 0;
    /// A client came, left, or the cable was pulled: what was under way is forgotten, what is stored stays.
    virtual void lineReset() = 0;

    /// What people do and what goes wrong, as firmware_sim/README.md lists it: {"do":"set","key":"volume","value":-20.5} turns a knob, {"do":"power","on":false}, …
    /// Answers {"ok":true}, or {"ok":false,"error":"…"}.
    virtual QJsonObject act(const QJsonObject &request, std::int64_t now) = 0;
    /// What it holds: {"settings":{key: number},"equalizer":{…},"stores":n}. Decibels as such, choices by their number on the wire.
    virtual QJsonObject truth() const = 0;
    /// The level of the loudest output in decibels against the same source, the equalizer's loudest point included; minus infinity for silence.
    virtual double level() const = 0;
};

/// The names of all models, as --model takes them: "topping-dx5-ii".
std::vector<std::string_view> foreignModels();
/// Null for a name that is none. `seed` is that of all chance.
std::unique_ptr<ForeignAmp> makeForeignAmp(std::string_view model, const std::string &serialNumber, std::uint32_t seed);

} // namespace gainstage::sim
