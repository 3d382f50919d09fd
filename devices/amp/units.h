// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>

namespace gainstage {

/// A number with its unit. Made with braces: Decibels{-12.5}.
template <typename Tag>
struct Quantity {
    double value = 0.0;
    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
};

using Decibels = Quantity<struct DecibelsTag>;
using Frequency = Quantity<struct HertzTag>; ///< hertz
using Ohms = Quantity<struct OhmsTag>;
using Volts = Quantity<struct VoltsTag>;     ///< RMS
using Amperes = Quantity<struct AmperesTag>; ///< RMS
using Watts = Quantity<struct WattsTag>;
using Celsius = Quantity<struct CelsiusTag>;
using DbfsLevel = Quantity<struct DbfsTag>; ///< dB relative to a full-scale sine

} // namespace gainstage
