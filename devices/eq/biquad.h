// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/eq/filter.h"
#include "protocol/bytes/result.h"

namespace gainstage::eq {

/// H(z) = (b0 + b1/z + b2/z²) / (1 + a1/z + a2/z²).
struct Biquad {
    double b0 = 1.0, b1 = 0.0, b2 = 0.0, a1 = 0.0, a2 = 0.0;
    friend bool operator==(const Biquad &, const Biquad &) = default;
};

inline constexpr Decibels kLargestGain{40.0};

/// The filter at this sample rate. Errc::OutOfRange: a frequency that is not between zero and half the rate, a Q that is not above zero,
/// a gain beyond ±40 dB, a number that is none. Source: R. Bristow-Johnson, Audio EQ Cookbook (W3C Note, 2021).
Result<Biquad> design(const Filter &filter, Frequency sampleRate);

/// Whether its poles lie inside the unit circle; to be asked after any rounding.
bool isStable(const Biquad &biquad);

} // namespace gainstage::eq
