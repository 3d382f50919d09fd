// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/discovery/node_holders.h"
#include "devices/discovery/port.h"

#include <QStringList>

namespace gainstage {

/// Something that keeps an amp from being used, now or when it is plugged in.
struct Finding {
    enum class Kind {
        RulesMissing,    ///< udev rules are not installed
        RulesOutdated,   ///< they are installed, and are not those of this program
        UdevStopped,     ///< udev does not run
        UdevUnreachable, ///< this is a container into which udev does not reach
        NoPermission,    ///< the amp may not be opened
        Held,            ///< another program has the amp open
        ModemManager,    ///< that program is ModemManager, which looks for a modem on every serial line
        NoDriver,        ///< the amp is on the bus, and the kernel made no device file of it
        NoNode,          ///< it made one, which is not there
    };
    Kind kind = Kind::RulesMissing;
    QString where;                    ///< a file, a device file, or a place on the bus
    QString amp = {};                 ///< its name; empty where no amp is meant
    std::vector<Holder> holders = {}; ///< Held, ModemManager; empty where the user may not see who it is
    QStringList commands = {};        ///< what helps, to be typed as it stands and in this order
};

/// What stands between a user and amps. `amps` are the ports where amps are known to be; those that are on the bus and have no port are found here.
/// `root` is the folder that stands for /. Reads files and opens no device.
std::vector<Finding> diagnose(const std::vector<Port> &amps, const QString &root);

} // namespace gainstage
