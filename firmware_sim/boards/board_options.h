// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/live_amp.h"
#include "firmware_sim/boards/outlet.h"

#include <QStringList>

namespace gainstage::sim {

/// Where an amp can be plugged in.
enum class BoardKind { Pty, Socket, Gadget };

struct BoardOptions {
    std::string model = "desktop"; ///< one of modelNames()
    BoardKind board = BoardKind::Pty;
    std::string serialNumber = "SIM00001";
    QString flashFile, link, control; ///< paths; empty for none
    std::string faults;
    std::uint32_t seed = 1;
    QString announcements; ///< folder
};

/// "pty", "socket" or "gadget".
QString nameOf(BoardKind board);
std::optional<BoardKind> boardNamed(const QString &name);
/// All that --model takes.
QStringList modelNames();
/// Where a model is plugged in if nothing else is said: a serial line as a pseudo-terminal, a HID device as a socket.
BoardKind usualBoard(const std::string &model);
/// The links that a model has on a board, or why it cannot be plugged in there.
Outcome<std::vector<LinkKind>> linksOn(BoardKind board, const std::string &model);
/// Says what in the options does not fit together.
Outcome<void> check(const BoardOptions &options);

} // namespace gainstage::sim
