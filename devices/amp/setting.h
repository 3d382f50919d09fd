// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/units.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace gainstage {

/// What a setting is for. The numbers are those of the open protocol's registry; 32768 and above are the maker's own.
enum class Role : std::uint16_t {
    Gain = 1,
    Output = 2,
    Input = 3,
    Volume = 4,
    Mute = 5,
    Balance = 6,
    Filter = 7,
    Crossfeed = 8,
    Polarity = 9,
    Brightness = 10,
    AutoOff = 11,
    VolumeLimit = 12,
    PowerOnVolume = 13,
    Mono = 14,
    ChannelSwap = 15,
    MakersOwn = 32768,
};

/// Units of a range's raw integers, numbered as in the open protocol.
enum class Unit : std::uint8_t {
    None = 0,
    CentiDecibel = 1,
    Hertz = 2,
    MilliQ = 3,
    MilliOhm = 4,
    MicroVolt = 5,
    DeciCelsius = 6,
    Millisecond = 7,
    Percent = 8,
    Second = 9,
    Minute = 10,
    MilliVolt = 11,
};

/// Stable within a model.
struct SettingId {
    std::uint16_t number = 0;
    friend auto operator<=>(SettingId, SettingId) = default;
};

/// A setting's value in its own raw unit: the choice's number, the range's integer, 0 or 1 of a switch. Exact, so that a value read back compares equal.
struct Value {
    std::int32_t raw = 0;
    friend auto operator<=>(Value, Value) = default;
};

/// What an amp's settings hold. A missing entry is a value that nobody knows.
using Values = std::map<SettingId, Value>;

struct Choice {
    Value value;
    QString key;                  ///< for scripts and files: "high"
    QString label;                ///< the maker's word for people
    std::optional<Decibels> adds; ///< to the level at the output, against the quietest choice
};
struct Choices {
    std::vector<Choice> list; ///< never empty
    const Choice *find(Value value) const;
    const Choice *find(const QString &key) const;
};
struct Range {
    Unit unit = Unit::None;
    std::int32_t min = 0, max = 0, step = 1; ///< raw; values are min + n·step
};
struct Switch {};

struct SettingFlags {
    bool audible = false;
    bool readOnly = false;
    bool stored = false;          ///< goes into flash with store()
    bool clicks = false;          ///< mute around it
    bool silentFloor = false;     ///< the range's lowest value is silence
    bool experimental = false;    ///< not proven on hardware: off unless asked for
    bool bringsEqualizer = false; ///< another equalizer comes with it: one that is meant to be written is written behind it
};

/// One thing that can be set, as the amp or its catalog row describes it.
struct Setting {
    SettingId id;
    Role role = Role::MakersOwn;
    QString key;   ///< unique in the amp: "gain"
    QString label; ///< the maker's word; known roles are shown in the user's language instead
    std::variant<Choices, Range, Switch> kind;
    SettingFlags flags;
    std::chrono::milliseconds settle{0}; ///< from the amp's answer until the output has followed

    const Choices *choices() const { return std::get_if<Choices>(&kind); }
    const Range *range() const { return std::get_if<Range>(&kind); }
    bool isSwitch() const { return std::holds_alternative<Switch>(kind); }
    /// Whether the amp can hold this value: one of the choices, within limits and on the step, 0 or 1.
    bool accepts(Value value) const;
    /// The nearest value that the amp can hold; between two steps of an audible range the quieter (lower) one.
    Value nearest(Value value) const;
};

} // namespace gainstage
