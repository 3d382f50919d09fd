// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eq/width.h"

#include "devices/amp/number_checks.h"

#include <numbers>

namespace gainstage::eq {
namespace {

constexpr double halfOctave = std::numbers::ln2 / 2; ///< in natural units

const char *const badQ = SENTENCE("error", "The Q must be above zero, not %1.");
const char *const badBandwidth = SENTENCE("error", "The bandwidth must be above zero, not %1 octaves.");
const char *const badSlope = SENTENCE("error", "The slope must be above zero, not %1.");
const char *const badGain = SENTENCE("error", "The gain must be a number, not %1 dB.");

/// A + 1/A of the cookbook.
double spread(Decibels gain)
{
    const double a = std::pow(10.0, gain.value / 40.0);
    return a + 1 / a;
}

Result<double> ifSane(const Result<void> &checked, double value)
{
    return checked ? Result<double>(value) : std::unexpected(checked.error());
}

} // namespace

Result<double> bandwidthOfQ(double q)
{
    return ifSane(requirePositive(q, badQ), std::asinh(1 / (2 * q)) / halfOctave);
}

Result<double> qOfBandwidth(double octaves)
{
    return ifSane(requirePositive(octaves, badBandwidth), 1 / (2 * std::sinh(halfOctave * octaves)));
}

Result<double> qOfBandwidthAt(double octaves, Frequency frequency, Frequency sampleRate)
{
    const double w = 2 * std::numbers::pi * frequency.value / sampleRate.value;
    const auto checked = all({
        requirePositive(octaves, badBandwidth),
        requirePositive(sampleRate.value, SENTENCE("error", "The sample rate must be above zero, not %1 Hz.")),
        require(w > 0 && w < std::numbers::pi, SENTENCE("error", "The frequency must be above zero and below half the sample rate, not %1 Hz."),
                frequency.value),
    });
    return ifSane(checked, 1 / (2 * std::sinh(halfOctave * octaves * w / std::sin(w))));
}

Result<double> qOfSlope(double slope, Decibels gain)
{
    const double inverseSquare = spread(gain) * (1 / slope - 1) + 2;
    const auto checked = all({
        requirePositive(slope, badSlope),
        requireFinite(gain.value, badGain),
        require(inverseSquare > 0, SENTENCE("error", "At this gain no shelf has a slope of %1."), slope),
    });
    return ifSane(checked, 1 / std::sqrt(inverseSquare));
}

Result<double> slopeOfQ(double q, Decibels gain)
{
    const double inverse = (1 / (q * q) - 2) / spread(gain) + 1;
    const auto checked = all({
        requirePositive(q, badQ),
        requireFinite(gain.value, badGain),
        require(inverse > 0, SENTENCE("error", "At this gain no slope gives a shelf with a Q of %1."), q),
    });
    return ifSane(checked, 1 / inverse);
}

Result<double> qOfClassicQ(double classicQ, Decibels gain)
{
    const double a = std::pow(10.0, gain.value / 40.0);
    return ifSane(all({requirePositive(classicQ, badQ), requireFinite(gain.value, badGain)}), gain.value > 0 ? classicQ / a : classicQ);
}

Result<double> qOfQTimesGain(double q, Decibels gain)
{
    const double a = std::pow(10.0, std::abs(gain.value) / 40.0);
    return ifSane(all({requirePositive(q, badQ), requireFinite(gain.value, badGain)}), q / a);
}

Result<double> qTimesGainOf(double cookbookQ, Decibels gain)
{
    const double a = std::pow(10.0, std::abs(gain.value) / 40.0);
    return ifSane(all({requirePositive(cookbookQ, badQ), requireFinite(gain.value, badGain)}), cookbookQ * a);
}

} // namespace gainstage::eq
