// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/history.h"
#include "app/core/preset.h"
#include "devices/amp/description.h"
#include "devices/amp/state.h"

#include <QJsonObject>

namespace gainstage {

/// How things are written for scripts: the objects of gainstagectl --json (schema: app/cli/output.schema.json).
/// "gain", "output" …; "custom" for a maker's own.
QString roleName(Role role);
Role roleFromName(const QString &name);

QJsonObject toJson(const Identity &identity);
QJsonObject toJson(const Setting &setting);
QJsonObject toJson(const OutputFigures &output);
QJsonObject toJson(const Description &description);
/// Values by key; a value that nobody knows is null.
QJsonObject valuesToJson(const Description &description, const State &state);
QJsonObject toJson(const Description &description, const State &state);
QJsonObject toJson(const Meters &meters);
/// {"code", "message", "hint"}
QJsonObject toJson(const Error &error);
QJsonObject toJson(const HistoryEntry &entry);
QJsonObject toJson(const Equalizer &equalizer);
Result<Equalizer> equalizerFromJson(const QJsonObject &object);
QJsonObject toJson(const PresetPlan &plan);

} // namespace gainstage
