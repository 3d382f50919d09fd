// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/core/hardware.h"

#include <span>

namespace gainstage::sim {

/// Gain in decibels of one band at `hertz` (RBJ cookbook) in a filter that runs at `rate`. A band that is off adds nothing. At least −120.
double bandDecibel(const firmware::BandSetting &band, double hertz, double rate);

/// All bands together, without the preamp.
double bandsDecibel(std::span<const firmware::BandSetting> bands, double hertz, double rate);

/// The loudest point of all bands together between 20 Hz and 20 kHz (or nearly half the rate), without the preamp.
double loudestDecibel(std::span<const firmware::BandSetting> bands, double rate);

} // namespace gainstage::sim
