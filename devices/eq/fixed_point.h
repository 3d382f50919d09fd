// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/eq/biquad.h"

#include <cstdint>

namespace gainstage::eq {

/// Numbers as a signal processor holds them: two's complement, `integerBits` in front of the point (the sign is one of them).
struct FixedPoint {
    int integerBits = 0, fractionBits = 0;
    constexpr int bits() const { return integerBits + fractionBits; }
    friend bool operator==(const FixedPoint &, const FixedPoint &) = default;
};

inline constexpr FixedPoint kQ2_30{2, 30};      ///< USB dongles with the walkplay protocol
inline constexpr FixedPoint kQ5_27{5, 27};      ///< SigmaDSP of 32 bits
inline constexpr FixedPoint kQ5_23{5, 23};      ///< SigmaDSP of 28 bits
inline constexpr FixedPoint kSigned8_8{8, 8};   ///< gains in dongles, USB audio's decibels
inline constexpr FixedPoint kUnsigned8_8{9, 8}; ///< Q in dongles; its sign bit is not sent

struct FixedNumber {
    std::int64_t raw = 0;
    bool overflows = false; ///< the format has no such number: refuse it, it would come back with another sign
    friend bool operator==(const FixedNumber &, const FixedNumber &) = default;
};

/// The nearest number of the format, half up. Errc::OutOfRange: no number, one beyond 2⁶², or a format of less than 1 or more than 62 bits.
Result<FixedNumber> toFixed(double value, FixedPoint format);
double fromFixed(std::int64_t raw, FixedPoint format);

/// The bits as they are sent, most significant first, in capital hex digits.
std::string hexOf(std::int64_t raw, FixedPoint format);

/// The biquad that the device makes of it. Errc::OutOfRange: a coefficient that does not fit the format, or poles that rounding moved out of the unit circle.
Result<Biquad> rounded(const Biquad &biquad, FixedPoint format);

} // namespace gainstage::eq
