// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eq/convention.h"

#include "devices/eq/width.h"

#include <cmath>

namespace gainstage::eq {
namespace {

using Width = ShelfConvention::Width;

constexpr double decibelsOfFullSlope = 12.0;

Result<double> qOfWidth(double width, Decibels gain, Width meaning)
{
    switch (meaning) {
    case Width::Slope: return qOfSlope(width, gain);
    case Width::SlopeDecibels: return qOfSlope(width / decibelsOfFullSlope, gain);
    case Width::Q: break;
    }
    return width;
}

/// Equalizer APO's way from the corner to the centre.
Result<Frequency> centreOfCorner(const Filter &shelf)
{
    const auto slope = slopeOfQ(shelf.q, shelf.gain);
    if (!slope)
        return std::unexpected(slope.error());
    const double factor = std::pow(10.0, std::abs(shelf.gain.value) / (80.0 * *slope));
    return Frequency{shelf.type == FilterType::LowShelf ? shelf.frequency.value * factor : shelf.frequency.value / factor};
}

} // namespace

FilterConvention conventionOf(const EqualizerLimits &limits)
{
    FilterConvention convention;
    convention.shelf.width = limits.shelf == EqualizerLimits::ShelfQ::Slope ? Width::Slope : Width::Q;
    if (limits.peakQ == EqualizerLimits::PeakQ::TimesGain)
        convention.peakQ = FilterConvention::PeakQ::TimesGain;
    return convention;
}

Result<Filter> shelfOf(FilterType type, Frequency frequency, Decibels gain, double width, const ShelfConvention &convention)
{
    const auto q = qOfWidth(width, gain, convention.width);
    if (!q)
        return std::unexpected(q.error());
    Filter shelf{type, frequency, gain, *q};
    if (convention.at == ShelfConvention::At::Corner) {
        const auto centre = centreOfCorner(shelf);
        if (!centre)
            return std::unexpected(centre.error());
        shelf.frequency = *centre;
    }
    return shelf;
}

Result<Filter> filterOf(FilterType type, Frequency frequency, Decibels gain, double width, const FilterConvention &convention)
{
    if (type == FilterType::LowShelf || type == FilterType::HighShelf)
        return shelfOf(type, frequency, gain, width, convention.shelf);
    if (type != FilterType::Peaking || convention.peakQ == FilterConvention::PeakQ::Cookbook)
        return Filter{type, frequency, gain, width};
    const auto q = convention.peakQ == FilterConvention::PeakQ::Classic ? qOfClassicQ(width, gain) : qOfQTimesGain(width, gain);
    return q ? Result<Filter>(Filter{type, frequency, gain, *q}) : std::unexpected(q.error());
}

Result<Filter> filterOf(const Band &band, const FilterConvention &convention)
{
    return filterOf(band.type, Frequency{static_cast<double>(band.frequency)}, Decibels{band.gain / 100.0}, band.q / 1000.0, convention);
}

} // namespace gainstage::eq
