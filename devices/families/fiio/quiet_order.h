// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/equalizer.h"

#include <vector>

namespace gainstage::fiio {

/// One report's worth of a change to the equalizer.
struct EqualizerStep {
    enum class Kind { Preamp, Band } kind = Kind::Preamp;
    std::int32_t preamp = 0; ///< centi-decibel
    std::size_t band = 0;    ///< from 0
    gainstage::Band value;   ///< what that band becomes
};

/// The steps from one equalizer to another, which this wire takes one by one, in an order in which no step is louder than the louder end: lower bands and
/// gain first, the gain before the bands kept down meanwhile. Where its limits do not allow that far enough, bands that are yet to come are shelves
/// that take everything down, until all others are there. Equalizer::on is not among them.
std::vector<EqualizerStep> quietOrder(const Equalizer &from, const Equalizer &to, const EqualizerLimits &limits);

} // namespace gainstage::fiio
