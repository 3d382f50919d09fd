// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/amp_text.h"

#include "app/cli/call.h"
#include "app/core/value_text.h"
#include "app/core/words.h"

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

constexpr QChar kMinus(0x2212);
constexpr QChar kNarrowSpace(0x202f);

QString quantity(double value, int places, const QString &unit, const QLocale &locale)
{
    const QString number = locale.toString(std::abs(value), 'f', places);
    return (value < 0 ? QString(kMinus + number) : number) + kNarrowSpace + unit;
}

QString jackText(const Jack &jack, const QLocale &locale)
{
    if (!jack.plugged)
        return CommandWords::tr("nothing plugged in");
    return jack.impedance ? CommandWords::tr("plugged in, %1").arg(quantity(jack.impedance->value, 0, u"Ω"_s, locale))
                          : CommandWords::tr("plugged in");
}

QString jackName(const Description &amp, const Jack &jack)
{
    const OutputFigures *output = amp.output(jack.output);
    return output && !output->connector.isEmpty() ? output->connector : CommandWords::tr("jack %1").arg(jack.output.raw);
}

QString inputText(const InputState &input, const QLocale &locale)
{
    if (!input.locked)
        return CommandWords::tr("no signal");
    return input.sampleRate > 0 ? quantity(input.sampleRate / 1000.0, 1, u"kHz"_s, locale) : CommandWords::tr("signal");
}

QString protectionText(const Protection &protection)
{
    QStringList reasons;
    if (protection.thermal)
        reasons << CommandWords::tr("too hot");
    if (protection.dc)
        reasons << CommandWords::tr("DC at the output");
    if (protection.overCurrent)
        reasons << CommandWords::tr("over-current");
    return reasons.isEmpty() ? CommandWords::tr("ready") : reasons.join(u", "_s);
}

QString equalizerText(const Equalizer &equalizer, const QLocale &locale)
{
    if (!equalizer.on)
        return CommandWords::tr("off");
    const auto bands = std::ranges::count_if(equalizer.bands, &Band::on);
    return CommandWords::tr("on, %n band(s), %1", nullptr, static_cast<int>(bands)).arg(quantity(equalizer.preamp / 100.0, 1, u"dB"_s, locale));
}

} // namespace

QString valueText(const Setting &setting, std::optional<Value> value, const QLocale &locale)
{
    if (!value)
        return CommandWords::tr("unknown");
    const QString shown = shownText(setting, *value, locale), typed = scriptText(setting, *value);
    return setting.choices() && shown.compare(typed, Qt::CaseInsensitive) != 0 ? QString(shown + u" ("_s + typed + u')') : shown;
}

std::vector<QStringList> settingRows(const std::vector<const Setting *> &settings, const State &state, const QLocale &locale)
{
    std::vector<QStringList> rows;
    rows.reserve(settings.size());
    for (const Setting *setting : settings)
        rows.push_back({setting->key, valueText(*setting, state.value(setting->id), locale)});
    return rows;
}

std::vector<QStringList> otherRows(const Description &amp, const State &state, const QLocale &locale)
{
    std::vector<QStringList> rows;
    if (state.equalizer)
        rows.push_back({CommandWords::tr("equalizer"), equalizerText(*state.equalizer, locale)});
    for (const Jack &jack : state.jacks)
        rows.push_back({jackName(amp, jack), jackText(jack, locale)});
    if (state.input)
        rows.push_back({CommandWords::tr("signal"), inputText(*state.input, locale)});
    if (state.protection.any())
        rows.push_back({CommandWords::tr("protection"), protectionText(state.protection)});
    if (amp.canStore && state.unstored)
        rows.push_back({CommandWords::tr("not stored"), CommandWords::tr("the amp forgets changes when it is switched off (“set … --store”)")});
    return rows;
}

QString stateLine(const Description &amp, const State &state)
{
    QStringList words;
    for (const Setting &setting : amp.settings) {
        if (const auto value = state.value(setting.id))
            words << setting.key + u'=' + scriptText(setting, *value);
    }
    return words.join(u' ');
}

std::vector<QStringList> differenceRows(const Description &amp, const State &before, const State &after, const QLocale &locale)
{
    std::vector<QStringList> rows;
    for (const Setting &setting : amp.settings) {
        const auto old = before.value(setting.id), now = after.value(setting.id);
        if (old != now)
            rows.push_back({setting.key, valueText(setting, old, locale), u"→"_s, valueText(setting, now, locale)});
    }
    if (before.equalizer && after.equalizer && before.equalizer != after.equalizer)
        rows.push_back({CommandWords::tr("equalizer"), equalizerText(*before.equalizer, locale), u"→"_s, equalizerText(*after.equalizer, locale)});
    return rows;
}

QStringList otherDifferences(const Description &amp, const State &before, const State &after, const QLocale &locale)
{
    QStringList lines;
    for (const Jack &jack : after.jacks) {
        const auto old = std::ranges::find(before.jacks, jack.output, &Jack::output);
        if (old == before.jacks.end() || !(*old == jack))
            lines << jackName(amp, jack) + u": "_s + jackText(jack, locale);
    }
    if (after.input && after.input != before.input)
        lines << CommandWords::tr("signal") + u": "_s + inputText(*after.input, locale);
    if (!(after.protection == before.protection))
        lines << CommandWords::tr("protection") + u": "_s + protectionText(after.protection);
    if (before.unstored && !after.unstored)
        lines << CommandWords::tr("stored in the amp");
    return lines;
}

QString metersText(const Meters &meters, const QLocale &locale)
{
    QStringList parts;
    for (const DbfsLevel &channel : meters.level)
        parts << quantity(channel.value, 1, u"dBFS"_s, locale);
    if (meters.clips)
        parts << CommandWords::tr("clipped %n time(s)", nullptr, static_cast<int>(*meters.clips));
    if (meters.temperature)
        parts << quantity(meters.temperature->value, 1, u"°C"_s, locale);
    for (const Volts &rail : meters.supply)
        parts << quantity(rail.value, 2, u"V"_s, locale);
    return parts.join(u"  "_s);
}

QString sourceText(Source source)
{
    switch (source) {
    case Source::Client: return CommandWords::tr("another program");
    case Source::Knob: return CommandWords::tr("knob");
    case Source::Remote: return CommandWords::tr("remote control");
    case Source::Protection: return CommandWords::tr("protection");
    case Source::Recall: return CommandWords::tr("preset in the amp");
    }
    return {};
}

QString sourceName(Source source)
{
    switch (source) {
    case Source::Client: return u"client"_s;
    case Source::Knob: return u"knob"_s;
    case Source::Remote: return u"remote"_s;
    case Source::Protection: return u"protection"_s;
    case Source::Recall: return u"recall"_s;
    }
    return {};
}

} // namespace gainstage::cli
