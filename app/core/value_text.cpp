// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/value_text.h"

#include "app/core/json_view.h"
#include "app/core/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

constexpr QChar kMinus(0x2212);
constexpr QChar kNarrowSpace(0x202f);

struct UnitRow {
    Unit unit;
    double scale;
    const char *name;
    const char16_t *symbol;
};
// Shown units; scale is raw units per shown unit.
constexpr UnitRow kUnits[] = {
    {Unit::None, 1, "", u""},
    {Unit::CentiDecibel, 100, "dB", u"dB"},
    {Unit::Hertz, 1, "Hz", u"Hz"},
    {Unit::MilliQ, 1000, "", u""},
    {Unit::MilliOhm, 1000, "Ohm", u"Ω"},
    {Unit::MicroVolt, 1e6, "V", u"V"},
    {Unit::DeciCelsius, 10, "°C", u"°C"},
    {Unit::Millisecond, 1, "ms", u"ms"},
    {Unit::Percent, 1, "%", u"%"},
    {Unit::Second, 1, "s", u"s"},
    {Unit::Minute, 1, "min", u"min"},
    {Unit::MilliVolt, 1000, "V", u"V"},
};

const UnitRow &rowOf(Unit unit)
{
    for (const UnitRow &row : kUnits) {
        if (row.unit == unit)
            return row;
    }
    return kUnits[0];
}

QString plainNumber(const Range &range, Value value)
{
    return QString::number(value.raw / unitScale(range.unit), 'f', decimals(range));
}

QString limits(const Setting &setting)
{
    if (const Range *range = setting.range())
        return plainNumber(*range, {range->min}) + u" … "_s + plainNumber(*range, {range->max}) + u' ' + unitName(range->unit);
    if (setting.isSwitch())
        return u"on, off"_s;
    QStringList keys;
    for (const Choice &choice : setting.choices()->list)
        keys << choice.key;
    return keys.join(u", "_s);
}

std::unexpected<Error> notAValue(const Setting &setting, const QString &text)
{
    return failure(Errc::Usage, SENTENCE("error", "“%1” is not a value of %2 (%3)."),
                   {text.toStdString(), setting.key.toStdString(), limits(setting).toStdString()});
}

std::unexpected<Error> outside(const Setting &setting, const QString &text)
{
    return failure(Errc::OutOfRange, SENTENCE("error", "%1 is outside what the amp takes for %2 (%3)."),
                   {text.toStdString(), setting.key.toStdString(), limits(setting).toStdString()});
}

Result<Value> checked(const Setting &setting, double shown, const QString &text)
{
    const double raw = shown * unitScale(setting.range()->unit);
    if (!std::isfinite(raw) || std::abs(raw) > 2e9)
        return outside(setting, text);
    const Value value{static_cast<std::int32_t>(std::lround(raw))};
    if (std::abs(raw - value.raw) > 1e-6 * std::max(1.0, std::abs(raw)) || !setting.accepts(value))
        return outside(setting, text);
    return value;
}

Result<Value> parseNumber(const Setting &setting, const QString &text)
{
    QString number = text;
    number.replace(kMinus, u'-').remove(kNarrowSpace);
    const QString unit = unitName(setting.range()->unit);
    if (!unit.isEmpty() && number.endsWith(unit, Qt::CaseInsensitive))
        number.chop(unit.size());
    bool ok = false;
    const double shown = QLocale::c().toDouble(number.trimmed(), &ok);
    return ok ? checked(setting, shown, text) : notAValue(setting, text);
}

Result<Value> parseSwitch(const Setting &setting, const QString &text)
{
    const QString word = text.toLower();
    if (word == "on"_L1 || word == "true"_L1 || word == "1"_L1)
        return Value{1};
    if (word == "off"_L1 || word == "false"_L1 || word == "0"_L1)
        return Value{0};
    return notAValue(setting, text);
}

QString keysOf(const Description &amp)
{
    QStringList keys;
    for (const Setting &setting : amp.settings)
        keys << setting.key;
    return keys.join(u", "_s);
}

} // namespace

QString scriptText(const Setting &setting, Value value)
{
    if (const Range *range = setting.range())
        return plainNumber(*range, value);
    if (setting.isSwitch())
        return value.raw ? u"on"_s : u"off"_s;
    const Choice *choice = setting.choices()->find(value);
    return choice ? choice->key : QString::number(value.raw);
}

Result<Value> parseValue(const Setting &setting, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (setting.range())
        return parseNumber(setting, trimmed);
    if (setting.isSwitch())
        return parseSwitch(setting, trimmed);
    const auto &list = setting.choices()->list;
    const auto choice = std::ranges::find_if(list, [&](const Choice &candidate) { return candidate.key.compare(trimmed, Qt::CaseInsensitive) == 0; });
    if (choice == list.end())
        return notAValue(setting, text);
    return choice->value;
}

Result<const Setting *> findSetting(const Description &amp, const QString &name)
{
    const QString word = name.trimmed().toLower();
    const auto byKey =
        std::ranges::find_if(amp.settings, [&](const Setting &setting) { return setting.key.compare(word, Qt::CaseInsensitive) == 0; });
    if (byKey != amp.settings.end())
        return &*byKey;
    const Role role = roleFromName(word);
    const Setting *byRole = role == Role::MakersOwn ? nullptr : amp.find(role);
    if (byRole)
        return byRole;
    const auto code = role == Role::MakersOwn ? Errc::UnknownSetting : Errc::Unsupported;
    return failure(code, SENTENCE("error", "The amp has no setting “%1”. It has: %2."), {word.toStdString(), keysOf(amp).toStdString()});
}

Result<std::pair<SettingId, Value>> parseAssignment(const Description &amp, const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return failure(Errc::Usage, SENTENCE("error", "“%1” is not of the form SETTING=VALUE."), {text.toStdString()});
    const auto found = findSetting(amp, text.left(equals));
    if (!found)
        return std::unexpected(found.error());
    const Setting *setting = *found;
    if (setting->flags.readOnly)
        return failure(Errc::ReadOnly, SENTENCE("error", "%1 can only be read."), {setting->key.toStdString()});
    const auto value = parseValue(*setting, text.mid(equals + 1));
    if (!value)
        return std::unexpected(value.error());
    return std::pair(setting->id, *value);
}

QJsonValue jsonValue(const Setting &setting, Value value)
{
    if (const Range *range = setting.range())
        return plainNumber(*range, value).toDouble();
    if (setting.isSwitch())
        return value.raw != 0;
    return scriptText(setting, value);
}

Result<Value> fromJson(const Setting &setting, const QJsonValue &value)
{
    if (setting.range() && value.isDouble())
        return checked(setting, value.toDouble(), QString::number(value.toDouble()));
    if (setting.isSwitch() && value.isBool())
        return Value{value.toBool() ? 1 : 0};
    if (setting.choices() && value.isString())
        return parseValue(setting, value.toString());
    return notAValue(setting, value.toVariant().toString());
}

QString shownNumber(const Range &range, Value value, const QLocale &locale)
{
    QString text = locale.toString(std::abs(value.raw) / unitScale(range.unit), 'f', decimals(range));
    return value.raw < 0 ? QString(kMinus + text) : text;
}

QString shownText(const Setting &setting, Value value, const QLocale &locale)
{
    if (const Range *range = setting.range()) {
        const QString unit = unitSymbol(range->unit);
        const QString number = shownNumber(*range, value, locale);
        return unit.isEmpty() ? number : QString(number + kNarrowSpace + unit);
    }
    if (setting.isSwitch())
        return value.raw ? QCoreApplication::translate("value", "on") : QCoreApplication::translate("value", "off");
    const Choice *choice = setting.choices()->find(value);
    return choice ? label(setting, *choice) : QString::number(value.raw);
}

QString unitSymbol(Unit unit)
{
    return QString::fromUtf16(rowOf(unit).symbol);
}

QString unitName(Unit unit)
{
    return QString::fromUtf8(rowOf(unit).name);
}

double unitScale(Unit unit)
{
    return rowOf(unit).scale;
}

int decimals(const Range &range)
{
    std::int64_t scale = std::llround(unitScale(range.unit));
    int places = 0;
    for (std::int64_t whole = scale; whole > 1; whole /= 10)
        ++places;
    // As few as still tell all values apart.
    for (std::int64_t ten = 10; places > 0 && range.step % ten == 0 && range.min % ten == 0; ten *= 10)
        --places;
    return places;
}

} // namespace gainstage
