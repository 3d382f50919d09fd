// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/units.h"

#include <cmath>

namespace gainstage::headphone {

/// Sound pressure level at the ear simulator, in dB re 20 µPa. Of a full-scale sine its RMS level; the sine's crest lies 3.01 dB higher.
struct SoundLevel {
    double value = 0.0;
    friend constexpr auto operator<=>(SoundLevel, SoundLevel) = default;
    friend constexpr SoundLevel operator+(SoundLevel level, Decibels more) { return {level.value + more.value}; }
    friend constexpr SoundLevel operator-(SoundLevel level, Decibels less) { return {level.value - less.value}; }
    friend constexpr Decibels operator-(SoundLevel a, SoundLevel b) { return {a.value - b.value}; }
};

using Hours = Quantity<struct HoursTag>;
using Percent = Quantity<struct PercentTag>;

/// 20·log10 of a ratio of voltages, and back.
inline Decibels decibelsOf(double ratio)
{
    return {20.0 * std::log10(ratio)};
}
inline double ratioOf(Decibels decibels)
{
    return std::pow(10.0, decibels.value / 20.0);
}

/// Through a resistive load.
inline Amperes currentOf(Volts volts, Ohms load)
{
    return {volts.value / load.value};
}
inline Watts powerOf(Volts volts, Ohms load)
{
    return {volts.value * volts.value / load.value};
}

/// What is left of a source's voltage behind its output impedance.
inline Volts behind(Volts source, Ohms outputImpedance, Ohms load)
{
    return {source.value * load.value / (load.value + outputImpedance.value)};
}

} // namespace gainstage::headphone
