// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/reference/translate_description.h"

#include <algorithm>

namespace gainstage::reference {
namespace {

constexpr std::uint32_t lastUnit = static_cast<std::uint32_t>(Unit::MilliVolt);
constexpr std::uint32_t lastFilterType = static_cast<std::uint32_t>(FilterType::AllPass);

std::variant<Choices, Range, Switch> kindOf(const gap::ChoiceKind &kind)
{
    Choices choices;
    for (const gap::DescribedChoice &choice : kind.choices) {
        const auto adds = choice.adds ? std::optional(Decibels{*choice.adds / 100.0}) : std::nullopt;
        choices.list.push_back({{choice.value}, choice.key, choice.name, adds});
    }
    return choices;
}

/// The maximum is on a step, whatever the amp says.
std::variant<Choices, Range, Switch> kindOf(const gap::RangeKind &kind)
{
    const Unit unit = kind.unit <= lastUnit ? static_cast<Unit>(kind.unit) : Unit::None;
    return Range{unit, kind.min, kind.min + (kind.max - kind.min) / kind.step * kind.step, kind.step};
}

std::variant<Choices, Range, Switch> kindOf(const gap::SwitchKind &)
{
    return Switch{};
}

SettingFlags flagsOf(std::uint32_t flags)
{
    SettingFlags translated;
    translated.audible = flags & gap::Audible;
    translated.readOnly = flags & gap::ReadOnly;
    translated.stored = flags & gap::StoredFlag;
    translated.clicks = flags & gap::Clicks;
    translated.silentFloor = flags & gap::SilentFloor;
    return translated;
}

Setting settingOf(const gap::DescribedSetting &described)
{
    Setting setting;
    setting.id = {described.id};
    setting.role = static_cast<Role>(described.role);
    setting.key = described.key;
    setting.label = described.name;
    setting.kind = std::visit([](const auto &kind) { return kindOf(kind); }, described.kind);
    setting.flags = flagsOf(described.flags);
    setting.settle = std::chrono::milliseconds(described.settle);
    return setting;
}

OutputFigures outputOf(const gap::DescribedOutput &described)
{
    OutputFigures output;
    output.id = {described.id};
    output.label = described.name;
    output.connector = described.connector;
    output.balanced = described.balanced;
    output.line = described.line;
    output.sensesImpedance = described.senses;
    output.outputImpedance = {described.milliohm / 1e3};
    if (described.microvoltMax)
        output.maxVoltage = Volts{*described.microvoltMax / 1e6};
    if (described.microampereMax)
        output.maxCurrent = Amperes{*described.microampereMax / 1e6};
    for (const gap::NoiseFigure &point : described.noise)
        output.noise.push_back({{point.gain}, {point.nanovolt / 1e9}});
    for (const gap::PowerFigure &point : described.power)
        output.power.push_back({{point.milliohm / 1e3}, {point.microwatt / 1e6}});
    return output;
}

Limits limitsOf(const gap::Span &span)
{
    return {span.min, span.max, span.step};
}

std::optional<EqualizerLimits> equalizerOf(const gap::DescribedEqualizer &described)
{
    EqualizerLimits limits;
    limits.bands = static_cast<int>(described.bands);
    for (const std::uint32_t type : described.types) {
        if (type <= lastFilterType)
            limits.types.push_back(static_cast<FilterType>(type));
    }
    limits.frequency = limitsOf(described.frequency);
    limits.gain = limitsOf(described.gain);
    limits.q = limitsOf(described.q);
    limits.preamp = limitsOf(described.preamp);
    for (const std::uint32_t rate : described.rates)
        limits.sampleRates.push_back(static_cast<std::int32_t>(rate));
    limits.shelf = described.shelf == 1 ? EqualizerLimits::ShelfQ::Slope : EqualizerLimits::ShelfQ::Rbj;
    limits.perChannel = described.channels;
    return limits.types.empty() ? std::nullopt : std::optional(limits);
}

MeterLayout metersOf(const gap::DescribedMeters &described)
{
    return {static_cast<int>(described.channels), described.clip, described.temperature, static_cast<int>(described.rails),
            std::chrono::milliseconds(described.fastest)};
}

} // namespace

Description translated(const gap::DescriptionDocument &document, const Identity &identity)
{
    Description amp;
    amp.identity = identity;
    std::ranges::transform(document.settings, std::back_inserter(amp.settings), settingOf);
    std::ranges::transform(document.outputs, std::back_inserter(amp.outputs), outputOf);
    for (const gap::DescribedInput &input : document.inputs)
        amp.inputs.push_back({{input.id}, input.name});
    if (document.equalizer)
        amp.equalizer = equalizerOf(*document.equalizer);
    if (document.meters)
        amp.meters = metersOf(*document.meters);
    if (document.presets)
        amp.presets = PresetSlots{static_cast<int>(document.presets->count), static_cast<int>(document.presets->longestName)};
    for (const gap::DescribedSlot &slot : document.firmwareSlots)
        amp.firmwareSlots.push_back({static_cast<int>(slot.slot), slot.size});
    amp.canStore = document.has(gap::Feature::Store);
    amp.canIdentify = document.has(gap::Feature::Identify);
    return amp;
}

} // namespace gainstage::reference
