// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eq/response.h"

#include "devices/eq/width.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gainstage::eq {
namespace {

constexpr Frequency lowestHeard{10.0}, highestHeard{24000.0};
constexpr double topOfRate = 0.49995; ///< at half the rate itself many filters are zero
constexpr double gridPerOctave = 96.0;
constexpr double smallestWin = 1e-7; ///< decibels
constexpr int climbSteps = 18;       ///< to a five-thousandth of the way between two points, where a top is flat

/// z⁻¹ and z⁻² at one frequency: their cosines, and their sines without the sign.
struct UnitCircle {
    UnitCircle(Frequency frequency, Frequency rate)
    {
        const double w = 2 * std::numbers::pi * frequency.value / rate.value;
        cosine1 = std::cos(w);
        sine1 = std::sin(w);
        cosine2 = cosine1 * cosine1 - sine1 * sine1;
        sine2 = 2 * cosine1 * sine1;
    }
    double cosine1, sine1, cosine2, sine2;
};

/// c0 + c1/z + c2/z². Plain numbers, as thousands of these are computed for a curve.
struct Polynomial {
    Polynomial(double c0, double c1, double c2, const UnitCircle &z)
        : real(c0 + c1 * z.cosine1 + c2 * z.cosine2), imaginary(-(c1 * z.sine1 + c2 * z.sine2))
    {}
    double power() const { return real * real + imaginary * imaginary; }
    double angle() const { return std::atan2(imaginary, real); }
    double real, imaginary;
};

Polynomial numerator(const Biquad &f, const UnitCircle &z)
{
    return {f.b0, f.b1, f.b2, z};
}

Polynomial denominator(const Biquad &f, const UnitCircle &z)
{
    return {1.0, f.a1, f.a2, z};
}

double toDecibels(double power)
{
    return 10 * std::log10(power);
}

Frequency topOf(Frequency rate)
{
    return std::min(highestHeard, Frequency{topOfRate * rate.value});
}

Frequency between(Frequency a, Frequency b, double share)
{
    return {a.value * std::pow(b.value / a.value, share)};
}

} // namespace

Result<Response> Response::of(std::span<const Filter> filters, Frequency sampleRate, std::optional<FixedPoint> format)
{
    std::vector<Biquad> biquads;
    std::vector<Filter> effective;
    for (const Filter &filter : filters) {
        auto biquad = design(filter, sampleRate);
        if (biquad && format)
            biquad = rounded(*biquad, *format);
        if (!biquad)
            return std::unexpected(biquad.error());
        if (isWire(filter))
            continue;
        biquads.push_back(*biquad);
        effective.push_back(filter);
    }
    return Response(std::move(biquads), std::move(effective), sampleRate);
}

Decibels Response::magnitude(Frequency frequency) const
{
    const UnitCircle z(frequency, m_rate);
    double decibels = 0.0, power = 1.0;
    for (const Biquad &biquad : m_biquads) {
        power *= numerator(biquad, z).power() / denominator(biquad, z).power();
        if (power > 1e100 || power < 1e-100) { // many filters in a row must not leave what a double can hold
            decibels += toDecibels(power);
            power = 1.0;
        }
    }
    return std::max(kDeepest, Decibels{decibels + toDecibels(power)});
}

ResponsePoint Response::at(Frequency frequency) const
{
    const Decibels gain = magnitude(frequency);
    if (gain <= kDeepest)
        return {kDeepest, std::nullopt};
    const UnitCircle z(frequency, m_rate);
    double degrees = 0.0;
    for (const Biquad &biquad : m_biquads)
        degrees += (numerator(biquad, z).angle() - denominator(biquad, z).angle()) * 180 / std::numbers::pi;
    const double wrapped = std::remainder(degrees, 360.0);
    return {gain, wrapped <= -180.0 ? 180.0 : wrapped};
}

std::vector<Decibels> Response::magnitudes(std::span<const Frequency> frequencies) const
{
    std::vector<Decibels> all(frequencies.size());
    std::ranges::transform(frequencies, all.begin(), [this](Frequency frequency) { return magnitude(frequency); });
    return all;
}

/// Even in octaves, and denser where a filter is so narrow that it could lie between two points.
std::vector<Frequency> Response::searchGrid() const
{
    const Frequency top = topOf(m_rate);
    auto grid = logarithmicGrid(lowestHeard, top, 1 + static_cast<int>(std::ceil(gridPerOctave * std::log2(top.value / lowestHeard.value))));
    const auto even = std::ssize(grid);
    for (const Filter &filter : m_filters) {
        const double halfWidth = bandwidthOfQ(filter.q).value_or(0.0) / 2;
        for (const double octaves : {-halfWidth, -halfWidth / 2, 0.0, halfWidth / 2, halfWidth}) {
            const Frequency frequency{filter.frequency.value * std::exp2(octaves)};
            if (frequency > lowestHeard && frequency < top)
                grid.push_back(frequency);
        }
    }
    std::ranges::sort(grid.begin() + even, grid.end(), {}, &Frequency::value);
    std::ranges::inplace_merge(grid, grid.begin() + even, {}, &Frequency::value);
    return grid;
}

/// Golden-section search for the maximum between two frequencies.
Peak Response::climb(Frequency below, Frequency above) const
{
    constexpr double share = std::numbers::phi - 1;
    Frequency left = between(above, below, share), right = between(below, above, share);
    Decibels atLeft = magnitude(left), atRight = magnitude(right);
    for (int i = 0; i < climbSteps; ++i) {
        if (atLeft < atRight) {
            below = left;
            left = right;
            atLeft = atRight;
            right = between(below, above, share);
            atRight = magnitude(right);
        } else {
            above = right;
            right = left;
            atRight = atLeft;
            left = between(above, below, share);
            atLeft = magnitude(left);
        }
    }
    return atLeft < atRight ? Peak{right, atRight} : Peak{left, atLeft};
}

Peak Response::loudest() const
{
    const std::vector<Frequency> grid = searchGrid();
    const std::vector<Decibels> gains = magnitudes(grid);
    const auto highest = std::ranges::max_element(gains);
    Peak best{grid[static_cast<std::size_t>(highest - gains.begin())], *highest};
    for (std::size_t i = 1; i + 1 < grid.size(); ++i) {
        const double aboveLeft = (gains[i] - gains[i - 1]).value, aboveRight = (gains[i] - gains[i + 1]).value;
        // A top between its neighbours rises less above the point than the point does above them.
        if (aboveLeft < 0 || aboveRight < 0 || gains[i].value + aboveLeft + aboveRight <= best.gain.value + smallestWin)
            continue;
        const Peak top = climb(grid[i - 1], grid[i + 1]);
        if (top.gain > best.gain)
            best = top;
    }
    return best;
}

std::vector<Frequency> logarithmicGrid(Frequency from, Frequency to, int points)
{
    std::vector<Frequency> grid;
    grid.reserve(static_cast<std::size_t>(std::max(points, 2)));
    for (int i = 0; i + 1 < points; ++i)
        grid.push_back(between(from, to, static_cast<double>(i) / (points - 1)));
    grid.push_back(to);
    return grid;
}

Peak largestDifference(const Response &one, const Response &other)
{
    Peak largest{lowestHeard, {0.0}};
    for (const Frequency frequency : logarithmicGrid(lowestHeard, topOf(one.sampleRate()), 1000)) {
        const Decibels difference{std::abs((one.magnitude(frequency) - other.magnitude(frequency)).value)};
        if (difference > largest.gain)
            largest = {frequency, difference};
    }
    return largest;
}

bool dependsOnSampleRate(const Filter &filter, Frequency sampleRate)
{
    const bool hasWidth = filter.type == FilterType::Peaking || filter.type == FilterType::Notch || filter.type == FilterType::BandPass;
    const double halfWidth = hasWidth ? bandwidthOfQ(filter.q).value_or(0.0) / 2 : 0.0;
    return filter.frequency.value * std::exp2(halfWidth) > 0.45 * sampleRate.value;
}

} // namespace gainstage::eq
