// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "firmware_sim/boards/outcome.h"

#include <QLocalServer>
#include <QLocalSocket>

#include <functional>

namespace gainstage::sim {

/// The control channel as a Unix socket: lines of JSON from several clients at once. Only this user may connect.
class ControlServer : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype kLongestRequest = 65536;
    static constexpr int kMostClients = 16;

    /// `answer` makes one line of one line.
    explicit ControlServer(std::function<QByteArray(const QByteArray &)> answer);

    /// Replaces a socket file that nobody listens on. Refuses one that is in use, and anything else of that name.
    Outcome<void> listen(const QString &path);

private:
    void onConnection();
    void onReadable(QLocalSocket *client);

    std::function<QByteArray(const QByteArray &)> m_answer;
    QLocalServer m_server;
    int m_clients = 0;
};

} // namespace gainstage::sim
