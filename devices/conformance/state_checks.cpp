// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/change.h"
#include "devices/conformance/checks.h"

#include <algorithm>
#include <cmath>

namespace gainstage::conformance {
namespace {

std::unexpected<Error> bad(const char *sentence, std::vector<std::string> facts = {})
{
    return failure(Errc::NotVerified, sentence, std::move(facts));
}

std::string text(Value value)
{
    return std::to_string(value.raw);
}

std::string shown(const State &state, SettingId id)
{
    const auto value = state.value(id);
    return value ? text(*value) : "?";
}

/// A value next to what the setting takes, on the outside.
std::optional<Value> beyond(const Setting &setting)
{
    if (const Range *range = setting.range())
        return range->max < std::numeric_limits<std::int32_t>::max() ? std::optional(Value{range->max + 1}) : std::nullopt;
    if (setting.isSwitch())
        return Value{2};
    const auto most = std::ranges::max_element(setting.choices()->list, {}, &Choice::value);
    return most->value.raw < std::numeric_limits<std::int32_t>::max() ? std::optional(Value{most->value.raw + 1}) : std::nullopt;
}

Equalizer louderThanPossible(const EqualizerLimits &limits, Equalizer equalizer)
{
    equalizer.bands.front().gain = limits.gain.max + limits.gain.step;
    return equalizer;
}

} // namespace

std::optional<Error> stateFault(const Description &amp, const State &state)
{
    for (const auto &[id, value] : state.values) {
        const Setting *setting = amp.find(id);
        if (setting == nullptr)
            return bad(SENTENCE("error", "The amp tells of a setting %1 that it did not describe."), {std::to_string(id.number)}).error();
        if (!setting->accepts(value))
            return bad(SENTENCE("error", "“%1” is at %2, which it cannot hold."), {setting->key.toStdString(), text(value)}).error();
    }
    if (state.equalizer && !amp.equalizer)
        return bad(SENTENCE("error", "The amp tells of an equalizer that it did not describe.")).error();
    if (state.equalizer && !amp.equalizer->accepts(*state.equalizer))
        return bad(SENTENCE("error", "The equalizer is at something that it cannot hold.")).error();
    return std::nullopt;
}

std::optional<Error> unknownSetting(const Description &amp, const State &state)
{
    const auto unknown = std::ranges::find_if(amp.settings, [&](const Setting &setting) { return !state.value(setting.id); });
    if (unknown != amp.settings.end())
        return bad(SENTENCE("error", "The amp does not say what “%1” is at."), {unknown->key.toStdString()}).error();
    if (amp.equalizer && !state.equalizer)
        return bad(SENTENCE("error", "The amp does not say what its equalizer is at.")).error();
    return std::nullopt;
}

std::optional<Error> difference(const Description &amp, const State &first, const State &second)
{
    for (const Setting &setting : amp.settings) {
        if (first.value(setting.id) != second.value(setting.id))
            return bad(SENTENCE("error", "“%1” was at %2 and then at %3, and nobody changed it."),
                       {setting.key.toStdString(), shown(first, setting.id), shown(second, setting.id)})
                .error();
    }
    if (first.equalizer != second.equalizer)
        return bad(SENTENCE("error", "The equalizer was not the same in two reads, and nobody changed it.")).error();
    return std::nullopt;
}

std::optional<Error> metersFault(const MeterLayout &layout, const Meters &meters)
{
    const bool levels = std::ssize(meters.level) == layout.channels &&
                        std::ranges::all_of(meters.level, [](const DbfsLevel &level) { return std::isfinite(level.value) && level.value >= -120; });
    if (!levels || std::ssize(meters.supply) != layout.supplyRails || meters.clips.has_value() != layout.clip ||
        meters.temperature.has_value() != layout.temperature)
        return bad(SENTENCE("error", "The meters are not those that the amp described.")).error();
    return std::nullopt;
}

std::optional<Error> takenBeyondLimits(const Description &amp, const State &state)
{
    for (const Setting &setting : amp.settings) {
        const auto value = beyond(setting);
        if (value && Change::of(amp, {{setting.id, *value}}))
            return bad(SENTENCE("error", "“%1” would be set to %2, which it cannot hold."), {setting.key.toStdString(), text(*value)}).error();
    }
    if (amp.equalizer && state.equalizer && Change::of(amp, {}, louderThanPossible(*amp.equalizer, *state.equalizer)))
        return bad(SENTENCE("error", "The equalizer would be set to something that it cannot hold.")).error();
    return std::nullopt;
}

} // namespace gainstage::conformance
