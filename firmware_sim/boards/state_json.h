// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/amp_board.h"
#include "firmware_sim/boards/wires.h"

#include <QJsonObject>

namespace gainstage::sim {

/// The answer to "state", as firmware_sim/README.md promises it.
void addState(AmpBoard &board, const Wires &wires, QJsonObject &answer);

/// The answer to "trajectory".
void addTrajectory(const AmpBoard &board, QJsonObject &answer);

} // namespace gainstage::sim
