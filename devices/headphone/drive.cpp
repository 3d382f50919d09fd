// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/headphone/drive.h"

#include "devices/headphone/checks.h"

namespace gainstage::headphone {
namespace {

Drive driveAt(Volts volts, Ohms load)
{
    return {volts, currentOf(volts, load), powerOf(volts, load)};
}

} // namespace

Result<Drive> driveFor(SoundLevel target, SoundLevel atOneVolt, Ohms load)
{
    if (const auto checked = all({checkLevel(target), checkSensitivity(atOneVolt.value), checkLoad(load)}); !checked)
        return std::unexpected(checked.error());
    return driveAt({ratioOf(target - atOneVolt)}, load);
}

Result<Limit> limitOf(const OutputLimits &output, Ohms load)
{
    const auto checked = all({checkVoltage(output.openCircuit), checkCurrent(output.current), checkOutput(output.outputImpedance), checkLoad(load)});
    if (!checked)
        return std::unexpected(checked.error());
    const Volts byVoltage = behind(output.openCircuit, output.outputImpedance, load);
    const Volts byCurrent{output.current.value * load.value};
    if (byVoltage <= byCurrent)
        return Limit{driveAt(byVoltage, load), Binding::Voltage};
    return Limit{driveAt(byCurrent, load), Binding::Current};
}

OutputLimits balancedFrom(const OutputLimits &singleEnded)
{
    return {{2 * singleEnded.openCircuit.value}, singleEnded.current, {2 * singleEnded.outputImpedance.value}};
}

} // namespace gainstage::headphone
