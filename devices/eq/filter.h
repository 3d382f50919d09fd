// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/equalizer.h"
#include "devices/amp/units.h"

namespace gainstage::eq {

/// One filter in exact numbers, as the Audio EQ Cookbook means them, whatever the device that runs it calls them.
struct Filter {
    FilterType type = FilterType::Peaking;
    Frequency frequency{1000.0}; ///< the centre; of a shelf where it has half its gain
    Decibels gain{0.0};          ///< of peaks and shelves; the others have none
    double q = 0.7071;           ///< of a peak: centre by the width between the points of half its gain in decibels
    friend bool operator==(const Filter &, const Filter &) = default;
};

/// Peaks and shelves have a gain.
bool hasGain(FilterType type);

/// A peak or shelf of 0 dB changes nothing.
bool isWire(const Filter &filter);

} // namespace gainstage::eq
