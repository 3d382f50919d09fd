// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"
#include "protocol/transport/hid_reports.h"
#include "protocol/transport/transport.h"

#include <QString>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace gainstage {

enum class Wire { Serial, Hid };

/// A place where an amp is or may be plugged in.
struct Port {
    Wire wire = Wire::Serial;
    QString path; ///< "/dev/ttyACM0", "/dev/hidraw2"
    QString maker, product, serialNumber;
    std::uint16_t vendorId = 0, productId = 0; ///< 0 where the system does not say
    std::uint16_t release = 0;                 ///< bcdDevice of the USB device; 0 where the system does not say
    HidReports reports;                        ///< HID only
    Bytes descriptor;                          ///< HID only: the report descriptor as it is
    std::uint16_t usagePage = 0, usage = 0;    ///< HID only
    bool simulated = false;                    ///< announced by a running gainstage-sim; a HID path is then its socket
    enum class Access { Ok, Permission, Busy } access = Access::Ok;

    QString selector() const; ///< "serial:/dev/ttyACM0"
    friend bool operator==(const Port &, const Port &) = default;
};

/// What is plugged in, and how to open it. Implemented by the system (SystemPorts) and by tests.
class Ports {
public:
    virtual ~Ports() = default;
    virtual std::vector<Port> list() const = 0;
    /// Errc::Permission, Busy, NotFound with what to do. Waits in the transport end when `stop` is requested.
    virtual Result<std::unique_ptr<Transport>> open(const Port &port, std::stop_token stop) const = 0;
    /// Calls back, in the event loop of the calling thread, when list() may have changed. Nothing polls.
    virtual void onChange(std::function<void()> changed) = 0;
};

} // namespace gainstage
