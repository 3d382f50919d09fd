// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/headphone/sound.h"
#include "protocol/bytes/result.h"

#include <cstdint>
#include <optional>
#include <span>

namespace gainstage::headphone {

// All of this is an estimate: units of a headphone, fit and programme make ±5 dB. Nothing here calls a level safe. Errc::OutOfRange throughout.

/// What determines the average level of a programme.
struct Listening {
    SoundLevel atOneVolt;
    Volts fullScale; ///< unclipped, in the gain mode that is on
    Decibels volume, preamp;
    Decibels loudness; ///< LUFS
};
Result<SoundLevel> averageLevel(const Listening &listening);

/// A rule of allowed time: so long at the reference level, half of it for each exchange rate above.
struct TimeRule {
    SoundLevel level;
    Hours time;
    Decibels exchange;
};
/// 85 dB(A) for 8 hours, 3 dB. Source: NIOSH.
inline constexpr TimeRule kNiosh{{85.0}, {8.0}, {3.0}};
Result<Hours> allowedTime(SoundLevel level, const TimeRule &rule);

/// Time at an A-weighted level.
struct Exposure {
    SoundLevel level;
    Hours time;
};

struct DayDose {
    Percent dose;
    std::optional<SoundLevel> average; ///< over 8 hours; nothing without any exposure
};
/// Of a day, by NIOSH's rule: halves of time per 3 dB.
Result<DayDose> dayDose(std::span<const Exposure> exposures);

/// Of a week, by WHO and ITU-T H.870: equal energy, 40 hours at 80 dB(A), or at 75 dB(A) for children and who is sensitive.
enum class Listener : std::uint8_t { Adult, Child };
struct WeekDose {
    Percent dose;
    double energy = 0.0;               ///< Pa²h
    std::optional<SoundLevel> average; ///< over 40 hours; nothing without any exposure
};
Result<WeekDose> weekDose(std::span<const Exposure> exposures, Listener listener);
/// What is left of the week at a level, when part of its dose is used.
Result<Hours> hoursLeft(Percent used, SoundLevel level, Listener listener);

} // namespace gainstage::headphone
