// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/number_checks.h"
#include "devices/headphone/sound.h"

namespace gainstage::headphone {

// What cannot be, said once for all formulas of this room. Errc::OutOfRange, and the sentence names the quantity.

inline Result<void> checkLoad(Ohms impedance)
{
    return requirePositive(impedance.value, SENTENCE("error", "The impedance must be above zero, not %1 Ω."));
}
inline Result<void> checkOutput(Ohms impedance)
{
    return requireNotNegative(impedance.value, SENTENCE("error", "The output impedance must not be below zero: %1 Ω."));
}
inline Result<void> checkSensitivity(double value)
{
    return requireFinite(value, SENTENCE("error", "The sensitivity must be a number, not %1 dB."));
}
inline Result<void> checkLevel(SoundLevel level)
{
    return requireFinite(level.value, SENTENCE("error", "The sound level must be a number, not %1 dB."));
}
inline Result<void> checkVoltage(Volts volts)
{
    return requirePositive(volts.value, SENTENCE("error", "The voltage must be above zero, not %1 V."));
}
inline Result<void> checkCurrent(Amperes amperes)
{
    return requirePositive(amperes.value, SENTENCE("error", "The current must be above zero, not %1 A."));
}
inline Result<void> checkGain(Decibels gain)
{
    return requireFinite(gain.value, SENTENCE("error", "The gain must be a number, not %1 dB."));
}
inline Result<void> checkTime(Hours hours)
{
    return requireNotNegative(hours.value, SENTENCE("error", "A time must not be below zero: %1 h."));
}
inline Result<void> checkFrequency(Frequency frequency)
{
    return requirePositive(frequency.value, SENTENCE("error", "The frequency must be above zero, not %1 Hz."));
}

} // namespace gainstage::headphone
