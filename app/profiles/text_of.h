// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace gainstage::profiles {

/// The text of a file that somebody's program wrote: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252.
QString textOf(const QByteArray &bytes);
bool hasMark(const QByteArray &bytes);

/// With ordinary signs for minus, and without the spaces that stand between digits; other special spaces become ordinary ones.
QString withPlainSigns(QString line);

/// A number with a point or a comma. Where both stand in it the last one is the decimal mark; several of one kind group thousands.
std::optional<double> numberOf(QStringView text);

/// A frequency: some programs group thousands with a point, so that "1.079" is 1079 Hz and "63.000" is 63 Hz. `ambiguous`: both would be possible.
struct FrequencyText {
    double hertz = 0.0;
    bool ambiguous = false;
};
std::optional<FrequencyText> frequencyOf(QStringView text);

} // namespace gainstage::profiles
