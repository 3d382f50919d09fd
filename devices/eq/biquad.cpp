// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eq/biquad.h"

#include "devices/amp/number_checks.h"

#include <numbers>

namespace gainstage::eq {
namespace {

/// The cookbook's intermediate values.
struct Prototype {
    double a;      ///< A: the square root of the gain
    double cosine; ///< of the centre's angular frequency
    double alpha;  ///< sine by twice the Q
};

/// Before its division by a0.
struct Section {
    double b0, b1, b2, a0, a1, a2;
};

Section peaking(const Prototype &p)
{
    return {1 + p.alpha * p.a, -2 * p.cosine, 1 - p.alpha * p.a, 1 + p.alpha / p.a, -2 * p.cosine, 1 - p.alpha / p.a};
}

/// Both shelves are one formula; the high shelf has the cosine's sign turned, and so its middle coefficients.
Section shelf(const Prototype &p, double sign)
{
    const double up = p.a + 1, down = p.a - 1, cosine = sign * p.cosine;
    const double beta = 2 * std::sqrt(p.a) * p.alpha;
    return {p.a * (up - down * cosine + beta), sign * 2 * p.a * (down - up * cosine), p.a * (up - down * cosine - beta),
            up + down * cosine + beta,         sign * -2 * (down + up * cosine),      up + down * cosine - beta};
}

Section lowPass(const Prototype &p)
{
    return {(1 - p.cosine) / 2, 1 - p.cosine, (1 - p.cosine) / 2, 1 + p.alpha, -2 * p.cosine, 1 - p.alpha};
}

Section highPass(const Prototype &p)
{
    return {(1 + p.cosine) / 2, -(1 + p.cosine), (1 + p.cosine) / 2, 1 + p.alpha, -2 * p.cosine, 1 - p.alpha};
}

Section notch(const Prototype &p)
{
    return {1, -2 * p.cosine, 1, 1 + p.alpha, -2 * p.cosine, 1 - p.alpha};
}

/// With 0 dB at its peak.
Section bandPass(const Prototype &p)
{
    return {p.alpha, 0, -p.alpha, 1 + p.alpha, -2 * p.cosine, 1 - p.alpha};
}

Section allPass(const Prototype &p)
{
    return {1 - p.alpha, -2 * p.cosine, 1 + p.alpha, 1 + p.alpha, -2 * p.cosine, 1 - p.alpha};
}

Section sectionOf(FilterType type, const Prototype &p)
{
    switch (type) {
    case FilterType::Peaking: return peaking(p);
    case FilterType::LowShelf: return shelf(p, 1);
    case FilterType::HighShelf: return shelf(p, -1);
    case FilterType::LowPass: return lowPass(p);
    case FilterType::HighPass: return highPass(p);
    case FilterType::Notch: return notch(p);
    case FilterType::BandPass: return bandPass(p);
    case FilterType::AllPass: return allPass(p);
    }
    return {1, 0, 0, 1, 0, 0};
}

Result<void> check(const Filter &filter, Frequency sampleRate)
{
    const double frequency = filter.frequency.value;
    return all({
        requirePositive(sampleRate.value, SENTENCE("error", "The sample rate must be above zero, not %1 Hz.")),
        require(frequency > 0.0 && frequency < sampleRate.value / 2,
                SENTENCE("error", "The frequency must be above zero and below half the sample rate, not %1 Hz."), frequency),
        requirePositive(filter.q, SENTENCE("error", "The Q must be above zero, not %1.")),
        require(std::abs(filter.gain.value) <= kLargestGain.value, SENTENCE("error", "The gain must lie between −40 and 40 dB, not at %1 dB."),
                filter.gain.value),
    });
}

} // namespace

bool hasGain(FilterType type)
{
    return type == FilterType::Peaking || type == FilterType::LowShelf || type == FilterType::HighShelf;
}

bool isWire(const Filter &filter)
{
    return hasGain(filter.type) && filter.gain.value == 0.0;
}

Result<Biquad> design(const Filter &filter, Frequency sampleRate)
{
    if (const auto checked = check(filter, sampleRate); !checked)
        return std::unexpected(checked.error());
    const double w = 2 * std::numbers::pi * filter.frequency.value / sampleRate.value;
    const Section s = sectionOf(filter.type, {std::pow(10.0, filter.gain.value / 40.0), std::cos(w), std::sin(w) / (2 * filter.q)});
    return Biquad{s.b0 / s.a0, s.b1 / s.a0, s.b2 / s.a0, s.a1 / s.a0, s.a2 / s.a0};
}

bool isStable(const Biquad &biquad)
{
    return std::abs(biquad.a2) < 1.0 && std::abs(biquad.a1) < 1.0 + biquad.a2;
}

} // namespace gainstage::eq
