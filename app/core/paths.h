// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"

#include <QString>

namespace gainstage {

/// Where the user's files live (XDG base directories; GAINSTAGE_DATA and GAINSTAGE_CACHE override them, for tests).
struct Paths {
    QString presets; ///< one file per preset
    QString historyFolder;
    QString cache;
    QString updates = {}; ///< updates of firmware that are not finished

    static Paths ofUser();
    /// The history file of one amp: made from maker, model and serial number.
    QString history(const Identity &amp) const;
};

/// A file name made from maker, model and serial number, without an ending; it leaves no folder, whatever they hold.
QString fileNameOf(const Identity &amp);

} // namespace gainstage
