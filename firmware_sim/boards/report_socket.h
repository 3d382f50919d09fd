// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "firmware_sim/boards/board_wire.h"
#include "firmware_sim/boards/descriptor.h"

#include <QSocketNotifier>

#include <deque>

namespace gainstage::sim {

/// The amp's end of a HID device without USB: a Unix socket (SOCK_SEQPACKET), one packet for each report. One client at a time; another one is let in
/// and put out at once. Its path stays while clients come and go. Only this user may connect.
class ReportSocket : public BoardWire {
    Q_OBJECT
public:
    /// Replaces what has this name: the folder belongs to the simulators.
    static Outcome<std::unique_ptr<ReportSocket>> open(const QString &path);
    ~ReportSocket() override;

    QString path() const override { return m_path; }
    /// What the client does not take is kept, up to a limit; beyond it reports are dropped.
    void send(std::span<const std::uint8_t> report) override;
    bool hasClient() const override { return m_client.isOpen(); }
    void close() override;

private:
    ReportSocket(Descriptor listening, QString path);
    void onConnection();
    void adopt(Descriptor client);
    void readAll();
    void flushOutput();
    void letClientGo();

    QString m_path;
    Descriptor m_listening, m_client;
    QSocketNotifier m_connection;
    std::unique_ptr<QSocketNotifier> m_input, m_output;
    std::deque<QByteArray> m_waiting;
};

} // namespace gainstage::sim
