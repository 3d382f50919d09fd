// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "protocol/bytes/result.h"

#include <QJsonValue>
#include <QLocale>

namespace gainstage {

/// How values are written for scripts, files and people. The only place that turns raw integers into shown units.

/// For scripts: choices by key ("high"), switches "on" and "off", ranges as a plain number in the shown unit ("-32.5").
QString scriptText(const Setting &setting, Value value);
/// Reads scriptText() back, tolerant of a unit behind the number ("-32.5 dB"), U+2212, and case. Errc::Usage, OutOfRange with the setting's
/// key and limits.
Result<Value> parseValue(const Setting &setting, const QString &text);
/// The setting with this key, else the one with the role of this name; case does not count. Errc::UnknownSetting (facts: what there is), or
/// Errc::Unsupported where
/// other amps have it.
Result<const Setting *> findSetting(const Description &amp, const QString &name);
/// "gain=high" -> the setting and value. Errc::Usage, OutOfRange, ReadOnly, and those of findSetting().
Result<std::pair<SettingId, Value>> parseAssignment(const Description &amp, const QString &text);

/// For files and --json: a string (choice key), a bool, or a number in the shown unit.
QJsonValue jsonValue(const Setting &setting, Value value);
Result<Value> fromJson(const Setting &setting, const QJsonValue &value);

/// For people: translated label, number through the locale with U+2212 and a narrow no-break space before the unit.
QString shownText(const Setting &setting, Value value, const QLocale &locale);
/// Number and unit apart, for the big display.
QString shownNumber(const Range &range, Value value, const QLocale &locale);
QString unitSymbol(Unit unit);
/// The shown unit's name in JSON: "dB", "Hz", "ms", "%", "" …
QString unitName(Unit unit);
/// Raw units per shown unit: 100 for centi-decibel.
double unitScale(Unit unit);
/// Decimals that show every step of the range: 1 for steps of 0.5 dB.
int decimals(const Range &range);

} // namespace gainstage
