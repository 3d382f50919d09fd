// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/report_socket.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace gainstage::sim {
namespace {

constexpr std::size_t kLongestReport = 4096;
constexpr std::size_t kMostWaiting = 4096;
constexpr int kMostConnecting = 16;

Outcome<Descriptor> listenAt(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return std::unexpected("the socket " + path.toStdString() + " cannot be made: its path is too long");
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()) + 1);
    ::unlink(path.constData());
    Descriptor socket(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket.isOpen() || ::bind(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::chmod(path.constData(), S_IRUSR | S_IWUSR) != 0 || ::listen(socket.number(), kMostConnecting) != 0)
        return std::unexpected("the socket " + path.toStdString() + " cannot be made: " + systemReason());
    return socket;
}

/// It may be the one that is speaking.
void dismiss(std::unique_ptr<QSocketNotifier> &notifier)
{
    if (!notifier)
        return;
    notifier->setEnabled(false);
    notifier.release()->deleteLater();
}

} // namespace

Outcome<std::unique_ptr<ReportSocket>> ReportSocket::open(const QString &path)
{
    auto listening = listenAt(QFile::encodeName(path));
    if (!listening)
        return std::unexpected(listening.error());
    return std::unique_ptr<ReportSocket>(new ReportSocket(*std::move(listening), path));
}

ReportSocket::ReportSocket(Descriptor listening, QString path)
    : m_path(std::move(path)), m_listening(std::move(listening)), m_connection(m_listening.number(), QSocketNotifier::Read)
{
    connect(&m_connection, &QSocketNotifier::activated, this, &ReportSocket::onConnection);
}

ReportSocket::~ReportSocket()
{
    ReportSocket::close();
}

void ReportSocket::close()
{
    if (!m_listening.isOpen())
        return;
    m_connection.setEnabled(false);
    ::unlink(QFile::encodeName(m_path).constData());
    m_listening = Descriptor();
    letClientGo();
}

void ReportSocket::letClientGo()
{
    dismiss(m_input);
    dismiss(m_output);
    m_client = Descriptor();
    m_waiting.clear();
}

void ReportSocket::onConnection()
{
    readAll(); // a client that has left must not stand in the way of the next
    while (m_listening.isOpen()) {
        Descriptor client(::accept4(m_listening.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (!client.isOpen())
            return;
        if (!m_client.isOpen())
            adopt(std::move(client));
    }
}

void ReportSocket::adopt(Descriptor client)
{
    m_client = std::move(client);
    m_input = std::make_unique<QSocketNotifier>(m_client.number(), QSocketNotifier::Read);
    m_output = std::make_unique<QSocketNotifier>(m_client.number(), QSocketNotifier::Write);
    m_output->setEnabled(false);
    connect(m_input.get(), &QSocketNotifier::activated, this, &ReportSocket::readAll);
    connect(m_output.get(), &QSocketNotifier::activated, this, &ReportSocket::flushOutput);
    Q_EMIT clientsChanged();
}

void ReportSocket::readAll()
{
    char buffer[kLongestReport];
    while (m_client.isOpen()) {
        const ssize_t got = ::recv(m_client.number(), buffer, sizeof buffer, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EAGAIN)
            return;
        if (got > 0) {
            Q_EMIT received(QByteArray(buffer, got));
            continue;
        }
        letClientGo();
        Q_EMIT clientsChanged();
    }
}

void ReportSocket::send(std::span<const std::uint8_t> report)
{
    if (!m_client.isOpen() || m_waiting.size() == kMostWaiting)
        return;
    m_waiting.emplace_back(reinterpret_cast<const char *>(report.data()), static_cast<qsizetype>(report.size()));
    flushOutput();
}

void ReportSocket::flushOutput()
{
    while (!m_waiting.empty()) {
        const QByteArray &front = m_waiting.front();
        const ssize_t sent = ::send(m_client.number(), front.constData(), static_cast<std::size_t>(front.size()), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0 && errno == EAGAIN)
            break;
        m_waiting.pop_front(); // to a client that has left nothing can be sent; reading tells of it
    }
    if (m_output)
        m_output->setEnabled(!m_waiting.empty());
}

} // namespace gainstage::sim
