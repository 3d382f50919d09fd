// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/fiio/quiet_order.h"

#include "devices/eq/preamp.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace gainstage::fiio {
namespace {

constexpr double hearable = 1e-6; ///< decibels; less is an error of the computation
constexpr std::size_t mostShelves = 4;

using Steps = std::vector<EqualizerStep>;

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

void put(Equalizer &equalizer, const EqualizerStep &step)
{
    if (step.kind == EqualizerStep::Kind::Preamp)
        equalizer.preamp = step.preamp;
    else
        equalizer.bands[step.band] = step.value;
}

/// How far the way there is above the louder end, in decibels. Nothing where a loudest point is not known.
std::optional<double> excess(const Equalizer &from, const Equalizer &to, const Steps &steps, const EqualizerLimits &limits)
{
    const auto start = eq::loudestPoint(from, limits), end = eq::loudestPoint(to, limits);
    if (!start || !end)
        return std::nullopt;
    const double ceiling = std::max(start->value, end->value);
    double most = ceiling;
    Equalizer between = from;
    for (const EqualizerStep &step : steps) {
        put(between, step);
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

void addPreamp(Steps &steps, std::int32_t preamp)
{
    steps.push_back({EqualizerStep::Kind::Preamp, preamp, 0, {}});
}

void addBands(Steps &steps, std::span<const std::size_t> bands, const Equalizer &to)
{
    for (const std::size_t band : bands)
        steps.push_back({EqualizerStep::Kind::Band, 0, band, to.bands[band]});
}

/// All bands in their order, with the gain before them at `meanwhile`.
Steps plainSteps(const Equalizer &from, const Equalizer &to, std::span<const std::size_t> order, std::int32_t meanwhile)
{
    Steps steps;
    if (meanwhile != from.preamp)
        addPreamp(steps, meanwhile);
    addBands(steps, order, to);
    if (meanwhile != to.preamp)
        addPreamp(steps, to.preamp);
    return steps;
}

/// A shelf whose corner is at one end of what is heard and that takes down all on its far side.
gainstage::Band deepShelf(std::size_t which, const EqualizerLimits &limits)
{
    const bool low = which % 2 == 0;
    const std::int32_t q = std::clamp(707 / limits.q.step * limits.q.step, limits.q.min, limits.q.max);
    return {low ? FilterType::LowShelf : FilterType::HighShelf, low ? limits.frequency.max : limits.frequency.min, limits.gain.min, q, true};
}

/// The last `shelves` bands of the order take everything down while the others change.
Steps shelteredSteps(const Equalizer &from, const Equalizer &to, std::span<const std::size_t> order, std::size_t shelves,
                     const EqualizerLimits &limits)
{
    Steps steps;
    addPreamp(steps, limits.preamp.min);
    const auto shelters = order.last(shelves);
    for (std::size_t i = 0; i < shelters.size(); ++i)
        steps.push_back({EqualizerStep::Kind::Band, 0, shelters[i], deepShelf(i, limits)});
    addBands(steps, order.first(order.size() - shelves), to);
    addBands(steps, shelters, to);
    addPreamp(steps, to.preamp);
    if (from.preamp == limits.preamp.min)
        steps.erase(steps.begin());
    return steps;
}

} // namespace

std::vector<EqualizerStep> quietOrder(const Equalizer &from, const Equalizer &to, const EqualizerLimits &limits)
{
    const auto order = changedBands(from, to);
    std::int32_t meanwhile = order.empty() ? to.preamp : std::min(from.preamp, to.preamp);
    Steps best = plainSteps(from, to, order, meanwhile);
    auto least = excess(from, to, best, limits);
    if (!least || *least <= hearable || order.size() < 2)
        return best;
    meanwhile = lowered(meanwhile, *least, limits.preamp);
    best = plainSteps(from, to, order, meanwhile);
    least = excess(from, to, best, limits);
    for (std::size_t shelves = 1; least > hearable && shelves <= std::min(mostShelves, order.size()); ++shelves) {
        Steps steps = shelteredSteps(from, to, order, shelves, limits);
        const auto here = excess(from, to, steps, limits);
        if (here && here < least) {
            best = std::move(steps);
            least = here;
        }
    }
    return best;
}

} // namespace gainstage::fiio
