// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/eq/filter.h"
#include "devices/eq/fixed_point.h"

#include <optional>

namespace gainstage::eq {

/// What a device or program means by the numbers of a shelf.
struct ShelfConvention {
    enum class Width : std::uint8_t {
        Q,             ///< the cookbook's Q
        Slope,         ///< the cookbook's S, often in a field that is called Q
        SlopeDecibels, ///< decibels per octave; 12 dB is S = 1
    } width = Width::Q;
    enum class At : std::uint8_t {
        Centre, ///< where the shelf has half its gain
        Corner, ///< where it begins; the centre is |gain| / (80 S) decades further inside
    } at = At::Centre;
    friend bool operator==(const ShelfConvention &, const ShelfConvention &) = default;
};

/// How a device makes filters of its bands: one row of data per device.
struct FilterConvention {
    ShelfConvention shelf;
    enum class PeakQ : std::uint8_t { Cookbook, Classic, TimesGain } peakQ = PeakQ::Cookbook;
    std::optional<Frequency> designRate;    ///< the rate that it computes filters for whatever is played; nothing: the rate that is played
    std::optional<FixedPoint> coefficients; ///< nothing: floating point, or not known
    friend bool operator==(const FilterConvention &, const FilterConvention &) = default;
};

/// Dongles with the walkplay protocol (Moondrop, Conexant and others): the field called Q is a shelf's slope, filters are made for 96 kHz.
inline constexpr FilterConvention kWalkplayFilters{
    {ShelfConvention::Width::Slope, ShelfConvention::At::Centre}, FilterConvention::PeakQ::Cookbook, Frequency{96000.0}, kQ2_30};

/// What an amp says of itself.
FilterConvention conventionOf(const EqualizerLimits &limits);

/// The filter that is meant by these numbers. Errc::OutOfRange: a width that is not above zero, or a slope that no shelf of this gain has.
Result<Filter> filterOf(FilterType type, Frequency frequency, Decibels gain, double width, const FilterConvention &convention);
Result<Filter> filterOf(const Band &band, const FilterConvention &convention);

/// A shelf alone, as `convention` means it.
Result<Filter> shelfOf(FilterType type, Frequency frequency, Decibels gain, double width, const ShelfConvention &convention);

} // namespace gainstage::eq
