// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/control_client.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr timeval kPatience{10, 0};

QJsonValue valueOf(const QString &text)
{
    if (text == u"true"_s || text == u"false"_s)
        return text == u"true"_s;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

bool sendAll(int socket, QByteArrayView data)
{
    while (!data.isEmpty()) {
        const ssize_t sent = ::send(socket, data.data(), static_cast<std::size_t>(data.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        data = data.sliced(sent);
    }
    return true;
}

} // namespace

std::optional<Descriptor> connectTo(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return std::nullopt;
    }
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket.isOpen())
        return std::nullopt;
    setsockopt(socket.number(), SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
    setsockopt(socket.number(), SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
    if (::connect(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        const int why = errno;
        socket = Descriptor();
        errno = why;
        return std::nullopt;
    }
    return socket;
}

Outcome<QByteArray> requestOf(const QString &verb, const QStringList &words)
{
    QJsonObject request{{u"do"_s, verb}};
    for (const QString &word : words) {
        const auto equals = word.indexOf(u'=');
        if (equals <= 0)
            return std::unexpected("“" + word.toStdString() + "” is not key=value");
        request[word.left(equals)] = valueOf(word.mid(equals + 1));
    }
    return QJsonDocument(request).toJson(QJsonDocument::Compact);
}

Outcome<QByteArray> askControl(const std::string &path, const QByteArray &request)
{
    const auto socket = connectTo(path);
    if (!socket || !sendAll(socket->number(), QByteArray(request + '\n')))
        return std::unexpected("the control socket " + path + " cannot be reached: " + systemReason());
    QByteArray answer;
    char buffer[4096];
    while (!answer.endsWith('\n')) {
        const ssize_t got = ::recv(socket->number(), buffer, sizeof buffer, 0);
        if (got <= 0)
            return std::unexpected("no answer from the control socket " + path);
        answer.append(buffer, got);
    }
    answer.chop(1);
    return answer;
}

} // namespace gainstage::sim
