// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/discovery/port.h"
#include "devices/families/family.h"

#include <span>

class QApplication;

namespace gainstage {

/// What the pictures are made with.
struct ScreenshotParts {
    QString folder;    ///< where they go; created
    QString simulator; ///< path of gainstage-sim
    std::span<const Family *const> families;
    std::unique_ptr<Ports> (*ports)(QString announcements); ///< the system's ports, with simulated amps announced in this folder
};

/// Draws every page and state on real simulated amps, in several sizes, colours and languages, and runs the event loop meanwhile.
/// Gives the exit code; says on standard error what went wrong.
int drawAllPages(QApplication &application, const ScreenshotParts &parts);

} // namespace gainstage
