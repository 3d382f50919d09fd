// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/change.h"

#include <QJsonObject>

namespace gainstage {

/// What an amp is set to, kept over an update of its firmware: {"settings": {key: value}, "equalizer": …}, values as history and presets have them.
/// What cannot be set is left out.
QJsonObject settingsBackup(const Description &amp, const State &state);

/// What an update did to the settings.
struct SettingsLoss {
    QJsonObject before, after; ///< only what differs, by key, the equalizer under "equalizer"; a setting that is gone is null afterwards
    Change restore;            ///< sets what the amp after the update can still hold
};
SettingsLoss compareSettings(const QJsonObject &backup, const Description &amp, const State &now);

} // namespace gainstage
