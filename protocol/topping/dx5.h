// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/topping/frame.h"
#include "protocol/topping/volume.h"

#include <cstdint>
#include <variant>

// DX5 II: its settings, written one by one. README.md, "DX5 II".
namespace gainstage::topping::dx5 {

enum class Source : std::uint8_t { Usb = 0, Optical = 1, Coaxial = 2, Bluetooth = 3 };
enum class Sink : std::uint8_t {
    All = 0,
    AllHeadphones = 1,
    AllLines = 2,
    HeadphoneSingleEnded = 3,
    HeadphoneBalanced = 4,
    LineSingleEnded = 5,
    LineBalanced = 6,
};
enum class Brightness : std::uint8_t { Low = 0, Medium = 1, High = 2 };

struct Power {
    bool awake = false;
    friend bool operator==(const Power &, const Power &) = default;
};
struct Volume {
    std::int32_t levelDeciDecibels = kSoftestDeciDecibels;
    VolumeStep step = VolumeStep::HalfDecibel; ///< as the amp's settings have it
    friend bool operator==(const Volume &, const Volume &) = default;
};
struct Input {
    Source source = Source::Usb;
    friend bool operator==(const Input &, const Input &) = default;
};
struct Output {
    Sink sink = Sink::All;
    friend bool operator==(const Output &, const Output &) = default;
};
struct Display {
    Brightness brightness = Brightness::Low;
    friend bool operator==(const Display &, const Display &) = default;
};
struct Filter {
    std::uint8_t number = 1; ///< 1 to 8: F1 to F8
    friend bool operator==(const Filter &, const Filter &) = default;
};
/// Of the headphones; heard only while one of their outputs is chosen. Loud when it comes unawares: turn the volume down before.
struct Gain {
    bool high = false;
    friend bool operator==(const Gain &, const Gain &) = default;
};
/// Before and after a group of writes, and at least every five seconds for meters.
struct Heartbeat {
    friend bool operator==(const Heartbeat &, const Heartbeat &) = default;
};
/// All settings; the answer is in settings.h.
struct ReadSettings {
    friend bool operator==(const ReadSettings &, const ReadSettings &) = default;
};
using Message = std::variant<Power, Volume, Input, Output, Display, Filter, Gain, Heartbeat, ReadSettings>;

/// The bytes for the wire. Errc::OutOfRange.
Result<Bytes> encode(const Message &message);

/// Only ever read: nobody has published that a write of it was seen to work.
struct Balance {
    std::int32_t deciDecibels = 0; ///< negative: to the left
    friend bool operator==(const Balance &, const Balance &) = default;
};
using Report = std::variant<Power, Volume, Input, Output, Display, Filter, Gain, Heartbeat, Balance>;
/// The one setting that a frame tells of. Errc::BadFrame.
Result<Report> decode(const Frame &frame, VolumeStep step);

} // namespace gainstage::topping::dx5
