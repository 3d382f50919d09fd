// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace gainstage::sim {

/// What is asked of one channel of an output. RMS values of a sine.
struct StageDemand {
    double emf = 0;          ///< volts wanted before the output impedance
    double voltageLimit = 0; ///< volts that the stage can give before the output impedance
    double currentLimit = 0; ///< amperes
    double outputOhm = 0.1;
    std::optional<double> loadOhm = {}; ///< nothing: an open jack
};

struct StageOutput {
    double volts = 0; ///< at the jack
    double amperes = 0;
    double demandedAmperes = 0; ///< what would flow if current did not run out
    bool clipped = false;
};

/// Ohm's law with limits. Where voltage or current runs out the sine is taken as one that just fits.
StageOutput drive(const StageDemand &demand);

/// 10^(decibel/20); 0 from −200 dB down.
double ratioOf(double decibel);

} // namespace gainstage::sim
