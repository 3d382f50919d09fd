// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/physics/output_stage.h"

#include <algorithm>
#include <cmath>

namespace gainstage::sim {
namespace {

/// Below this share over a limit rounding is to blame.
constexpr double kTolerance = 1e-9;

bool exceeds(double value, double limit)
{
    return value > limit * (1 + kTolerance);
}

} // namespace

StageOutput drive(const StageDemand &demand)
{
    const double emf = std::min(demand.emf, demand.voltageLimit);
    StageOutput out;
    out.clipped = exceeds(demand.emf, demand.voltageLimit);
    out.volts = emf;
    if (!demand.loadOhm)
        return out;
    out.demandedAmperes = emf / (demand.outputOhm + *demand.loadOhm);
    out.amperes = std::min(out.demandedAmperes, demand.currentLimit);
    out.volts = out.amperes * *demand.loadOhm;
    out.clipped = out.clipped || exceeds(out.demandedAmperes, demand.currentLimit);
    return out;
}

double ratioOf(double decibel)
{
    return decibel <= -200 ? 0 : std::pow(10.0, decibel / 20);
}

} // namespace gainstage::sim
