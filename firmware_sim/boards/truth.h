// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/core/hardware.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace gainstage::sim {

/// What the firmware holds, in the protocol's units.
struct Truth {
    std::uint32_t revision = 0;
    bool dirty = false;
    std::map<std::int64_t, std::int64_t> values; ///< by id
    bool hasEqualizer = false, equalizerOn = false;
    std::int32_t preamp = 0;
    std::vector<firmware::BandSetting> bands;
};

/// Reports in, the reports that the firmware answers at once.
using ReportExchange = std::function<std::vector<std::uint8_t>(std::span<const std::uint8_t> report)>;

/// Asks the firmware over a link of its own that no client shares: no wire, no faults, and only the firmware's own codec. Nothing when it does not
/// answer.
std::optional<Truth> readTruth(const ReportExchange &exchange);

} // namespace gainstage::sim
