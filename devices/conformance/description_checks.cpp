// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/conformance/checks.h"

#include <algorithm>
#include <set>

namespace gainstage::conformance {
namespace {

std::optional<Error> bad(const char *sentence, std::vector<std::string> facts = {})
{
    return Error{Errc::InvalidFile, sentence, std::move(facts), ""};
}

bool isSound(const Range &range)
{
    return range.step > 0 && range.min <= range.max && (std::int64_t{range.max} - range.min) % range.step == 0;
}

bool isSound(const Choices &choices)
{
    std::set<Value> values;
    std::set<QString> keys;
    for (const Choice &choice : choices.list) {
        if (choice.key.isEmpty() || !values.insert(choice.value).second || !keys.insert(choice.key).second)
            return false;
    }
    return !choices.list.empty();
}

bool isSound(const Setting &setting)
{
    if (const Range *range = setting.range())
        return isSound(*range);
    return setting.isSwitch() || isSound(*setting.choices());
}

bool isSound(const Limits &limits)
{
    return limits.step > 0 && limits.min <= limits.max;
}

bool isPositive(double value)
{
    return std::isfinite(value) && value > 0;
}

bool isSound(const OutputFigures &output)
{
    return std::isfinite(output.outputImpedance.value) && output.outputImpedance.value >= 0 &&
           (!output.maxVoltage || isPositive(output.maxVoltage->value)) && (!output.maxCurrent || isPositive(output.maxCurrent->value));
}

} // namespace

std::optional<Error> identityFault(const Identity &identity)
{
    if (identity.maker.isEmpty() || identity.model.isEmpty())
        return bad(SENTENCE("error", "The amp does not say its maker or model."));
    return std::nullopt;
}

std::optional<Error> settingsFault(const std::vector<Setting> &settings)
{
    std::set<SettingId> ids;
    std::set<QString> keys;
    for (const Setting &setting : settings) {
        const std::string key = setting.key.toStdString();
        if (setting.key.isEmpty() || !ids.insert(setting.id).second || !keys.insert(setting.key).second)
            return bad(SENTENCE("error", "The setting “%1” has no name or number of its own."), {key});
        if (!isSound(setting))
            return bad(SENTENCE("error", "The limits of the setting “%1” make no sense."), {key});
    }
    return std::nullopt;
}

std::optional<Error> outputsFault(const Description &amp)
{
    std::set<Value> ids;
    for (const OutputFigures &output : amp.outputs) {
        if (!ids.insert(output.id).second || !isSound(output))
            return bad(SENTENCE("error", "The figures of the output “%1” make no sense."), {output.label.toStdString()});
    }
    return std::nullopt;
}

std::optional<Error> equalizerFault(const EqualizerLimits &limits)
{
    const bool sound = limits.bands > 0 && !limits.types.empty() && isSound(limits.frequency) && isSound(limits.gain) && isSound(limits.q) &&
                       isSound(limits.preamp) && limits.frequency.min > 0 && limits.q.min > 0;
    if (!sound)
        return bad(SENTENCE("error", "The limits of the equalizer make no sense."));
    return std::nullopt;
}

} // namespace gainstage::conformance
