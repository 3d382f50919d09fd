// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/discovery/port.h"

namespace gainstage {

/// An interface of a USB device over which an amp could be reached: HID, or a serial line (CDC).
struct UsbInterface {
    Port port;     ///< its path is empty where the kernel made no device file of it
    QString place; ///< on the bus, "1-2:1.0"
    QString claim; ///< "/dev/bus/usb/001/004" where a program drives it instead of the kernel; else empty
};

/// All there are, also those without device file, from sysfs; opens no device. `root` is the folder that stands for /.
std::vector<UsbInterface> usbInterfaces(const QString &root);

} // namespace gainstage
