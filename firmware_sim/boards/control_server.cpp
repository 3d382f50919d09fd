// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/control_server.h"

#include "firmware_sim/boards/control_client.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace gainstage::sim {
namespace {

Outcome<void> clearTheWay(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status{};
    if (lstat(name.constData(), &status) != 0)
        return {};
    if (!S_ISSOCK(status.st_mode))
        return std::unexpected("the control socket " + name.toStdString() + " is not made: something else has this name");
    if (connectTo(name.toStdString()))
        return std::unexpected("the control socket " + name.toStdString() + " is used by another program");
    if (errno != ECONNREFUSED || ::unlink(name.constData()) != 0)
        return std::unexpected("the old control socket " + name.toStdString() + " cannot be replaced: " + systemReason());
    return {};
}

} // namespace

ControlServer::ControlServer(std::function<QByteArray(const QByteArray &)> answer) : m_answer(std::move(answer))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::onConnection);
}

Outcome<void> ControlServer::listen(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (auto cleared = clearTheWay(absolute); !cleared)
        return std::unexpected(cleared.error());
    if (!m_server.listen(absolute))
        return std::unexpected("the control socket " + path.toStdString() + " cannot be made: " + m_server.errorString().toStdString());
    return {};
}

void ControlServer::onConnection()
{
    while (QLocalSocket *const client = m_server.nextPendingConnection()) {
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        if (m_clients == kMostClients) {
            client->write("{\"ok\":false,\"error\":\"too many clients on the control channel\"}\n");
            client->disconnectFromServer();
            continue;
        }
        ++m_clients;
        connect(client, &QLocalSocket::disconnected, this, [this] { --m_clients; });
        connect(client, &QLocalSocket::readyRead, this, [this, client] { onReadable(client); });
    }
}

void ControlServer::onReadable(QLocalSocket *client)
{
    while (client->canReadLine()) {
        const QByteArray line = client->readLine(kLongestRequest).trimmed();
        if (!line.isEmpty())
            client->write(m_answer(line) + '\n');
    }
    if (client->bytesAvailable() < kLongestRequest)
        return;
    client->write("{\"ok\":false,\"error\":\"a request is one line of at most 65536 bytes\"}\n");
    client->disconnectFromServer();
}

} // namespace gainstage::sim
