// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/eq/filter.h"
#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace gainstage::profiles {

/// What is wrong with one line, by the name that files of cases use. The line is left out, the others are read.
struct LineNote {
    int line = 0; ///< from 1
    const char *code = "";
};

struct TextBand {
    eq::Filter filter; ///< in the cookbook's terms, whatever the file meant by frequency and width
    bool enabled = true;
    bool firstOrder = false; ///< LP1 and HP1, which have no Q
    QString channel;         ///< "all", "L", "R" … as in the file
};

struct GraphicPoint {
    Frequency frequency;
    Decibels gain;
};

/// An equalizer as text: Equalizer APO, AutoEq's ParametricEQ, FixedBandEQ and GraphicEQ, REW's filter settings.
struct PeqText {
    Decibels preamp;
    std::vector<TextBand> bands;       ///< in the file's order
    std::vector<GraphicPoint> graphic; ///< by frequency
    std::vector<LineNote> errors;      ///< no_fc, no_gain, no_q, bad_fc, bad_q, unknown_type, bad_number, bad_pair
    std::vector<LineNote> warnings;    ///< bom_stripped, no_switch, ambiguous_thousands, unsupported_command
};

/// Tolerant: what is not understood is listed and left out. Errc::InvalidFile: more than 1 MiB, 10 000 lines, 256 bands or 4096 points.
Result<PeqText> readPeqText(const QByteArray &file);

} // namespace gainstage::profiles
