// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/eq/convention.h"
#include "devices/eq/response.h"

namespace gainstage::eq {

/// What the preamp must be so that the loudest point stays at or below full scale: 0 or less, rounded to the quieter step (above zero).
/// A maximum that is above a step by less than a millionth of a decibel is a rounding error of the computation and counts as on it.
Decibels preampFor(Decibels loudest, Decibels step = Decibels{0.1});

/// How far the loudest point stays below full scale. Below zero: a sine at full scale is cut off there. Guards sines; a transient can overshoot by more.
Decibels clipMargin(Decibels loudest, Decibels preamp);

/// The filters of an equalizer that are on and do something at this rate, as the amp makes them.
struct ActiveFilters {
    std::vector<Filter> filters;
    std::vector<std::size_t> beyondRate; ///< bands at or above half the rate: they are off there, not moved
};
/// Errc::OutOfRange: a band's numbers make no filter. None where the equalizer is off.
Result<ActiveFilters> activeFilters(const Equalizer &equalizer, const FilterConvention &convention, Frequency sampleRate);

/// The loudest point of the amp's equalizer, preamp included, at the rate where it is loudest; 0 dB when it is off. To a millionth of a decibel.
/// Nothing where a band's numbers make no filter: then it is not known. An amp that names no rates is taken to run at 48 kHz.
std::optional<Decibels> loudestPoint(const Equalizer &equalizer, const EqualizerLimits &limits);

} // namespace gainstage::eq
