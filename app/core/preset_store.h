// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/preset.h"

namespace gainstage {

/// The user's presets: one JSON file each in a folder, written atomically. Names are compared without case; file names are made from them.
class PresetStore {
public:
    explicit PresetStore(QString folder); ///< created when first written

    struct Listing {
        std::vector<Preset> presets;
        std::vector<std::pair<QString, Error>> unreadable;
    }; ///< sorted by name; bad files are named, not hidden
    Listing list() const;
    Result<Preset> load(const QString &name) const;
    /// Errc::Refused when the name is taken and not `replace`; Errc::FileIo with path and reason.
    Result<void> save(const Preset &preset, bool replace);
    Result<void> rename(const QString &from, const QString &to);
    /// Moves the file to the folder's trash; undoRemove() brings the last one back.
    Result<void> remove(const QString &name);
    Result<QString> undoRemove();
    Result<Preset> importFile(const QString &path, bool replace);
    Result<void> exportFile(const QString &name, const QString &path) const;
    QString folder() const { return m_folder; }

private:
    QString m_folder;
};

} // namespace gainstage
