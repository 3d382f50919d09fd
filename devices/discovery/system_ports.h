// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/discovery/port.h"

namespace gainstage {

/// Where running simulated amps announce themselves: $XDG_RUNTIME_DIR/gainstage, or /tmp/gainstage-UID where that is not set.
/// The format of an announcement is in firmware_sim/README.md.
QString runtimeFolder();

/// The computer's serial lines and HID devices, and the simulated amps that are announced in `announcements`.
std::unique_ptr<Ports> systemPorts(QString announcements = runtimeFolder());

} // namespace gainstage
