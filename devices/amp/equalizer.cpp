// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/equalizer.h"

#include <algorithm>
#include <cmath>

namespace gainstage {
namespace {

bool within(std::int32_t value, const Limits &limits)
{
    return value >= limits.min && value <= limits.max && (value - limits.min) % std::max(limits.step, 1) == 0;
}

double toDecibels(double power)
{
    return 10.0 * std::log10(power);
}

/// What a resonance of a second-order low or high pass adds above 0 dB; nothing up to the Butterworth Q.
double passPeak(double q)
{
    return q * q <= 0.5 ? 0.0 : toDecibels(q * q / (1.0 - 1.0 / (4.0 * q * q)));
}

/// The highest point of a shelf by the RBJ cookbook, H(s) = A (s² + (√A/Q) s + A) / (A s² + (√A/Q) s + 1). With x = ω² the extremes of |H|² lie
/// where b x² + 2 (1 + A²) x + b = 0, b = A/Q² − 2A: only a Q above Butterworth's (b < 0) overshoots.
double shelfPeak(double gain, double q)
{
    const double a = std::pow(10.0, gain / 40.0);
    const double b = a / (q * q) - 2.0 * a;
    const double plain = std::max(gain, 0.0);
    const double root = (1.0 + a * a) * (1.0 + a * a) - b * b;
    if (b >= 0.0 || root < 0.0)
        return plain;
    const auto power = [&](double x) { return a * a * (x * x + b * x + a * a) / (a * a * x * x + b * x + 1.0); };
    const double x = (-(1.0 + a * a) - std::sqrt(root)) / b;
    return std::max({plain, toDecibels(power(x)), toDecibels(power(1.0 / x))});
}

double loudestPoint(const Band &band)
{
    const double gain = band.gain / 100.0;
    const double q = std::max(band.q, 1) / 1000.0;
    switch (band.type) {
    case FilterType::Peaking: return std::max(gain, 0.0);
    case FilterType::LowShelf:
    case FilterType::HighShelf: return shelfPeak(gain, q);
    case FilterType::LowPass:
    case FilterType::HighPass: return passPeak(q);
    case FilterType::Notch:
    case FilterType::BandPass:
    case FilterType::AllPass: return 0.0;
    }
    return 0.0;
}

} // namespace

bool EqualizerLimits::accepts(const Band &band) const
{
    return std::ranges::find(types, band.type) != types.end() && within(band.frequency, frequency) && within(band.gain, gain) && within(band.q, q);
}

bool EqualizerLimits::accepts(const Equalizer &equalizer) const
{
    return std::ssize(equalizer.bands) == bands && within(equalizer.preamp, preamp) &&
           std::ranges::all_of(equalizer.bands, [this](const Band &band) { return accepts(band); });
}

Decibels loudestBound(const Equalizer &equalizer)
{
    if (!equalizer.on)
        return Decibels{0.0};
    double sum = equalizer.preamp / 100.0;
    for (const Band &band : equalizer.bands)
        sum += band.on ? loudestPoint(band) : 0.0;
    return Decibels{sum};
}

} // namespace gainstage
