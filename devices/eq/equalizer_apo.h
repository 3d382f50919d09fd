// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/eq/filter.h"
#include "protocol/bytes/result.h"

#include <optional>

namespace gainstage::eq {

/// A shelf as a configuration of Equalizer APO names it.
struct ApoShelf {
    FilterType type = FilterType::LowShelf;
    bool centred = false; ///< LSC and HSC; the frequency of LS and HS is the corner where a width is given
    Frequency frequency;
    Decibels gain;
    std::optional<double> slopeDecibels; ///< "6 dB"; counts before the Q
    std::optional<double> q;
};

/// The filter that is meant. Without a width the slope is 0.9 and the frequency is the centre. Errc::OutOfRange.
Result<Filter> filterOf(const ApoShelf &shelf);

} // namespace gainstage::eq
