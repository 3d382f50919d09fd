// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "devices/amp/state.h"
#include "protocol/bytes/result.h"

#include <QJsonValue>
#include <QLocale>

namespace gainstage {

/// A measured number for people: `decimals` places, true minus sign, narrow no-break space before the unit.
QString measured(double value, int decimals, const QString &unit, const QLocale &locale);
/// What a choice adds: "+8 dB", "0 dB".
QString addedText(Decibels adds, const QLocale &locale);
/// Which side is quieter, in words: "centre", "left −3 dB". `balance` must be a range.
QString balanceText(const Setting &balance, Value value, const QLocale &locale);
/// An output by its connector ("6.35 mm", "XLR-4", "Line"), or the maker's word where that does not tell it from the others.
QString outputName(const Description &amp, const OutputFigures &output, const QLocale &locale);
/// A setting's value for people: shownText(), with balanceText() and outputName() where they fit. `amp` may be null.
QString valueText(const Description *amp, const Setting &setting, Value value, const QLocale &locale);
/// "297 Ω found", "plugged in", "empty".
QString jackText(const Jack &jack, const QLocale &locale);
/// "96 kHz", "44.1 kHz".
QString sampleRateText(std::int32_t hertz, const QLocale &locale);
/// A setting by its key, as files name it: the amp's word, or the key where `amp` (may be null) has none.
QString keptName(const Description *amp, const QString &key);
/// Its value as jsonValue() writes it, for people.
QString keptText(const Description *amp, const QString &key, const QJsonValue &value, const QLocale &locale);
/// What happened and what to do, as one text.
QString sentences(const Error &error);

} // namespace gainstage
