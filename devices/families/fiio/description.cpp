// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/fiio/description.h"

#include "devices/catalog/catalog.h"
#include "devices/families/fiio/held.h"
#include "protocol/fiio/equalizer.h"
#include "protocol/fiio/experimental.h"

#include <utility>

namespace gainstage::fiio {
namespace {

constexpr int centiPerDeci = 10, milliPerHundredth = 10;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// "R&B" is "r-b".
QString keyOf(const QString &name)
{
    QString key;
    for (const QChar character : name.toLower())
        key += character.isLetterOrNumber() ? character : QLatin1Char('-');
    return key;
}

Choice presetChoice(const Preset &preset, const Introduction &introduction)
{
    const QString name = preset.kind == PresetKind::Off ? QStringLiteral("Off") : text(preset.name);
    const auto given = introduction.presetNames.find(preset.id);
    const bool isNamed = given != introduction.presetNames.end() && !given->second.isEmpty();
    return {{preset.id}, keyOf(name), isNamed ? QString(name % QStringLiteral(": ") % given->second) : name, std::nullopt};
}

Setting presets(Model model, const Introduction &introduction)
{
    Choices choices;
    for (const Preset &preset : presetsOf(model))
        choices.list.push_back(presetChoice(preset, introduction));
    Setting setting{presetSetting, Role::MakersOwn, QStringLiteral("preset"), QStringLiteral("Preset"), std::move(choices), {}, {}};
    setting.flags.audible = true;
    setting.flags.bringsEqualizer = true;
    return setting;
}

Setting experimental(SettingId id, Role role, const QString &key, const QString &label, std::variant<Choices, Range, Switch> kind)
{
    Setting setting{id, role, key, label, std::move(kind), {}, {}};
    setting.flags.audible = true;
    setting.flags.experimental = true;
    return setting;
}

Setting filters()
{
    const auto choice = [](experimental::DacFilter filter, const QString &key, const QString &label) {
        return Choice{{std::to_underlying(filter)}, key, label, std::nullopt};
    };
    using enum experimental::DacFilter;
    Choices choices{{choice(ShortDelaySharp, QStringLiteral("short-delay-sharp"), QStringLiteral("Short delay sharp roll-off")),
                     choice(Sharp, QStringLiteral("sharp"), QStringLiteral("Sharp roll-off")),
                     choice(ShortDelaySlow, QStringLiteral("short-delay-slow"), QStringLiteral("Short delay slow roll-off")),
                     choice(Slow, QStringLiteral("slow"), QStringLiteral("Slow roll-off")),
                     choice(NonOversampling, QStringLiteral("non-oversampling"), QStringLiteral("Non-oversampling"))}};
    return experimental(filterSetting, Role::Filter, QStringLiteral("filter"), QStringLiteral("Filter"), std::move(choices));
}

std::vector<Setting> settingsOf(Model model, const Introduction &introduction)
{
    std::vector<Setting> settings{presets(model, introduction)};
    if (introduction.mostVolume.value_or(0) > 0) {
        const Range range{Unit::None, 0, *introduction.mostVolume, 1}; // nobody knows the decibels of a step
        settings.push_back(experimental(volumeSetting, Role::Volume, QStringLiteral("volume"), QStringLiteral("Volume"), range));
    }
    settings.push_back(filters());
    const Range range{Unit::None, 0, experimental::kMostBalance, 1}; // only towards the right can be sent
    settings.push_back(experimental(balanceSetting, Role::Balance, QStringLiteral("balance"), QStringLiteral("Balance"), range));
    return settings;
}

EqualizerLimits limitsOf(Model model)
{
    const ModelFacts &facts = factsOf(model);
    EqualizerLimits limits;
    limits.bands = facts.bands;
    for (int type = 0; type <= std::to_underlying(FilterType::AllPass); ++type) {
        if (takes(model, static_cast<FilterType>(type)))
            limits.types.push_back(typeOf(static_cast<FilterType>(type)));
    }
    limits.frequency = {kLeastFrequencyHertz, kMostFrequencyHertz, 1};
    limits.gain = {facts.leastGainDeciDecibels * centiPerDeci, facts.mostGainDeciDecibels * centiPerDeci, centiPerDeci};
    limits.q = {kLeastQHundredths * milliPerHundredth, kMostQHundredths * milliPerHundredth, milliPerHundredth};
    limits.preamp = limits.gain;
    limits.sampleRates = {44100, 48000, 96000};
    limits.peakQ = qMeaningOf(model) == QMeaning::WithGain ? EqualizerLimits::PeakQ::TimesGain : EqualizerLimits::PeakQ::Cookbook;
    limits.hasSwitch = hasSwitch(model);
    limits.bandsHaveSwitch = false;
    return limits;
}

} // namespace

Description describe(Model model, const Port &port, const Introduction &introduction)
{
    Description description;
    const catalog::Model *known = catalog::find(port);
    description.identity.maker = known ? text(known->maker) : port.maker;
    description.identity.model = known ? text(known->name) : port.product;
    description.identity.serialNumber = port.serialNumber;
    description.identity.firmware = introduction.firmware;
    description.identity.protocol = QStringLiteral("FiiO HID");
    description.settings = settingsOf(model, introduction);
    description.equalizer = limitsOf(model);
    description.canStore = true;
    return description;
}

} // namespace gainstage::fiio
