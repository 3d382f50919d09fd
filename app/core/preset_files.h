// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/preset.h"

#include <QStringList>

namespace gainstage {

/// The files that a PresetStore is made of: one "NAME.json" per preset, and deleted ones in a trash, numbered in the order of their deletion.

/// Paths of all preset files in a folder, by file name.
QStringList presetFiles(const QString &folder);
/// Errc::NotFound, FileIo, InvalidFile; the sentence begins with the file's name.
Result<Preset> readPreset(const QString &path);
/// A path for a preset of this name where no file is; safe whatever the name holds.
QString freePresetFile(const QString &folder, const QString &name);
/// Errc::Usage for a name that is empty, longer than 100 characters or holds control characters.
Result<void> checkPresetName(const QString &name);

Result<void> moveToTrash(const QString &path, const QString &trash);
/// Path of the file that was moved there last; empty where there is none.
QString lastInTrash(const QString &trash);

} // namespace gainstage
