// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/board_wire.h"
#include "firmware_sim/boards/simulated_amp.h"
#include "firmware_sim/families/foreign_amp.h"

#include <QJsonObject>

#include <vector>

namespace gainstage::sim {

using BoardWires = std::vector<std::unique_ptr<BoardWire>>;

/// A place of this computer where an amp is plugged in.
class Outlet {
public:
    virtual ~Outlet() = default;
    /// Plugs in: new wires, one for each link of the amp, in its order.
    virtual Outcome<BoardWires> plug() = 0;
    /// Closes the wires that plug() gave, so that a client sees them go, and takes the amp out.
    virtual void unplug(BoardWires &wires) = 0;
    /// What the ready line says of it while it is plugged in: "port", or "udc", "hid" and "serial".
    virtual QJsonObject place(const BoardWires &wires) const = 0;
};

/// A pseudo-terminal.
std::unique_ptr<Outlet> ptyOutlet();
/// A socket for reports, of the path `socket`.
std::unique_ptr<Outlet> socketOutlet(const QString &socket);
/// A USB device that the kernel plays, with a function for each of `links`.
Outcome<std::unique_ptr<Outlet>> gadgetOutlet(const UsbFace &face, const std::vector<LinkKind> &links);

} // namespace gainstage::sim
