// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "devices/discovery/port.h"

#include <QSocketNotifier>

struct udev;
struct udev_device;
struct udev_list_entry;
struct udev_monitor;

namespace gainstage {

struct UdevRelease {
    void operator()(udev *context) const;
    void operator()(udev_device *device) const;
    void operator()(udev_monitor *monitor) const;
};
template <typename T>
using UdevPointer = std::unique_ptr<T, UdevRelease>;

/// The computer's serial lines with a device behind them, and its HID devices. Works from sysfs alone; empty where there is none. Opens no device.
std::vector<Port> pluggedPorts();

/// Calls back, in the event loop of its thread, when a serial line or a HID device comes or goes. Silent where the system has no udev.
class UdevWatch : public QObject {
    Q_OBJECT
public:
    explicit UdevWatch(std::function<void()> changed);

private:
    void drain();

    std::function<void()> m_changed;
    UdevPointer<udev> m_context;
    UdevPointer<udev_monitor> m_monitor;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace gainstage
