// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/setting.h"

#include <QJsonObject>
#include <QStringList>

namespace gainstage::jdslabs {

/// A value somewhere in the amp's description of itself.
struct Leaf {
    QStringList path; ///< below Configuration
    QJsonValue value; ///< text, number, or yes and no
};
/// All but those of the headphone output's equalizer, in a stable order. Not more than a person could look at.
std::vector<Leaf> leavesIn(const QJsonObject &description);

/// "General / Input Mode" is "general-input-mode".
QString keyOf(const QStringList &path);
/// Shows a leaf, and cannot change it. A number is a range in the unit that its name tells, a text the only choice.
Setting settingOf(const Leaf &leaf, SettingId id);
/// Nothing where the setting cannot hold it: another text than the one that was described.
std::optional<Value> valueOf(const Leaf &leaf, const Setting &setting);

} // namespace gainstage::jdslabs
