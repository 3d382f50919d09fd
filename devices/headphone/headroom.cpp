// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/headphone/headroom.h"

#include "devices/headphone/checks.h"

namespace gainstage::headphone {

Verdict verdictOf(Decibels headroom)
{
    if (headroom.value >= 12.0)
        return Verdict::Ample;
    if (headroom.value >= 6.0)
        return Verdict::Comfortable;
    if (headroom.value >= 0.0)
        return Verdict::Enough;
    return headroom.value >= -6.0 ? Verdict::Marginal : Verdict::NotEnough;
}

Result<Headroom> headroomOf(SoundLevel atOneVolt, Volts largest, SoundLevel target)
{
    if (const auto checked = all({checkSensitivity(atOneVolt.value), checkVoltage(largest), checkLevel(target)}); !checked)
        return std::unexpected(checked.error());
    const SoundLevel loudest = atOneVolt + decibelsOf(largest.value);
    const Decibels headroom = loudest - target;
    return Headroom{loudest, headroom, verdictOf(headroom)};
}

} // namespace gainstage::headphone
