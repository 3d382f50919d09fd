// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/equalizer.h"
#include "devices/amp/setting.h"

namespace gainstage {

struct Revision {
    std::uint32_t number = 0;
    friend auto operator<=>(Revision, Revision) = default;
};

struct Jack {
    Value output; ///< OutputFigures::id
    bool plugged = false;
    std::optional<Ohms> impedance; ///< where the amp measures it
    friend bool operator==(const Jack &, const Jack &) = default;
};

struct InputState {
    Value id;
    bool locked = false;
    std::int32_t sampleRate = 0; ///< hertz; 0 unknown
    friend bool operator==(const InputState &, const InputState &) = default;
};

struct Protection {
    bool thermal = false, dc = false, overCurrent = false;
    bool any() const { return thermal || dc || overCurrent; }
    friend bool operator==(const Protection &, const Protection &) = default;
};

/// What an amp holds, as it says itself.
struct State {
    Revision revision;
    Values values; ///< a missing entry is unknown
    std::optional<Equalizer> equalizer;
    std::vector<Jack> jacks;
    std::optional<InputState> input;
    Protection protection;
    bool unstored = false; ///< working values differ from those in flash
    std::optional<Value> value(SettingId id) const;
};

struct Meters {
    std::vector<DbfsLevel> level;      ///< per channel; -120 is silence
    std::optional<std::int64_t> clips; ///< since power-on
    std::optional<Celsius> temperature;
    std::vector<Volts> supply; ///< per rail
};

} // namespace gainstage
