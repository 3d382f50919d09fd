// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "firmware_sim/boards/board_wire.h"
#include "firmware_sim/boards/descriptor.h"

#include <QSocketNotifier>
#include <QTimer>

#include <deque>

namespace gainstage::sim {

/// The amp's end of a function of a USB gadget: a device file of the kernel. USB does not tell the device whether a program on the computer has it
/// open. So what nobody takes for a second is forgotten, as a device with little memory does; the kernel itself keeps a little more.
class NodeWire : public BoardWire {
    Q_OBJECT
public:
    QString path() const override { return m_path; }
    void send(std::span<const std::uint8_t> data) override;
    bool hasClient() const override { return m_node.isOpen(); }
    void close() override;

protected:
    explicit NodeWire(QString path);
    /// Opens the path for reading and writing without waiting; errno says why it cannot be.
    bool openNode();
    int node() const { return m_node.number(); }

private:
    /// Whether a piece may be written in parts.
    virtual bool isStream() const = 0;
    /// Reading says that there is nothing more.
    virtual void onHangUp() { close(); }
    void onInput();
    void flushOutput();

    QString m_path;
    Descriptor m_node;
    std::unique_ptr<QSocketNotifier> m_input, m_output;
    std::deque<QByteArray> m_waiting;
    QTimer m_patience;
};

} // namespace gainstage::sim
