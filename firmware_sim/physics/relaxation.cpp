// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/physics/relaxation.h"

#include <cmath>

namespace gainstage::sim {

void Relaxation::advance(double seconds, double target)
{
    m_value = target + (m_value - target) * std::exp(-seconds / m_seconds);
}

std::optional<double> Relaxation::timeTo(double level, double target) const
{
    const double share = (level - target) / (m_value - target); // of the way that is left once it is there
    if (!(share > 0 && share < 1))
        return std::nullopt;
    return -m_seconds * std::log(share);
}

} // namespace gainstage::sim
