// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/headphone/headroom.h"

#include <string>
#include <vector>

namespace gainstage::headphone {

struct GainMode {
    std::string name;
    Decibels gain;
};

/// The chain from a full-scale signal to the ear, and what is wished of it.
struct GainQuestion {
    Volts source; ///< what full scale makes at 0 dB of gain and volume, without a load
    std::vector<GainMode> modes;
    Volts largest; ///< undistorted, into this headphone
    Ohms headphone, outputImpedance;
    SoundLevel atOneVolt; ///< the headphone's sensitivity
    Decibels preamp;      ///< of the equalizer: 0 or less
    SoundLevel target;    ///< that a full-scale sine shall reach
    Decibels leastHeadroom{3.0};
    SoundLevel preferredAverage;
    Decibels loudness; ///< LUFS of the programme: −14 for streams, −9 for loud masters, −23 to −18 for classical music and film
    Decibels volumeStep{0.5};
};

struct ModeLevel {
    SoundLevel loudest; ///< of a full-scale sine at full volume, as far as the output follows
    bool clips = false; ///< at full volume
};

struct GainPlan {
    std::size_t mode = 0;         ///< index of the lowest mode that is enough, or of the loudest one where none is
    std::vector<ModeLevel> modes; ///< in the order of the question
    Decibels volumeCap;           ///< the highest volume that cannot clip
    Decibels volume;              ///< for the preferred average level
    Decibels volumeOnStep;        ///< the same, rounded to the quieter step
    Decibels volumeAtTarget;      ///< at which full scale reaches the target, or as close as it comes
    Decibels headroom;            ///< of the loudest mode above the target
    Verdict verdict = Verdict::NotEnough;
};

/// The lowest gain that reaches the target with headroom to spare: lowest noise, and most of the volume's range in use. Errc::OutOfRange.
Result<GainPlan> planGain(const GainQuestion &question);

/// Below this an analogue potentiometer's channels drift apart; the next lower mode is the better choice where there is one.
inline constexpr Decibels kPoorBalanceBelow{-40.0};

} // namespace gainstage::headphone
