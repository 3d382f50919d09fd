// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "devices/amp/event.h"

#include <QLocale>
#include <QStringList>

namespace gainstage::cli {

/// What an amp holds, in words for the terminal.

/// A value as people read it; a choice whose word for `set` is another one has that behind it: "Short delay (short)". "unknown" where nobody knows.
QString valueText(const Setting &setting, std::optional<Value> value, const QLocale &locale);
/// One row per setting: its word for `set`, its value.
std::vector<QStringList> settingRows(const std::vector<const Setting *> &settings, const State &state, const QLocale &locale);
/// Jacks, input, equalizer, protection, and whether something is not stored.
std::vector<QStringList> otherRows(const Description &amp, const State &state, const QLocale &locale);
/// Everything in one line, as `set` would take it: "gain=low volume=-32.5".
QString stateLine(const Description &amp, const State &state);
/// One row per difference: what, before, after.
std::vector<QStringList> differenceRows(const Description &amp, const State &before, const State &after, const QLocale &locale);
/// What differs beside settings: "6.35mm: plugged in, 297 Ω".
QStringList otherDifferences(const Description &amp, const State &before, const State &after, const QLocale &locale);
QString metersText(const Meters &meters, const QLocale &locale);
QString sourceText(Source source);
/// The source's name for scripts.
QString sourceName(Source source);

} // namespace gainstage::cli
