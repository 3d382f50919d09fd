// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/port.h"

namespace gainstage {

QString Port::selector() const
{
    return (wire == Wire::Hid ? QStringLiteral("hid:") : QStringLiteral("serial:")) % path;
}

} // namespace gainstage
