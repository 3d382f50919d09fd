// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/equalizer.h"
#include "devices/headphone/drive.h"
#include "devices/headphone/headroom.h"
#include "devices/headphone/noise.h"

#include <QString>

#include <optional>

namespace gainstage::calc {

// The words that files use; they are not translated.

QString word(headphone::Binding binding);
QString word(headphone::PointWarning warning);
QString word(headphone::Verdict verdict);
QString word(headphone::Hiss hiss);

/// "PK", "LS", "HS", "LP", "HP", "BP", "NO", "AP".
QString word(FilterType type);
std::optional<FilterType> filterType(const QString &word);

} // namespace gainstage::calc
