// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/dx5_description.h"

#include "devices/families/topping/equalizer_meaning.h"
#include "devices/families/topping/setting_makers.h"

namespace gainstage::topping_family::dx5 {
namespace {

using namespace topping::dx5;

constexpr std::int32_t centiOfDeci = 10;
constexpr std::chrono::milliseconds fastestMeter{100};

QString text(const Version &version)
{
    return QStringLiteral("%1.%2").arg(version.major).arg(version.minor, 2, 10, QLatin1Char('0'));
}

/// Both parts have had the same number in every firmware that somebody has seen.
QString text(const std::array<Version, 2> &firmware)
{
    return firmware[0] == firmware[1] ? text(firmware[0]) : text(firmware[0]) + u'/' + text(firmware[1]);
}

std::vector<Choice> outputChoices()
{
    return {{{0}, QStringLiteral("all"), QStringLiteral("All"), {}},
            {{1}, QStringLiteral("headphones"), QStringLiteral("All HPA"), {}},
            {{2}, QStringLiteral("lines"), QStringLiteral("All LO"), {}},
            {{3}, QStringLiteral("headphone"), QStringLiteral("HPA SE"), {}},
            {{4}, QStringLiteral("headphone-balanced"), QStringLiteral("HPA BAL"), {}},
            {{5}, QStringLiteral("line"), QStringLiteral("LO SE"), {}},
            {{6}, QStringLiteral("line-balanced"), QStringLiteral("LO BAL"), {}}};
}

std::vector<Choice> inputChoices()
{
    return {{{0}, QStringLiteral("usb"), QStringLiteral("USB"), {}},
            {{1}, QStringLiteral("optical"), QStringLiteral("OPT"), {}},
            {{2}, QStringLiteral("coaxial"), QStringLiteral("COAX"), {}},
            {{3}, QStringLiteral("bluetooth"), QStringLiteral("BT"), {}}};
}

std::vector<Choice> brightnessChoices()
{
    return {{{0}, QStringLiteral("low"), QStringLiteral("Low"), {}},
            {{1}, QStringLiteral("medium"), QStringLiteral("Medium"), {}},
            {{2}, QStringLiteral("high"), QStringLiteral("High"), {}}};
}

std::vector<Setting> settingsWith(std::int32_t volumeStep)
{
    const Range volume{Unit::CentiDecibel, topping::kSoftestDeciDecibels * centiOfDeci, 0, volumeStep};
    const Range balance{Unit::CentiDecibel, -kMostBalanceDeciDecibels * centiOfDeci, kMostBalanceDeciDecibels * centiOfDeci, 50};
    // Power is only read: an amp that wakes is as loud as it was, and nothing can be lowered before.
    return {
        choices(id::gain.number, Role::Gain, QStringLiteral("gain"), QStringLiteral("Gain"), gainChoices(), kAudible),
        choices(id::output.number, Role::Output, QStringLiteral("output"), QStringLiteral("Output"), outputChoices(), kAudible),
        choices(id::input.number, Role::Input, QStringLiteral("input"), QStringLiteral("Input"), inputChoices(), kAudible),
        range(id::volume.number, Role::Volume, QStringLiteral("volume"), QStringLiteral("Volume"), volume, kAudible),
        toggle(id::mute.number, Role::Mute, QStringLiteral("mute"), QStringLiteral("Mute"), kOnlyRead),
        range(id::balance.number, Role::Balance, QStringLiteral("balance"), QStringLiteral("Balance"), balance, kOnlyRead),
        choices(id::filter.number, Role::Filter, QStringLiteral("filter"), QStringLiteral("PCM Filter"), filterChoices(), kAudible),
        choices(id::brightness.number, Role::Brightness, QStringLiteral("brightness"), QStringLiteral("Brightness"), brightnessChoices(), kInaudible),
        toggle(id::power.number, Role::MakersOwn, QStringLiteral("power"), QStringLiteral("Power"), kOnlyRead),
    };
}

} // namespace

Description descriptionOf(const Settings &settings)
{
    Description description;
    description.identity = identityOf(QStringLiteral("DX5 II"));
    description.identity.firmware = text(settings.firmware);
    description.settings = settingsWith(settings.volumeStep == topping::VolumeStep::OneDecibel ? 100 : 50);
    for (const Choice &choice : inputChoices())
        description.inputs.push_back({choice.value, choice.label});
    description.equalizer = equalizerLimits();
    description.meters = MeterLayout{.channels = 2, .clip = false, .temperature = false, .supplyRails = 0, .fastest = fastestMeter};
    return description;
}

State stateOf(const Settings &settings, topping::VolumeStep described)
{
    State state;
    const Value source{static_cast<std::int32_t>(settings.input)};
    state.values = {{id::gain, {settings.highGain ? 1 : 0}},
                    {id::output, {static_cast<std::int32_t>(settings.output)}},
                    {id::input, source},
                    {id::mute, {settings.muted ? 1 : 0}},
                    {id::balance, {settings.balanceDeciDecibels * centiOfDeci}},
                    {id::filter, {settings.filter}},
                    {id::brightness, {static_cast<std::int32_t>(settings.brightness)}},
                    {id::power, {settings.powered ? 1 : 0}}};
    if (settings.volumeStep == described)
        state.values[id::volume] = {settings.levelDeciDecibels * centiOfDeci};
    state.input = InputState{source, settings.sampleRate.hertz > 0, static_cast<std::int32_t>(settings.sampleRate.hertz)};
    return state;
}

std::optional<Message> messageFor(SettingId setting, Value value, topping::VolumeStep step)
{
    switch (setting.number) {
    case id::gain.number: return Gain{value.raw == 1};
    case id::output.number: return Output{static_cast<Sink>(value.raw)};
    case id::input.number: return Input{static_cast<topping::dx5::Source>(value.raw)};
    case id::volume.number: return Volume{value.raw / centiOfDeci, step};
    case id::filter.number: return Filter{static_cast<std::uint8_t>(value.raw)};
    case id::brightness.number: return Display{static_cast<Brightness>(value.raw)};
    default: return std::nullopt;
    }
}

} // namespace gainstage::topping_family::dx5
