// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/pty.h"

#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace gainstage::sim {
namespace {

constexpr qsizetype kMostWaiting = 262144;
constexpr std::size_t kReadSize = 4096;

void setRaw(int terminal)
{
    termios settings{};
    if (tcgetattr(terminal, &settings) != 0)
        return;
    cfmakeraw(&settings);
    cfsetspeed(&settings, B115200);
    tcsetattr(terminal, TCSANOW, &settings);
}

Descriptor watchOpening(const std::string &path)
{
    Descriptor watch(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (!watch.isOpen() || inotify_add_watch(watch.number(), path.c_str(), IN_OPEN | IN_CLOSE) < 0)
        return Descriptor();
    return watch;
}

std::unexpected<std::string> failed(const char *what)
{
    return std::unexpected(std::string(what) + ": " + systemReason());
}

} // namespace

Outcome<std::unique_ptr<Pty>> Pty::open()
{
    Descriptor amp(posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    char path[64];
    if (!amp.isOpen() || grantpt(amp.number()) != 0 || unlockpt(amp.number()) != 0 || ptsname_r(amp.number(), path, sizeof path) != 0)
        return failed("no pseudo-terminal can be had");
    Descriptor client(::open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!client.isOpen())
        return failed("the pseudo-terminal cannot be opened");
    setRaw(client.number());
    Descriptor watch = watchOpening(path);
    if (!watch.isOpen())
        return failed("the pseudo-terminal cannot be watched");
    return std::unique_ptr<Pty>(new Pty(std::move(amp), std::move(client), std::move(watch), QFile::decodeName(path)));
}

Pty::Pty(Descriptor amp, Descriptor client, Descriptor watch, QString path)
    : m_amp(std::move(amp)), m_client(std::move(client)), m_watch(std::move(watch)), m_path(std::move(path)),
      m_input(m_amp.number(), QSocketNotifier::Read), m_output(m_amp.number(), QSocketNotifier::Write),
      m_opened(m_watch.number(), QSocketNotifier::Read)
{
    m_output.setEnabled(false);
    connect(&m_input, &QSocketNotifier::activated, this, &Pty::onInput);
    connect(&m_output, &QSocketNotifier::activated, this, &Pty::flushOutput);
    connect(&m_opened, &QSocketNotifier::activated, this, &Pty::onWatch);
}

void Pty::close()
{
    for (QSocketNotifier *const notifier : {&m_input, &m_output, &m_opened})
        notifier->setEnabled(false);
    for (Descriptor *const descriptor : {&m_amp, &m_client, &m_watch})
        *descriptor = Descriptor();
    m_waiting.clear();
    m_clients = 0;
}

void Pty::onInput()
{
    onWatch(); // who writes has opened before
    readAll();
}

void Pty::readAll()
{
    char buffer[kReadSize];
    while (true) {
        const ssize_t got = ::read(m_amp.number(), buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        // A hang-up cannot come while this end holds the other; should it all the same, it must not spin.
        if (got == 0 || (got < 0 && errno != EAGAIN))
            m_input.setEnabled(false);
        if (got <= 0)
            return;
        Q_EMIT received(QByteArray(buffer, got));
    }
}

/// Who opened and closed the terminal since last asked.
void Pty::onWatch()
{
    alignas(inotify_event) char buffer[kReadSize];
    const int before = m_clients;
    bool allLeft = false;
    while (true) {
        const ssize_t got = ::read(m_watch.number(), buffer, sizeof buffer);
        if (got <= 0)
            break;
        for (ssize_t at = 0; at < got;) {
            inotify_event event{};
            std::memcpy(&event, buffer + at, sizeof event);
            at += static_cast<ssize_t>(sizeof event + event.len);
            m_clients = std::max(0, m_clients + ((event.mask & IN_OPEN) != 0 ? 1 : 0) - ((event.mask & IN_CLOSE) != 0 ? 1 : 0));
            allLeft = allLeft || m_clients == 0;
        }
    }
    if (m_clients == 0 && allLeft)
        reset();
    if ((before == 0 && m_clients > 0) || allLeft)
        Q_EMIT clientsChanged();
}

/// After the last client left: what it sent is still taken, what it did not take is forgotten, and the line is as at first.
void Pty::reset()
{
    readAll();
    m_waiting.clear();
    m_output.setEnabled(false);
    tcflush(m_client.number(), TCIFLUSH);
    setRaw(m_client.number());
    ioctl(m_client.number(), TIOCNXCL); // a client that was killed cannot end its exclusive use
}

void Pty::send(std::span<const std::uint8_t> data)
{
    if (m_clients == 0 || m_waiting.size() + static_cast<qsizetype>(data.size()) > kMostWaiting)
        return;
    m_waiting.append(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size()));
    flushOutput();
}

void Pty::flushOutput()
{
    while (!m_waiting.isEmpty()) {
        const ssize_t written = ::write(m_amp.number(), m_waiting.constData(), static_cast<std::size_t>(m_waiting.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            break;
        m_waiting.remove(0, written);
    }
    m_output.setEnabled(!m_waiting.isEmpty());
}

} // namespace gainstage::sim
