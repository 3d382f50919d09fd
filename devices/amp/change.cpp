// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/change.h"

#include "devices/amp/value_facts.h"

#include <utility>

namespace gainstage {
namespace {

Error outOfRange(const Setting &setting)
{
    const std::string key = setting.key.toStdString();
    if (const Range *range = setting.range())
        return {Errc::OutOfRange,
                SENTENCE("error", "%1 takes values from %2 to %3 in steps of %4."),
                {key, numberFact(*range, range->min), numberFact(*range, range->max), numberFact(*range, range->step)},
                ""};
    if (const Choices *choices = setting.choices())
        return {Errc::OutOfRange, SENTENCE("error", "%1 takes one of these: %2."), {key, choicesFact(*choices)}, ""};
    return {Errc::OutOfRange, SENTENCE("error", "%1 is either on or off."), {key}, ""};
}

Result<void> checkValue(const Description &amp, SettingId id, Value value)
{
    const Setting *setting = amp.find(id);
    if (setting == nullptr)
        return failure(Errc::UnknownSetting, SENTENCE("error", "The amp has no setting with number %1."), {std::to_string(id.number)});
    if (setting->flags.readOnly)
        return failure(Errc::ReadOnly, SENTENCE("error", "Setting %1 of the amp can only be read."), {setting->key.toStdString()});
    if (!setting->accepts(value))
        return std::unexpected(outOfRange(*setting));
    return {};
}

std::unexpected<Error> badPreamp(const EqualizerLimits &limits)
{
    const Range range{Unit::CentiDecibel, limits.preamp.min, limits.preamp.max, limits.preamp.step};
    return failure(Errc::OutOfRange, SENTENCE("error", "The equalizer's preamplification goes from %1 to %2 in steps of %3."),
                   {numberFact(range, range.min), numberFact(range, range.max), numberFact(range, range.step)});
}

Result<void> checkEqualizer(const Description &amp, const Equalizer &equalizer)
{
    if (!amp.equalizer)
        return failure(Errc::Unsupported, SENTENCE("error", "The amp has no equalizer."));
    const EqualizerLimits &limits = *amp.equalizer;
    if (std::ssize(equalizer.bands) != limits.bands)
        return failure(Errc::OutOfRange, SENTENCE("error", "The amp's equalizer has %1 bands, not %2."),
                       {std::to_string(limits.bands), std::to_string(equalizer.bands.size())});
    for (std::size_t i = 0; i < equalizer.bands.size(); ++i) {
        if (!limits.accepts(equalizer.bands[i]))
            return failure(Errc::OutOfRange, SENTENCE("error", "Band %1 of the equalizer is outside what the amp can do."), {std::to_string(i + 1)});
    }
    for (std::size_t i = 0; i < limits.fixedTypes.size(); ++i) {
        if (equalizer.bands[i].type != limits.fixedTypes[i])
            return failure(Errc::OutOfRange, SENTENCE("error", "Band %1 of the amp's equalizer has a type that cannot be changed."),
                           {std::to_string(i + 1)});
    }
    if (!limits.accepts(equalizer))
        return badPreamp(limits);
    return {};
}

} // namespace

Result<Change> Change::of(const Description &amp, const Values &values, const std::optional<Equalizer> &equalizer)
{
    for (const auto &[id, value] : values) {
        if (auto checked = checkValue(amp, id, value); !checked)
            return std::unexpected(checked.error());
    }
    std::optional<Equalizer> held;
    if (equalizer) {
        held = amp.equalizer ? amp.equalizer->held(*equalizer) : *equalizer;
        if (auto checked = checkEqualizer(amp, *held); !checked)
            return std::unexpected(checked.error());
    }
    Change change;
    change.m_values = values;
    change.m_equalizer = held;
    return change;
}

std::optional<Value> Change::value(SettingId id) const
{
    const auto found = m_values.find(id);
    return found == m_values.end() ? std::nullopt : std::optional(found->second);
}

Change Change::only(SettingId id) const
{
    Change part;
    if (const auto kept = value(id))
        part.m_values[id] = *kept;
    return part;
}

Change Change::without(SettingId id) const
{
    Change part = *this;
    part.m_values.erase(id);
    return part;
}

Change Change::onlyValues() const
{
    Change part;
    part.m_values = m_values;
    return part;
}

Change Change::onlyEqualizer() const
{
    Change part;
    part.m_equalizer = m_equalizer;
    return part;
}

Change Change::against(const State &state) const
{
    Change left = *this;
    std::erase_if(left.m_values, [&](const auto &entry) { return state.value(entry.first) == entry.second; });
    if (left.m_equalizer == state.equalizer)
        left.m_equalizer.reset();
    return left;
}

Change Change::then(const Change &later) const
{
    Change both = later;
    both.m_values.insert(m_values.begin(), m_values.end());
    if (!both.m_equalizer)
        both.m_equalizer = m_equalizer;
    return both;
}

} // namespace gainstage
