// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/headphone/sensitivity.h"

#include "devices/headphone/checks.h"

namespace gainstage::headphone {
namespace {

/// 1 V into Z is 1000/Z milliwatts: so much louder is one volt than one milliwatt.
Result<Decibels> voltOverMilliwatt(const Sensitivity &sensitivity, Ohms impedance)
{
    if (const auto checked = all({checkLoad(impedance), checkSensitivity(sensitivity.level.value)}); !checked)
        return std::unexpected(checked.error());
    return Decibels{30.0 - 10.0 * std::log10(impedance.value)};
}

} // namespace

Result<SoundLevel> atOneVolt(const Sensitivity &sensitivity, Ohms impedance)
{
    const auto more = voltOverMilliwatt(sensitivity, impedance);
    if (!more)
        return std::unexpected(more.error());
    return sensitivity.at == Sensitivity::At::OneVolt ? sensitivity.level : sensitivity.level + *more;
}

Result<SoundLevel> atOneMilliwatt(const Sensitivity &sensitivity, Ohms impedance)
{
    const auto more = voltOverMilliwatt(sensitivity, impedance);
    if (!more)
        return std::unexpected(more.error());
    return sensitivity.at == Sensitivity::At::OneMilliwatt ? sensitivity.level : sensitivity.level - *more;
}

Result<Sensitivity> sensitivityFrom(SoundLevel level, Volts volts)
{
    if (const auto checked = all({checkLevel(level), checkVoltage(volts)}); !checked)
        return std::unexpected(checked.error());
    return Sensitivity{Sensitivity::At::OneVolt, level - decibelsOf(volts.value)};
}

bool needsItsUnit(double decibels)
{
    return decibels >= 100.0 && decibels <= 115.0;
}

} // namespace gainstage::headphone
