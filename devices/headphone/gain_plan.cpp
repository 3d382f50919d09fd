// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/headphone/gain_plan.h"

#include "devices/headphone/checks.h"

#include <algorithm>

namespace gainstage::headphone {
namespace {

constexpr double almostWhole = 1e-9; ///< of a step

Result<void> check(const GainQuestion &question)
{
    for (const GainMode &mode : question.modes) {
        if (const auto checked = checkGain(mode.gain); !checked)
            return checked;
    }
    if (question.modes.empty())
        return failure(Errc::OutOfRange, SENTENCE("error", "The amp has no gain mode to choose from."));
    return all({
        checkVoltage(question.source),
        checkVoltage(question.largest),
        checkLoad(question.headphone),
        checkOutput(question.outputImpedance),
        checkSensitivity(question.atOneVolt.value),
        requireFinite(question.preamp.value, SENTENCE("error", "The preamp must be a number, not %1 dB.")),
        checkLevel(question.target),
        requireFinite(question.leastHeadroom.value, SENTENCE("error", "The headroom must be a number, not %1 dB.")),
        checkLevel(question.preferredAverage),
        requireFinite(question.loudness.value, SENTENCE("error", "The loudness must be a number, not %1 LUFS.")),
        requirePositive(question.volumeStep.value, SENTENCE("error", "The volume's step must be above zero, not %1 dB.")),
    });
}

/// What full scale would be in this mode if the output could follow.
Volts unlimited(const GainQuestion &question, const GainMode &mode)
{
    return behind({question.source.value * ratioOf(mode.gain)}, question.outputImpedance, question.headphone);
}

ModeLevel levelOf(const GainQuestion &question, const GainMode &mode)
{
    const Volts wanted = unlimited(question, mode);
    const Volts given = std::min(wanted, question.largest);
    return {question.atOneVolt + decibelsOf(given.value) + question.preamp, wanted > question.largest};
}

std::size_t bestMode(const GainQuestion &question, const std::vector<ModeLevel> &levels)
{
    const SoundLevel wanted = question.target + question.leastHeadroom;
    const auto better = [&](std::size_t one, std::size_t other) {
        const bool oneReaches = levels[one].loudest >= wanted, otherReaches = levels[other].loudest >= wanted;
        if (oneReaches != otherReaches)
            return oneReaches;
        if (!oneReaches && levels[one].loudest != levels[other].loudest)
            return levels[one].loudest > levels[other].loudest;
        return question.modes[one].gain < question.modes[other].gain;
    };
    std::size_t best = 0;
    for (std::size_t i = 1; i < levels.size(); ++i)
        best = better(i, best) ? i : best;
    return best;
}

} // namespace

Result<GainPlan> planGain(const GainQuestion &question)
{
    if (const auto checked = check(question); !checked)
        return std::unexpected(checked.error());
    GainPlan plan;
    for (const GainMode &mode : question.modes)
        plan.modes.push_back(levelOf(question, mode));
    plan.mode = bestMode(question, plan.modes);

    const Volts fullScale = unlimited(question, question.modes[plan.mode]);
    const SoundLevel atFullVolume = question.atOneVolt + decibelsOf(fullScale.value) + question.preamp;
    plan.volumeCap = std::min(Decibels{0.0}, decibelsOf(question.largest.value / fullScale.value));
    plan.volume = std::min(question.preferredAverage - (atFullVolume + question.loudness), plan.volumeCap);
    plan.volumeOnStep = {std::floor(plan.volume.value / question.volumeStep.value + almostWhole) * question.volumeStep.value};
    plan.volumeAtTarget = std::min(question.target - atFullVolume, plan.volumeCap);
    plan.headroom = std::ranges::max(plan.modes, {}, &ModeLevel::loudest).loudest - question.target;
    plan.verdict = verdictOf(plan.headroom);
    return plan;
}

} // namespace gainstage::headphone
