// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/equalizer.h"

#include "devices/eq/filter.h"

#include <algorithm>

namespace gainstage {
namespace {

bool within(std::int32_t value, const Limits &limits)
{
    return value >= limits.min && value <= limits.max && (value - limits.min) % std::max(limits.step, 1) == 0;
}

} // namespace

bool EqualizerLimits::accepts(const Band &band) const
{
    return std::ranges::find(types, band.type) != types.end() && within(band.frequency, frequency) && within(band.gain, gain) && within(band.q, q);
}

bool EqualizerLimits::accepts(const Equalizer &equalizer) const
{
    return std::ssize(equalizer.bands) == bands && within(equalizer.preamp, preamp) &&
           std::ranges::all_of(equalizer.bands, [this](const Band &band) { return accepts(band); }) &&
           (fixedTypes.empty() || std::ranges::equal(equalizer.bands, fixedTypes, {}, &Band::type));
}

Equalizer EqualizerLimits::held(Equalizer equalizer) const
{
    for (Band &band : equalizer.bands) {
        if (band.on || bandsHaveSwitch)
            continue;
        band.on = true;
        band.gain = std::clamp(0, gain.min, gain.max);
        band.type = eq::hasGain(band.type) ? band.type : FilterType::Peaking;
    }
    return equalizer;
}

} // namespace gainstage
