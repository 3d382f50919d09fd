// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/simulated_amp.h"
#include "firmware_sim/families/foreign_amp.h"

#include <QJsonObject>

namespace gainstage::sim {

/// What an announcement says of an amp (firmware_sim/README.md, section 2); port and control socket are added by the board. Amps of other makers are
/// told apart by their USB numbers, the reference amps by their names.
QJsonObject announcementOf(const UsbFace &face, LinkKind wire, bool reference);

} // namespace gainstage::sim
