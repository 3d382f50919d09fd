// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eq/preamp.h"

#include <algorithm>
#include <cmath>

namespace gainstage::eq {
namespace {

constexpr double resolution = 1e-6; ///< decibels

/// Loudest at its centre, or far from it: no search needed.
bool isOnePeak(std::span<const Filter> filters)
{
    return filters.size() == 1 && filters[0].type == FilterType::Peaking && filters[0].q > 0.0;
}

std::optional<Decibels> loudestAt(const Equalizer &equalizer, const FilterConvention &convention, Frequency rate)
{
    const auto active = activeFilters(equalizer, convention, convention.designRate.value_or(rate));
    if (!active)
        return std::nullopt;
    if (active->filters.empty())
        return Decibels{0.0};
    if (isOnePeak(active->filters) && !convention.coefficients)
        return std::max(active->filters[0].gain, Decibels{0.0});
    const auto response = Response::of(active->filters, convention.designRate.value_or(rate), convention.coefficients);
    return response ? std::optional(response->loudest().gain) : std::nullopt;
}

std::vector<Frequency> ratesOf(const EqualizerLimits &limits)
{
    std::vector<Frequency> rates;
    rates.reserve(limits.sampleRates.size());
    for (const std::int32_t rate : limits.sampleRates)
        rates.push_back({static_cast<double>(rate)});
    return rates.empty() ? std::vector{Frequency{48000.0}} : rates;
}

} // namespace

Decibels preampFor(Decibels loudest, Decibels step)
{
    const double steps = std::ceil((std::max(loudest.value, 0.0) - resolution) / step.value);
    return {steps > 0 ? -steps * step.value : 0.0};
}

Decibels clipMargin(Decibels loudest, Decibels preamp)
{
    return Decibels{0.0} - (loudest + preamp);
}

Result<ActiveFilters> activeFilters(const Equalizer &equalizer, const FilterConvention &convention, Frequency sampleRate)
{
    ActiveFilters active;
    for (std::size_t i = 0; equalizer.on && i < equalizer.bands.size(); ++i) {
        const Band &band = equalizer.bands[i];
        if (!band.on || (hasGain(band.type) && band.gain == 0))
            continue;
        const auto filter = filterOf(band, convention);
        if (!filter)
            return std::unexpected(filter.error());
        if (filter->frequency.value >= sampleRate.value / 2)
            active.beyondRate.push_back(i);
        else
            active.filters.push_back(*filter);
    }
    return active;
}

std::optional<Decibels> loudestPoint(const Equalizer &equalizer, const EqualizerLimits &limits)
{
    if (!equalizer.on)
        return Decibels{0.0};
    std::optional<Decibels> loudest;
    for (const Frequency rate : ratesOf(limits)) {
        const auto here = loudestAt(equalizer, conventionOf(limits), rate);
        if (!here)
            return std::nullopt;
        loudest = std::max(loudest.value_or(*here), *here);
    }
    return Decibels{std::round((loudest->value + equalizer.preamp / 100.0) / resolution) * resolution};
}

} // namespace gainstage::eq
