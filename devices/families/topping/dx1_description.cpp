// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/dx1_description.h"

#include "devices/families/topping/equalizer_meaning.h"
#include "devices/families/topping/setting_makers.h"
#include "protocol/topping/volume.h"

namespace gainstage::topping_family::dx1 {
namespace {

using namespace topping::dx1;

constexpr std::int32_t centiOfDeci = 10;
/// It also takes halves above -10 dB, but a range has one step.
constexpr Range volumeRange{Unit::CentiDecibel, topping::kSoftestDeciDecibels *centiOfDeci, 0, 100};

std::vector<Choice> inputChoices()
{
    return {{{0}, QStringLiteral("usb"), QStringLiteral("USB"), {}}, {{1}, QStringLiteral("optical"), QStringLiteral("OPT"), {}}};
}

std::vector<Choice> brightnessChoices()
{
    std::vector<Choice> list;
    for (int number = 0; number <= kMostBrightness; ++number)
        list.push_back({{number}, QString::number(number), QString::number(number), {}});
    return list;
}

std::vector<Choice> slotChoices()
{
    std::vector<Choice> list{{kNoSlot, QStringLiteral("off"), QStringLiteral("Off"), {}}};
    for (int number = 0; number < kSlots; ++number)
        list.push_back({{number}, QString::number(number + 1), QStringLiteral("PEQ %1").arg(number + 1), {}});
    return list;
}

struct ReportReader {
    Values operator()(const Gain &report) const { return {{id::gain, {report.high ? 1 : 0}}}; }
    Values operator()(const Filter &report) const { return {{id::filter, {report.number}}}; }
    Values operator()(const AutoStandby &report) const { return {{id::autoStandby, {report.on ? 1 : 0}}}; }
    Values operator()(const Display &report) const { return {{id::brightness, {report.brightness}}}; }
    Values operator()(const Input &report) const { return {{id::input, {static_cast<std::int32_t>(report.source)}}}; }
    template <typename Other>
    Values operator()(const Other &) const
    {
        return {};
    }
};

Volume volumeOf(VolumeField field, Value value)
{
    return {field, value.raw / centiOfDeci};
}

} // namespace

Description description()
{
    const auto volume = [](SettingId setting, Role role, const char *key, const char *label) {
        return range(setting.number, role, QString::fromLatin1(key), QString::fromLatin1(label), volumeRange, kAudible);
    };
    Description description;
    description.identity = identityOf(QStringLiteral("DX1 II"));
    description.settings = {
        choices(id::gain.number, Role::Gain, QStringLiteral("gain"), QStringLiteral("Gain"), gainChoices(), kAudible),
        choices(id::input.number, Role::Input, QStringLiteral("input"), QStringLiteral("Input"), inputChoices(), kAudible),
        volume(id::volume, Role::Volume, "volume", "Volume"),
        toggle(id::mute.number, Role::Mute, QStringLiteral("mute"), QStringLiteral("Mute"), kAudible),
        choices(id::filter.number, Role::Filter, QStringLiteral("filter"), QStringLiteral("PCM Filter"), filterChoices(), kAudible),
        choices(id::brightness.number, Role::Brightness, QStringLiteral("brightness"), QStringLiteral("Brightness"), brightnessChoices(), kInaudible),
        toggle(id::autoStandby.number, Role::AutoOff, QStringLiteral("auto-standby"), QStringLiteral("Auto Standby"), kInaudible),
        volume(id::headphoneVolume, Role::MakersOwn, "headphone-volume", "HPA volume"),
        volume(id::lineVolume, Role::MakersOwn, "line-volume", "LO volume"),
        volume(id::opticalVolume, Role::MakersOwn, "optical-volume", "OPT volume"),
        toggle(id::opticalMute.number, Role::MakersOwn, QStringLiteral("optical-mute"), QStringLiteral("OPT mute"), kAudible),
        choices(id::slot.number, Role::MakersOwn, QStringLiteral("eq-slot"), QStringLiteral("PEQ"), slotChoices(), kBringsEqualizer),
    };
    for (const Choice &choice : inputChoices())
        description.inputs.push_back({choice.value, choice.label});
    description.equalizer = equalizerLimits();
    return description;
}

Values valuesOf(const topping::OutputBlock &block)
{
    return {{id::volume, {block.commonDeciDecibels * centiOfDeci}},
            {id::headphoneVolume, {block.headphoneDeciDecibels * centiOfDeci}},
            {id::lineVolume, {block.lineDeciDecibels * centiOfDeci}},
            {id::opticalVolume, {block.opticalDeciDecibels * centiOfDeci}},
            {id::mute, {block.analogMuted ? 1 : 0}},
            {id::opticalMute, {block.opticalMuted ? 1 : 0}}};
}

Values valuesOf(const Report &report)
{
    return std::visit(ReportReader{}, report);
}

std::optional<Message> messageFor(SettingId setting, Value value, const topping::OutputBlock &block)
{
    const bool on = value.raw == 1;
    switch (setting.number) {
    case id::gain.number: return Gain{on};
    case id::input.number: return Input{static_cast<topping::dx1::Source>(value.raw)};
    case id::volume.number: return volumeOf(VolumeField::Common, value);
    case id::headphoneVolume.number: return volumeOf(VolumeField::Headphone, value);
    case id::lineVolume.number: return volumeOf(VolumeField::Line, value);
    case id::opticalVolume.number: return volumeOf(VolumeField::Optical, value);
    case id::mute.number: return Mute{on, block.opticalMuted};
    case id::opticalMute.number: return Mute{block.analogMuted, on};
    case id::filter.number: return Filter{static_cast<std::uint8_t>(value.raw)};
    case id::brightness.number: return Display{static_cast<std::uint8_t>(value.raw)};
    case id::autoStandby.number: return AutoStandby{on};
    case id::slot.number: return value == kNoSlot ? Slot{} : Slot{static_cast<std::uint8_t>(value.raw)};
    default: return std::nullopt;
    }
}

} // namespace gainstage::topping_family::dx1
