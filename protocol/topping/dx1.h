// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/topping/frame.h"
#include "protocol/topping/output_block.h"

#include <cstdint>
#include <optional>
#include <variant>

// DX1 II: its settings, written one by one, and the few reads that are reads. README.md, "DX1 II".
namespace gainstage::topping::dx1 {

/// Every other read request is taken by the amp for a write of zero. The answers to those that carry no comment cannot be told yet.
enum class SafeRead : std::uint8_t {
    State,       ///< a State
    AutoStandby, ///< an AutoStandby
    AutoScreenOff,
    OutputBlock, ///< output_block.h
    AnalogBalance,
    OpticalBalance,
    Unnamed,
    RemoteArrow,
    RemoteMute,
    KnobSingle,
    KnobDouble,
    KnobCapabilities,
    EqualizerState, ///< an EqualizerState
    ActiveSlot,     ///< a Slot
    EqualizerDumps, ///< three times equalizer_dump.h
};
inline constexpr int kSafeReads = 15;

enum class Source : std::uint8_t { Usb = 0, Optical = 1 };
enum class VolumeField : std::uint8_t { Headphone = 3, Line = 4, Common = 5, Optical = 6 };
inline constexpr std::uint8_t kSlots = 3, kFilters = 8, kMostBrightness = 3;

struct Read {
    SafeRead what = SafeRead::State;
    friend bool operator==(const Read &, const Read &) = default;
};
/// Of the headphones. Loud when it comes unawares: turn the volume down before.
struct Gain {
    bool high = false;
    friend bool operator==(const Gain &, const Gain &) = default;
};
struct Filter {
    std::uint8_t number = 1; ///< 1 to kFilters
    friend bool operator==(const Filter &, const Filter &) = default;
};
struct AutoStandby {
    bool on = false; ///< the other way round on the wire
    friend bool operator==(const AutoStandby &, const AutoStandby &) = default;
};
struct Display {
    std::uint8_t brightness = 0; ///< 0 to kMostBrightness
    friend bool operator==(const Display &, const Display &) = default;
};
struct Input {
    Source source = Source::Usb;
    friend bool operator==(const Input &, const Input &) = default;
};
/// The equalizer's slot from 0 to kSlots - 1; nullopt switches the equalizer off.
struct Slot {
    std::optional<std::uint8_t> number;
    friend bool operator==(const Slot &, const Slot &) = default;
};
/// VolumeField::Common is what the knob turns.
struct Volume {
    VolumeField field = VolumeField::Common;
    std::int32_t levelDeciDecibels = -990; ///< volume.h, rawVolume()
    friend bool operator==(const Volume &, const Volume &) = default;
};
struct Mute {
    bool analog = false, optical = false;
    friend bool operator==(const Mute &, const Mute &) = default;
};
using Message = std::variant<Read, Gain, Filter, AutoStandby, Display, Input, Slot, Volume, Mute>;

/// The bytes for the wire. Errc::OutOfRange.
Result<Bytes> encode(const Message &message);

enum class Activity : std::uint8_t { Working = 1, Standby = 2, ScreenOff = 11 };
struct State {
    Activity activity = Activity::Working;
    friend bool operator==(const State &, const State &) = default;
};
struct EqualizerState {
    bool running = false, on = false, valid = false;
    friend bool operator==(const EqualizerState &, const EqualizerState &) = default;
};
/// The amp tells about once a second that it is there.
struct Tick {
    friend bool operator==(const Tick &, const Tick &) = default;
};
using Report = std::variant<Gain, Filter, AutoStandby, Display, Input, Slot, Volume, Mute, State, EqualizerState, Tick>;
/// What a frame of the amp tells: an echo, an answer to a safe read, or unasked. A frame of the whole output block reads as the Volume or Mute that
/// it carries. Errc::BadFrame.
Result<Report> decode(const Frame &frame);

} // namespace gainstage::topping::dx1
