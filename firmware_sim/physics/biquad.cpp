// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/physics/biquad.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gainstage::sim {
namespace {

constexpr double kLowestGain = 1e-12; // of power: −120 dB
constexpr int kGridPoints = 400;

struct Biquad {
    double b0, b1, b2, a0, a1, a2;
};

/// What the cookbook's formulas are made of.
struct Prototype {
    double a; ///< amplitude: the square root of the gain
    double cosine;
    double alpha;
    double shelf; ///< 2·√A·α
};

Prototype prototypeOf(const firmware::BandSetting &band, double rate)
{
    const double frequency = std::clamp(static_cast<double>(band.hertz), 1.0, 0.49 * rate);
    const double w = 2 * std::numbers::pi * frequency / rate;
    const double q = std::max(band.milliQ, 1) / 1000.0;
    const double a = std::pow(10.0, band.centiDecibel / 4000.0);
    const double alpha = std::sin(w) / (2 * q);
    return {a, std::cos(w), alpha, 2 * std::sqrt(a) * alpha};
}

Biquad peaking(const Prototype &p)
{
    return {1 + p.alpha * p.a, -2 * p.cosine, 1 - p.alpha * p.a, 1 + p.alpha / p.a, -2 * p.cosine, 1 - p.alpha / p.a};
}

Biquad lowShelf(const Prototype &p)
{
    const double up = p.a + 1, down = p.a - 1;
    return {p.a * (up - down * p.cosine + p.shelf), 2 * p.a * (down - up * p.cosine), p.a * (up - down * p.cosine - p.shelf),
            up + down * p.cosine + p.shelf,         -2 * (down + up * p.cosine),      up + down * p.cosine - p.shelf};
}

Biquad highShelf(const Prototype &p)
{
    const double up = p.a + 1, down = p.a - 1;
    return {p.a * (up + down * p.cosine + p.shelf), -2 * p.a * (down + up * p.cosine), p.a * (up + down * p.cosine - p.shelf),
            up - down * p.cosine + p.shelf,         2 * (down - up * p.cosine),        up - down * p.cosine - p.shelf};
}

Biquad lowPass(const Prototype &p)
{
    return {(1 - p.cosine) / 2, 1 - p.cosine, (1 - p.cosine) / 2, 1 + p.alpha, -2 * p.cosine, 1 - p.alpha};
}

Biquad highPass(const Prototype &p)
{
    return {(1 + p.cosine) / 2, -(1 + p.cosine), (1 + p.cosine) / 2, 1 + p.alpha, -2 * p.cosine, 1 - p.alpha};
}

Biquad notch(const Prototype &p)
{
    return {1, -2 * p.cosine, 1, 1 + p.alpha, -2 * p.cosine, 1 - p.alpha};
}

/// With 0 dB at its peak.
Biquad bandPass(const Prototype &p)
{
    return {p.alpha, 0, -p.alpha, 1 + p.alpha, -2 * p.cosine, 1 - p.alpha};
}

Biquad allPass(const Prototype &p)
{
    return {1 - p.alpha, -2 * p.cosine, 1 + p.alpha, 1 + p.alpha, -2 * p.cosine, 1 - p.alpha};
}

using Formula = Biquad (*)(const Prototype &);
constexpr Formula kFormulas[] = {peaking, lowShelf, highShelf, lowPass, highPass, notch, bandPass, allPass};

/// |c0 + c1/z + c2/z²|² on the unit circle, in a form that does not cancel at low frequencies; `s` is sin²(ω/2).
double power(double c0, double c1, double c2, double s)
{
    const double sum = c0 + c1 + c2;
    return sum * sum - 4 * (c0 * c1 + 4 * c0 * c2 + c1 * c2) * s + 16 * c0 * c2 * s * s;
}

double decibelAt(const Biquad &filter, double hertz, double rate)
{
    const double half = std::sin(std::numbers::pi * hertz / rate);
    const double above = power(filter.b0, filter.b1, filter.b2, half * half);
    const double below = power(filter.a0, filter.a1, filter.a2, half * half);
    return 10 * std::log10(std::max(above / std::max(below, kLowestGain), kLowestGain));
}

} // namespace

double bandDecibel(const firmware::BandSetting &band, double hertz, double rate)
{
    if (!band.on || band.type >= std::size(kFormulas) || rate <= 0)
        return 0;
    return decibelAt(kFormulas[band.type](prototypeOf(band, rate)), hertz, rate);
}

double bandsDecibel(std::span<const firmware::BandSetting> bands, double hertz, double rate)
{
    double sum = 0;
    for (const firmware::BandSetting &band : bands)
        sum += bandDecibel(band, hertz, rate);
    return sum;
}

double loudestDecibel(std::span<const firmware::BandSetting> bands, double rate)
{
    const double top = std::min(20000.0, 0.49 * rate);
    double loudest = bandsDecibel(bands, top, rate);
    for (int i = 0; i < kGridPoints; ++i)
        loudest = std::max(loudest, bandsDecibel(bands, 20 * std::pow(top / 20, static_cast<double>(i) / kGridPoints), rate));
    // A narrow peak lies between the points of the grid.
    for (const firmware::BandSetting &band : bands)
        loudest = std::max(loudest, bandsDecibel(bands, std::clamp(static_cast<double>(band.hertz), 20.0, top), rate));
    return loudest;
}

} // namespace gainstage::sim
