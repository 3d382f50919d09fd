// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "firmware_sim/boards/board_wire.h"
#include "firmware_sim/boards/descriptor.h"

#include <QSocketNotifier>

namespace gainstage::sim {

/// The amp's end of a pseudo-terminal. Its path stays while clients come and go: this object holds the other end open itself, and the system tells
/// (inotify) who else opens and closes it.
class Pty : public BoardWire {
    Q_OBJECT
public:
    static Outcome<std::unique_ptr<Pty>> open();

    QString path() const override { return m_path; }
    /// What the client does not take is kept, up to a limit; beyond it whole calls are dropped. Nothing is kept for nobody.
    void send(std::span<const std::uint8_t> data) override;
    /// One who looks in while another is there changes nothing.
    bool hasClient() const override { return m_clients > 0; }
    void close() override;

private:
    Pty(Descriptor amp, Descriptor client, Descriptor watch, QString path);
    void onInput();
    void onWatch();
    void readAll();
    void flushOutput();
    void reset();

    Descriptor m_amp, m_client, m_watch;
    QString m_path;
    QSocketNotifier m_input, m_output, m_opened;
    QByteArray m_waiting;
    int m_clients = 0;
};

} // namespace gainstage::sim
