// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/headphone/output_impedance.h"

#include "devices/headphone/checks.h"

#include <algorithm>
#include <numbers>

namespace gainstage::headphone {
namespace {

constexpr double mostPartOfLoad = 8.0;

Result<void> checkImpedance(const Impedance &impedance)
{
    return all({
        checkLoad(impedance.magnitude),
        require(std::abs(impedance.phase) <= 90.0, SENTENCE("error", "The impedance's phase must lie between −90 and 90 degrees, not at %1."),
                impedance.phase),
    });
}

Decibels loss(const Impedance &headphone, Ohms outputImpedance)
{
    const double angle = headphone.phase * std::numbers::pi / 180.0, magnitude = headphone.magnitude.value;
    const double whole = std::hypot(magnitude * std::cos(angle) + outputImpedance.value, magnitude * std::sin(angle));
    return decibelsOf(magnitude / whole);
}

} // namespace

Result<Damping> dampingOf(Ohms smallestImpedance, Ohms outputImpedance)
{
    if (const auto checked = all({checkLoad(smallestImpedance), checkOutput(outputImpedance)}); !checked)
        return std::unexpected(checked.error());
    const Ohms largest{smallestImpedance.value / mostPartOfLoad};
    const auto factor = outputImpedance.value > 0 ? std::optional(smallestImpedance.value / outputImpedance.value) : std::nullopt;
    return Damping{factor, largest, outputImpedance <= largest};
}

Result<Decibels> dividerLoss(const Impedance &headphone, Ohms outputImpedance)
{
    if (const auto checked = all({checkImpedance(headphone), checkOutput(outputImpedance)}); !checked)
        return std::unexpected(checked.error());
    return loss(headphone, outputImpedance);
}

Result<Ripple> rippleOf(Ohms smallest, Ohms largest, Ohms outputImpedance)
{
    const auto checked = all({
        checkLoad(smallest),
        checkLoad(largest),
        require(smallest <= largest, SENTENCE("error", "The smallest impedance is above the largest: %1 Ω."), smallest.value),
        checkOutput(outputImpedance),
    });
    if (!checked)
        return std::unexpected(checked.error());
    return Ripple{loss({largest}, outputImpedance) - loss({smallest}, outputImpedance), decibelsOf(largest.value / smallest.value)};
}

Result<ImpedanceCurve> ImpedanceCurve::of(std::vector<Point> points)
{
    for (const Point &point : points) {
        if (const auto checked = all({checkFrequency(point.frequency), checkImpedance(point.impedance)}); !checked)
            return std::unexpected(checked.error());
    }
    if (points.size() < 2)
        return failure(Errc::OutOfRange, SENTENCE("error", "An impedance curve needs two points or more."));
    std::ranges::sort(points, {}, &Point::frequency);
    const auto twice = std::ranges::adjacent_find(points, {}, &Point::frequency);
    if (twice != points.end())
        return failure(Errc::OutOfRange, SENTENCE("error", "The impedance curve has two values at %1 Hz."), {numberFact(twice->frequency.value)});
    return ImpedanceCurve(std::move(points));
}

Impedance ImpedanceCurve::at(Frequency frequency) const
{
    if (frequency <= m_points.front().frequency)
        return m_points.front().impedance;
    if (frequency >= m_points.back().frequency)
        return m_points.back().impedance;
    const auto right = std::ranges::upper_bound(m_points, frequency, {}, &Point::frequency);
    const Point &a = *(right - 1), &b = *right;
    const double share = std::log(frequency.value / a.frequency.value) / std::log(b.frequency.value / a.frequency.value);
    const double magnitude = a.impedance.magnitude.value * std::pow(b.impedance.magnitude.value / a.impedance.magnitude.value, share);
    return {{magnitude}, std::lerp(a.impedance.phase, b.impedance.phase, share)};
}

Ohms ImpedanceCurve::smallest() const
{
    return std::ranges::min(m_points, {}, [](const Point &point) { return point.impedance.magnitude; }).impedance.magnitude;
}

Result<Decibels> responseChange(const ImpedanceCurve &curve, Ohms outputImpedance, Frequency frequency, Frequency reference)
{
    if (const auto checked = all({checkOutput(outputImpedance), checkFrequency(frequency), checkFrequency(reference)}); !checked)
        return std::unexpected(checked.error());
    return loss(curve.at(frequency), outputImpedance) - loss(curve.at(reference), outputImpedance);
}

} // namespace gainstage::headphone
