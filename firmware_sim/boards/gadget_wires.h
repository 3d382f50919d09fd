// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "firmware_sim/boards/node_wire.h"

namespace gainstage::sim {

/// The amp's end of a HID function: /dev/hidgN. Each read is a report that the computer wrote, each write one that it reads.
class GadgetHid : public NodeWire {
    Q_OBJECT
public:
    static Outcome<std::unique_ptr<GadgetHid>> open(const QString &path);

private:
    explicit GadgetHid(const QString &path) : NodeWire(path) {}
    bool isStream() const override { return false; }
};

/// The amp's end of a CDC-ACM function: /dev/ttyGSN. Can be opened before the gadget is on the bus, and must be: until it is raw it echoes.
class GadgetSerial : public NodeWire {
    Q_OBJECT
public:
    static Outcome<std::unique_ptr<GadgetSerial>> open(const QString &path);

private:
    explicit GadgetSerial(const QString &path) : NodeWire(path) {}
    bool openRaw();
    bool isStream() const override { return true; }
    /// The computer set the device up anew, or the cable is out: the line is there still, but has to be opened again.
    void onHangUp() override;
};

} // namespace gainstage::sim
