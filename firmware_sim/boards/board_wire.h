// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "firmware_sim/boards/outcome.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <span>

namespace gainstage::sim {

/// The amp's end of a wire in real time: a stream of bytes, or reports one by one. Needs an event loop; sleeps while nothing happens.
class BoardWire : public QObject {
    Q_OBJECT
public:
    /// Where it is: what a client opens, or on a USB gadget the amp's own end.
    virtual QString path() const = 0;
    /// Bytes of a stream, or exactly one report. What nobody takes is dropped sooner or later.
    virtual void send(std::span<const std::uint8_t> data) = 0;
    /// Whether there may be somebody who takes what is sent. A USB device is not told, and says that there is.
    virtual bool hasClient() const = 0;
    /// Lets go of it at once: a client sees a hang-up. Nothing comes from this object afterwards.
    virtual void close() = 0;

Q_SIGNALS:
    /// Bytes of a stream, or one report.
    void received(const QByteArray &data);
    /// The first client came, or the last one left.
    void clientsChanged();
};

} // namespace gainstage::sim
