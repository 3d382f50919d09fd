// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"

namespace gainstage::topping_family {

// The descriptions of all models are made of these. What a gain or an output adds is known of none of them, so that their choices say nothing of it.

Setting choices(std::uint16_t id, Role role, const QString &key, const QString &label, std::vector<Choice> list, SettingFlags flags);
Setting range(std::uint16_t id, Role role, const QString &key, const QString &label, const Range &range, SettingFlags flags);
Setting toggle(std::uint16_t id, Role role, const QString &key, const QString &label, SettingFlags flags);

inline constexpr SettingFlags kAudible{.audible = true};
inline constexpr SettingFlags kInaudible{};
inline constexpr SettingFlags kBringsEqualizer{.audible = true, .bringsEqualizer = true};
inline constexpr SettingFlags kOnlyRead{.audible = true, .readOnly = true};

/// "low" and "high".
std::vector<Choice> gainChoices();
/// F1 to F8, by the numbers 1 to 8.
std::vector<Choice> filterChoices();

Identity identityOf(const QString &model);

} // namespace gainstage::topping_family
