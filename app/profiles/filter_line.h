// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/peq_text.h"

#include <optional>

namespace gainstage::profiles {

/// What stands behind "Filter 3:". A band, nothing ("None"), or what is wrong.
struct FilterLine {
    std::optional<TextBand> band;
    const char *error = nullptr;
    bool hasSwitch = false;   ///< ON or OFF
    bool isAmbiguous = false; ///< the frequency's point
};

FilterLine readFilterLine(const QString &text);

} // namespace gainstage::profiles
