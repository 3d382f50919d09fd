// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "devices/amp/state.h"
#include "protocol/topping/dx1.h"
#include "protocol/topping/output_block.h"

namespace gainstage::topping_family::dx1 {

namespace id {
inline constexpr SettingId gain{1}, input{3}, volume{4}, mute{5}, filter{7}, brightness{10}, autoStandby{11}, headphoneVolume{32}, lineVolume{33},
    opticalVolume{34}, opticalMute{35}, slot{36};
} // namespace id

inline constexpr Value kNoSlot{-1};

Description description();

/// What the output block says. A volume on a half decibel is told as it is, though only whole ones are written.
Values valuesOf(const topping::OutputBlock &block);

/// What an echo, an answer or something unasked says of settings that are not in the output block; empty for anything else.
Values valuesOf(const topping::dx1::Report &report);

/// Nullopt for a setting that is not written. `block` is for what is written together with something else.
std::optional<topping::dx1::Message> messageFor(SettingId setting, Value value, const topping::OutputBlock &block);

} // namespace gainstage::topping_family::dx1
