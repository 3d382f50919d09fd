// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eq/fixed_point.h"

#include "devices/amp/number_checks.h"

namespace gainstage::eq {
namespace {

constexpr int mostBits = 62;

Result<double> throughFormat(double coefficient, FixedPoint format)
{
    const auto fixed = toFixed(coefficient, format);
    if (!fixed)
        return std::unexpected(fixed.error());
    if (fixed->overflows)
        return failure(Errc::OutOfRange, SENTENCE("error", "The amp's filters cannot hold this band: its coefficient %1 is too large."),
                       {numberFact(coefficient)}, SENTENCE("error", "Use less gain, or a peak in place of the shelf."));
    return fromFixed(fixed->raw, format);
}

} // namespace

Result<FixedNumber> toFixed(double value, FixedPoint format)
{
    const double scaled = std::floor(std::ldexp(value, format.fractionBits) + 0.5);
    const double limit = std::ldexp(1.0, format.bits() - 1);
    const auto checked = all({
        require(format.integerBits >= 1 && format.fractionBits >= 0 && format.bits() <= mostBits,
                SENTENCE("error", "A fixed-point number has 1 to 62 bits, not %1."), format.bits()),
        require(std::abs(scaled) < std::ldexp(1.0, mostBits), SENTENCE("error", "%1 is no number that a fixed-point format could hold."), value),
    });
    if (!checked)
        return std::unexpected(checked.error());
    return FixedNumber{static_cast<std::int64_t>(scaled), scaled < -limit || scaled > limit - 1};
}

double fromFixed(std::int64_t raw, FixedPoint format)
{
    return std::ldexp(static_cast<double>(raw), -format.fractionBits);
}

std::string hexOf(std::int64_t raw, FixedPoint format)
{
    std::string digits(static_cast<std::size_t>((format.bits() + 3) / 4), '0');
    std::uint64_t rest = static_cast<std::uint64_t>(raw) & ((std::uint64_t{1} << format.bits()) - 1);
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, rest >>= 4)
        *digit = "0123456789ABCDEF"[rest & 15];
    return digits;
}

Result<Biquad> rounded(const Biquad &biquad, FixedPoint format)
{
    Biquad held;
    for (double Biquad::*coefficient : {&Biquad::b0, &Biquad::b1, &Biquad::b2, &Biquad::a1, &Biquad::a2}) {
        const auto value = throughFormat(biquad.*coefficient, format);
        if (!value)
            return std::unexpected(value.error());
        held.*coefficient = *value;
    }
    if (!isStable(held))
        return failure(Errc::OutOfRange, SENTENCE("error", "Rounded to %1 bits as the amp does it, this band would no longer be stable."),
                       {std::to_string(format.bits())});
    return held;
}

} // namespace gainstage::eq
