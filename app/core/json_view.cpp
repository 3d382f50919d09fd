// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/json_view.h"

#include "app/core/value_text.h"
#include "app/core/words.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>
#include <cmath>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

struct RoleRow {
    Role role;
    const char *name;
};
constexpr std::array kRoles = {
    RoleRow{Role::Gain, "gain"},
    RoleRow{Role::Output, "output"},
    RoleRow{Role::Input, "input"},
    RoleRow{Role::Volume, "volume"},
    RoleRow{Role::Mute, "mute"},
    RoleRow{Role::Balance, "balance"},
    RoleRow{Role::Filter, "filter"},
    RoleRow{Role::Crossfeed, "crossfeed"},
    RoleRow{Role::Polarity, "polarity"},
    RoleRow{Role::Brightness, "brightness"},
    RoleRow{Role::AutoOff, "auto-off"},
    RoleRow{Role::VolumeLimit, "volume-limit"},
    RoleRow{Role::PowerOnVolume, "power-on-volume"},
    RoleRow{Role::Mono, "mono"},
    RoleRow{Role::ChannelSwap, "channel-swap"},
};

constexpr std::array kFilterTypes = {"peaking", "low-shelf", "high-shelf", "low-pass", "high-pass", "notch", "band-pass", "all-pass"};

QJsonObject flagsToJson(const SettingFlags &flags)
{
    return {{u"audible"_s, flags.audible}, {u"read_only"_s, flags.readOnly}, {u"stored"_s, flags.stored}, {u"clicks"_s, flags.clicks}};
}

QJsonArray choicesToJson(const Setting &setting)
{
    QJsonArray list;
    for (const Choice &choice : setting.choices()->list) {
        QJsonObject entry{{u"key"_s, choice.key}, {u"label"_s, label(setting, choice)}};
        if (choice.adds)
            entry[u"adds_db"_s] = choice.adds->value;
        list.append(entry);
    }
    return list;
}

void putRange(QJsonObject &object, const Setting &setting)
{
    const Range &range = *setting.range();
    object[u"unit"_s] = unitName(range.unit);
    object[u"min"_s] = jsonValue(setting, {range.min});
    object[u"max"_s] = jsonValue(setting, {range.max});
    object[u"step"_s] = jsonValue(setting, {range.step});
}

QJsonObject toJson(const Band &band)
{
    return {{u"type"_s, QLatin1String(kFilterTypes[static_cast<std::size_t>(band.type)])},
            {u"frequency_hz"_s, band.frequency},
            {u"gain_db"_s, band.gain / 100.0},
            {u"q"_s, band.q / 1000.0},
            {u"on"_s, band.on}};
}

std::unexpected<Error> badEqualizer(const char *what)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "The equalizer in the file cannot be read: %1."), {what});
}

Result<Band> bandFromJson(const QJsonObject &object)
{
    const auto type =
        std::ranges::find_if(kFilterTypes, [name = object[u"type"_s].toString()](const char *known) { return name == QLatin1String(known); });
    if (type == kFilterTypes.end())
        return badEqualizer("type");
    for (const char *key : {"frequency_hz", "gain_db", "q"}) {
        if (!object[QLatin1String(key)].isDouble() || std::abs(object[QLatin1String(key)].toDouble()) > 1e6)
            return badEqualizer(key);
    }
    return Band{static_cast<FilterType>(type - kFilterTypes.begin()), static_cast<std::int32_t>(std::lround(object[u"frequency_hz"_s].toDouble())),
                static_cast<std::int32_t>(std::lround(object[u"gain_db"_s].toDouble() * 100)),
                static_cast<std::int32_t>(std::lround(object[u"q"_s].toDouble() * 1000)), object[u"on"_s].toBool()};
}

} // namespace

QString roleName(Role role)
{
    const auto row = std::ranges::find(kRoles, role, &RoleRow::role);
    return row == kRoles.end() ? u"custom"_s : QString(QLatin1String(row->name));
}

Role roleFromName(const QString &name)
{
    const auto row = std::ranges::find_if(kRoles, [&](const RoleRow &candidate) { return name == QLatin1String(candidate.name); });
    return row == kRoles.end() ? Role::MakersOwn : row->role;
}

QJsonObject toJson(const Identity &identity)
{
    return {{u"maker"_s, identity.maker},       {u"model"_s, identity.model},       {u"serial_number"_s, identity.serialNumber},
            {u"hardware"_s, identity.hardware}, {u"firmware"_s, identity.firmware}, {u"protocol"_s, identity.protocol}};
}

QJsonObject toJson(const Setting &setting)
{
    QJsonObject object{
        {u"key"_s, setting.key}, {u"role"_s, roleName(setting.role)}, {u"label"_s, label(setting)}, {u"flags"_s, flagsToJson(setting.flags)}};
    object[u"kind"_s] = setting.choices() ? u"choice"_s : setting.range() ? u"range"_s : u"switch"_s;
    if (setting.choices())
        object[u"choices"_s] = choicesToJson(setting);
    if (setting.range())
        putRange(object, setting);
    return object;
}

QJsonObject toJson(const OutputFigures &output)
{
    QJsonObject object{{u"label"_s, output.label},
                       {u"connector"_s, output.connector},
                       {u"balanced"_s, output.balanced},
                       {u"line"_s, output.line},
                       {u"output_impedance_ohm"_s, output.outputImpedance.value}};
    if (output.maxVoltage)
        object[u"max_voltage_v"_s] = output.maxVoltage->value;
    if (output.maxCurrent)
        object[u"max_current_a"_s] = output.maxCurrent->value;
    return object;
}

QJsonObject toJson(const Description &description)
{
    QJsonArray settings, outputs;
    for (const Setting &setting : description.settings)
        settings.append(toJson(setting));
    for (const OutputFigures &output : description.outputs)
        outputs.append(toJson(output));
    return {{u"identity"_s, toJson(description.identity)}, {u"settings"_s, settings}, {u"outputs"_s, outputs}};
}

QJsonObject valuesToJson(const Description &description, const State &state)
{
    QJsonObject values;
    for (const Setting &setting : description.settings) {
        const auto value = state.value(setting.id);
        values[setting.key] = value ? jsonValue(setting, *value) : QJsonValue(QJsonValue::Null);
    }
    return values;
}

QJsonObject toJson(const Description &description, const State &state)
{
    QJsonObject object{{u"values"_s, valuesToJson(description, state)}, {u"unstored"_s, state.unstored}};
    QJsonArray jacks;
    for (const Jack &jack : state.jacks) {
        const OutputFigures *output = description.output(jack.output);
        QJsonObject entry{{u"output"_s, output ? output->connector : QString::number(jack.output.raw)}, {u"plugged"_s, jack.plugged}};
        if (jack.impedance)
            entry[u"impedance_ohm"_s] = jack.impedance->value;
        jacks.append(entry);
    }
    object[u"jacks"_s] = jacks;
    if (state.input)
        object[u"input"_s] = QJsonObject{{u"locked"_s, state.input->locked}, {u"sample_rate_hz"_s, state.input->sampleRate}};
    object[u"protection"_s] =
        QJsonObject{{u"thermal"_s, state.protection.thermal}, {u"dc"_s, state.protection.dc}, {u"over_current"_s, state.protection.overCurrent}};
    if (state.equalizer)
        object[u"equalizer"_s] = toJson(*state.equalizer);
    return object;
}

QJsonObject toJson(const Meters &meters)
{
    QJsonObject object;
    QJsonArray level, supply;
    for (const DbfsLevel &channel : meters.level)
        level.append(channel.value);
    for (const Volts &rail : meters.supply)
        supply.append(rail.value);
    if (!level.isEmpty())
        object[u"level_dbfs"_s] = level;
    if (meters.clips)
        object[u"clips"_s] = static_cast<qint64>(*meters.clips);
    if (meters.temperature)
        object[u"temperature_c"_s] = meters.temperature->value;
    if (!supply.isEmpty())
        object[u"supply_v"_s] = supply;
    return object;
}

QJsonObject toJson(const Error &error)
{
    return {{u"code"_s, codeName(error.code)}, {u"message"_s, words(error)}, {u"hint"_s, hint(error)}};
}

QJsonObject toJson(const HistoryEntry &entry)
{
    return {{u"number"_s, entry.number}, {u"time"_s, entry.time.toString(Qt::ISODateWithMs)},
            {u"amp"_s, entry.amp},       {u"origin"_s, entry.origin},
            {u"before"_s, entry.before}, {u"after"_s, entry.after}};
}

QJsonObject toJson(const Equalizer &equalizer)
{
    QJsonArray bands;
    for (const Band &band : equalizer.bands)
        bands.append(toJson(band));
    return {{u"on"_s, equalizer.on}, {u"preamp_db"_s, equalizer.preamp / 100.0}, {u"bands"_s, bands}};
}

Result<Equalizer> equalizerFromJson(const QJsonObject &object)
{
    if (!object[u"on"_s].isBool() || !object[u"preamp_db"_s].isDouble() || !object[u"bands"_s].isArray())
        return badEqualizer("on, preamp_db, bands");
    if (std::abs(object[u"preamp_db"_s].toDouble()) > 1000)
        return badEqualizer("preamp_db");
    Equalizer equalizer{object[u"on"_s].toBool(), static_cast<std::int32_t>(std::lround(object[u"preamp_db"_s].toDouble() * 100)), {}};
    for (const QJsonValue entry : object[u"bands"_s].toArray()) {
        const auto band = bandFromJson(entry.toObject());
        if (!band)
            return std::unexpected(band.error());
        equalizer.bands.push_back(*band);
    }
    return equalizer;
}

QJsonObject toJson(const PresetPlan &plan)
{
    QJsonArray differences, notCarried;
    for (const auto &row : plan.differences)
        differences.append(QJsonObject{{u"key"_s, row.setting.key},
                                       {u"now"_s, row.now ? jsonValue(row.setting, *row.now) : QJsonValue(QJsonValue::Null)},
                                       {u"then"_s, jsonValue(row.setting, row.then)}});
    for (const auto &row : plan.notCarried)
        notCarried.append(QJsonObject{{u"key"_s, row.key}, {u"value"_s, row.value}, {u"why"_s, QCoreApplication::translate("preset", row.why)}});
    QJsonObject object{{u"differences"_s, differences}, {u"not_carried"_s, notCarried}};
    if (plan.equalizer)
        object[u"equalizer"_s] = toJson(*plan.equalizer);
    return object;
}

} // namespace gainstage
