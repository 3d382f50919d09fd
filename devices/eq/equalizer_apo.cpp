// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eq/equalizer_apo.h"

#include "devices/eq/convention.h"

namespace gainstage::eq {

Result<Filter> filterOf(const ApoShelf &shelf)
{
    using Width = ShelfConvention::Width;
    using At = ShelfConvention::At;
    constexpr double slopeWithoutWidth = 0.9;
    const At at = shelf.centred ? At::Centre : At::Corner;
    if (shelf.slopeDecibels)
        return shelfOf(shelf.type, shelf.frequency, shelf.gain, *shelf.slopeDecibels, {Width::SlopeDecibels, at});
    if (shelf.q)
        return shelfOf(shelf.type, shelf.frequency, shelf.gain, *shelf.q, {Width::Q, at});
    return shelfOf(shelf.type, shelf.frequency, shelf.gain, slopeWithoutWidth, {Width::Slope, At::Centre});
}

} // namespace gainstage::eq
