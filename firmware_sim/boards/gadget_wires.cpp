// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/gadget_wires.h"

#include <termios.h>

namespace gainstage::sim {
namespace {

std::unexpected<std::string> cannotOpen(const QString &path)
{
    return std::unexpected("the gadget's " + path.toStdString() + " cannot be opened: " + systemReason());
}

} // namespace

Outcome<std::unique_ptr<GadgetHid>> GadgetHid::open(const QString &path)
{
    std::unique_ptr<GadgetHid> wire(new GadgetHid(path));
    if (!wire->openNode())
        return cannotOpen(path);
    return wire;
}

Outcome<std::unique_ptr<GadgetSerial>> GadgetSerial::open(const QString &path)
{
    std::unique_ptr<GadgetSerial> wire(new GadgetSerial(path));
    if (!wire->openRaw())
        return cannotOpen(path);
    return wire;
}

bool GadgetSerial::openRaw()
{
    termios settings{};
    if (!openNode() || tcgetattr(node(), &settings) != 0)
        return false;
    cfmakeraw(&settings);
    return tcsetattr(node(), TCSANOW, &settings) == 0;
}

void GadgetSerial::onHangUp()
{
    close();
    openRaw();
    Q_EMIT clientsChanged();
}

} // namespace gainstage::sim
