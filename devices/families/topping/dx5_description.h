// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/change.h"
#include "devices/amp/description.h"
#include "devices/amp/state.h"
#include "protocol/topping/settings.h"

namespace gainstage::topping_family::dx5 {

namespace id {
inline constexpr SettingId gain{1}, output{2}, input{3}, volume{4}, mute{5}, balance{6}, filter{7}, brightness{10}, power{32};
} // namespace id

/// Of an amp with these settings: its firmware, and the steps of its volume as they are now.
Description descriptionOf(const topping::dx5::Settings &settings);

/// The values in the description's units. The volume is left out where its steps are not those of `described`: it may then hold what the description
/// does not have.
State stateOf(const topping::dx5::Settings &settings, topping::VolumeStep described);

/// Nullopt for a setting that is not written. `step` is the volume's step now.
std::optional<topping::dx5::Message> messageFor(SettingId setting, Value value, topping::VolumeStep step);

} // namespace gainstage::topping_family::dx5
