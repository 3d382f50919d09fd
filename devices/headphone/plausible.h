// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gainstage::headphone {

/// What figures usually are. One outside is computed all the same, but its result deserves a warning: a unit may have been mixed up.
struct PlausibleRange {
    double lowest, highest;
    constexpr bool holds(double value) const { return value >= lowest && value <= highest; }
};

inline constexpr PlausibleRange kPlausibleImpedance{4.0, 1000.0};      ///< ohms
inline constexpr PlausibleRange kPlausiblePerMilliwatt{70.0, 130.0};   ///< dB SPL at 1 mW
inline constexpr PlausibleRange kPlausiblePerVolt{80.0, 145.0};        ///< dB SPL at 1 V
inline constexpr PlausibleRange kPlausibleOutputImpedance{0.0, 150.0}; ///< ohms
inline constexpr PlausibleRange kPlausiblePower{0.0001, 20.0};         ///< watts
inline constexpr PlausibleRange kPlausibleTarget{85.0, 130.0};         ///< dB SPL; above 120 a warning of the hearing goes with it
inline constexpr PlausibleRange kPlausibleNoise{0.1e-6, 500e-6};       ///< volts
inline constexpr PlausibleRange kPlausibleBalance{-20.0, 20.0};        ///< decibels
inline constexpr PlausibleRange kPlausibleEqualizerGain{-20.0, 20.0};  ///< decibels

} // namespace gainstage::headphone
