// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/fiio/quiet_order.h"

#include "devices/eq/preamp.h"

#include <algorithm>
#include <cmath>

namespace gainstage::fiio {
namespace {

constexpr double hearable = 1e-6; ///< decibels; less is an error of the computation

/// Those that differ; those that become quieter first.
std::vector<std::size_t> changedBands(const Equalizer &from, const Equalizer &to)
{
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < to.bands.size(); ++i) {
        if (from.bands[i] != to.bands[i])
            changed.push_back(i);
    }
    std::ranges::stable_partition(changed, [&](std::size_t i) { return to.bands[i].gain < from.bands[i].gain; });
    return changed;
}

/// How far the way there is above the louder end, in decibels. Nothing where a loudest point is not known.
std::optional<double> excess(const Equalizer &from, const Equalizer &to, const std::vector<std::size_t> &order, std::int32_t preamp,
                             const EqualizerLimits &limits)
{
    const auto start = eq::loudestPoint(from, limits), end = eq::loudestPoint(to, limits);
    if (!start || !end)
        return std::nullopt;
    double most = std::max(start->value, end->value);
    const double ceiling = most;
    Equalizer between = from;
    between.preamp = preamp;
    for (const std::size_t band : order) {
        between.bands[band] = to.bands[band];
        const auto here = eq::loudestPoint(between, limits);
        if (!here)
            return std::nullopt;
        most = std::max(most, here->value);
    }
    return most - ceiling;
}

std::int32_t lowered(std::int32_t preamp, double decibels, const Limits &limits)
{
    const auto steps = static_cast<std::int32_t>(std::ceil((decibels - hearable) * 100.0 / limits.step));
    return std::max(preamp - std::max(steps, 0) * limits.step, limits.min);
}

} // namespace

std::vector<EqualizerStep> quietOrder(const Equalizer &from, const Equalizer &to, const EqualizerLimits &limits)
{
    const auto order = changedBands(from, to);
    std::int32_t meanwhile = std::min(from.preamp, to.preamp);
    if (order.size() > 1 || from.preamp != to.preamp)
        meanwhile = lowered(meanwhile, excess(from, to, order, meanwhile, limits).value_or(0.0), limits.preamp);
    if (order.empty())
        meanwhile = to.preamp;
    std::vector<EqualizerStep> steps;
    if (meanwhile != from.preamp)
        steps.push_back({EqualizerStep::Kind::Preamp, meanwhile, 0});
    for (const std::size_t band : order)
        steps.push_back({EqualizerStep::Kind::Band, 0, band});
    if (meanwhile != to.preamp)
        steps.push_back({EqualizerStep::Kind::Preamp, to.preamp, 0});
    return steps;
}

} // namespace gainstage::fiio
