// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/headphone/sound.h"
#include "protocol/bytes/result.h"

#include <cstdint>

namespace gainstage::headphone {

/// How an output and a headphone suit each other, by the headroom above the target level.
enum class Verdict : std::uint8_t {
    NotEnough,   ///< below −6 dB: another output or amp
    Marginal,    ///< from −6 dB: loud passages may clip
    Enough,      ///< from 0 dB: reaches the target; a boosting equalizer eats it
    Comfortable, ///< from 6 dB: room for an equalizer
    Ample,       ///< from 12 dB: a lower gain will do
};
Verdict verdictOf(Decibels headroom);

struct Headroom {
    SoundLevel loudest;
    Decibels headroom;
    Verdict verdict = Verdict::NotEnough;
};

/// L_max = S_V + 20·log10(V_max). Errc::OutOfRange.
Result<Headroom> headroomOf(SoundLevel atOneVolt, Volts largest, SoundLevel target);

/// Louder than this, a warning of the hearing goes with every verdict.
inline constexpr SoundLevel kHearingWarning{120.0};

} // namespace gainstage::headphone
