// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eq/steps.h"

#include "devices/amp/number_checks.h"
#include "devices/eq/width.h"

#include <algorithm>

namespace gainstage::eq {
namespace {

constexpr double almostWhole = 1e-9; ///< what a computation may leave between a number and the step that it is meant to be

Result<std::int32_t> stepAt(double raw, const Limits &limits, double rounding)
{
    const int step = std::max(limits.step, 1);
    const double count = std::floor((raw - limits.min) / step + rounding);
    const double last = std::floor(static_cast<double>(limits.max - limits.min) / step);
    if (const auto checked = require(count >= 0 && count <= last, SENTENCE("error", "The amp's equalizer cannot be set to %1."), raw); !checked)
        return std::unexpected(checked.error());
    return limits.min + static_cast<std::int32_t>(count) * step;
}

/// What the device calls the width of this filter.
Result<double> widthOf(const Filter &filter, const EqualizerLimits &limits)
{
    const bool isShelf = filter.type == FilterType::LowShelf || filter.type == FilterType::HighShelf;
    if (filter.type == FilterType::Peaking && limits.peakQ == EqualizerLimits::PeakQ::TimesGain)
        return qTimesGainOf(filter.q, filter.gain);
    return isShelf && limits.shelf == EqualizerLimits::ShelfQ::Slope ? slopeOfQ(filter.q, filter.gain) : Result<double>(filter.q);
}

} // namespace

Result<std::int32_t> nearestStep(double raw, const Limits &limits)
{
    return stepAt(raw, limits, 0.5 + almostWhole);
}

Result<std::int32_t> quieterStep(double raw, const Limits &limits)
{
    return stepAt(raw, limits, almostWhole);
}

Result<Band> bandOf(const Filter &filter, const EqualizerLimits &limits)
{
    if (std::ranges::find(limits.types, filter.type) == limits.types.end())
        return failure(Errc::Unsupported, SENTENCE("error", "The amp's equalizer has no filter of this kind."));
    const auto width = widthOf(filter, limits);
    if (!width)
        return std::unexpected(width.error());
    const auto frequency = nearestStep(filter.frequency.value, limits.frequency);
    const auto gain = hasGain(filter.type) ? nearestStep(filter.gain.value * 100.0, limits.gain)
                                           : Result<std::int32_t>(std::clamp(0, limits.gain.min, limits.gain.max));
    const auto q = nearestStep(*width * 1000.0, limits.q);
    for (const auto *part : {&frequency, &gain, &q}) {
        if (!*part)
            return std::unexpected(part->error());
    }
    return Band{filter.type, *frequency, *gain, *q, true};
}

} // namespace gainstage::eq
