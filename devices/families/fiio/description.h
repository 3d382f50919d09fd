// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "devices/discovery/port.h"
#include "protocol/fiio/model.h"

#include <map>
#include <optional>

namespace gainstage::fiio {

inline constexpr SettingId presetSetting{1}, volumeSetting{2}, filterSetting{3}, balanceSetting{4};

/// What the amp says of itself, beyond what its model says.
struct Introduction {
    std::map<std::uint8_t, QString> presetNames; ///< of presets of the user, by id
    QString firmware;
    std::optional<std::uint8_t> mostVolume; ///< in its own steps; nothing where it does not say
};

Description describe(Model model, const Port &port, const Introduction &introduction);

} // namespace gainstage::fiio
