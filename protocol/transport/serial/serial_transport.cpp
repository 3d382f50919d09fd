// SPDX-License-Identifier: Apache-2.0
#include "protocol/transport/serial/serial_transport.h"

#include <QFile>
#include <QSerialPort>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gainstage {
namespace {

/// How soon a stop is noticed while something waits.
constexpr Duration slice = std::chrono::milliseconds(50);
/// How long the other side may take nothing before a write gives up, beyond the time that the bytes need on the line.
constexpr Duration patience = std::chrono::seconds(1);
constexpr int bitsPerByte = 10; // start, eight, stop

const char *const permissionHint =
    SENTENCE("error", "Add yourself to the group “dialout” and log in again, or install the udev rule that comes with the program.");
const char *const busyHint = SENTENCE("error", "Close the other program and try again.");

class SerialTransport final : public Transport {
public:
    explicit SerialTransport(std::stop_token stop) : m_stop(std::move(stop)) {}

    Result<void> open(const std::string &path, int baud);
    Result<void> write(BytesView data) override;
    Result<Bytes> read(Deadline deadline) override;
    void onReadable(std::function<void()> wake) override;
    const Clock &clock() const override { return m_clock; }

private:
    Result<void> configure(const std::string &path, int baud);
    Result<void> flush(Deadline deadline);
    std::unexpected<Error> gone();
    void wakeWhenIdle();
    void onError();
    void shut();
    QByteArray arrived();
    bool isGone() const;
    bool hasHungUp() const;

    std::stop_token m_stop;
    SystemClock m_clock;
    QSerialPort m_port;
    std::function<void()> m_wake;
    bool m_waiting = false; ///< a call is in progress: what arrives is noticed by it
    bool m_gone = false;
    QByteArray m_rest; ///< what had come before the line went
};

/// Says that a call is in progress, until the end of the scope.
class Waiting {
public:
    explicit Waiting(bool &flag) : m_flag(flag) { m_flag = true; }
    ~Waiting() { m_flag = false; }
    Waiting(const Waiting &) = delete;
    Waiting &operator=(const Waiting &) = delete;

private:
    bool &m_flag;
};

std::unexpected<Error> cancelled()
{
    return failure(Errc::Cancelled, SENTENCE("error", "Cancelled."));
}

/// Milliseconds until the deadline, rounded up, at most a slice and at least 0.
int sliceUntil(Deadline deadline, Instant now)
{
    const Duration left = std::clamp(deadline - now, Duration::zero(), slice);
    return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(left).count());
}

Result<void> SerialTransport::open(const std::string &path, int baud)
{
    m_port.setPortName(QFile::decodeName(path.c_str()));
    if (!m_port.open(QIODevice::ReadWrite)) {
        // Access was checked before: what is refused now is held by somebody.
        if (m_port.error() == QSerialPort::PermissionError)
            return failure(Errc::Busy, SENTENCE("error", "Another program holds the serial line %1."), {path}, busyHint);
        return failure(Errc::Unsupported, SENTENCE("error", "%1 cannot be used as a serial line (%2)."), {path, m_port.errorString().toStdString()});
    }
    return configure(path, baud);
}

Result<void> SerialTransport::configure(const std::string &path, int baud)
{
    if (!m_port.setBaudRate(baud))
        return failure(Errc::Unsupported, SENTENCE("error", "The serial line %1 cannot do %2 bits per second."), {path, std::to_string(baud)});
    m_port.clear();
    QObject::connect(&m_port, &QSerialPort::readyRead, &m_port, [this] { wakeWhenIdle(); });
    QObject::connect(&m_port, &QSerialPort::errorOccurred, &m_port, [this] { onError(); });
    return {};
}

/// A USB line that was pulled out says ResourceError. A pseudo-terminal whose other end closed says ReadError or WriteError, but so does a line on which
/// there was nothing to read, or no room to write, after all: then its descriptor has not hung up.
bool SerialTransport::isGone() const
{
    switch (m_port.error()) {
    case QSerialPort::NoError:
    case QSerialPort::TimeoutError: return false;
    case QSerialPort::ReadError:
    case QSerialPort::WriteError: return hasHungUp();
    default: return true;
    }
}

bool SerialTransport::hasHungUp() const
{
    pollfd line{m_port.handle(), POLLIN, 0};
    return ::poll(&line, 1, 0) > 0 && (line.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

void SerialTransport::wakeWhenIdle()
{
    if (!m_waiting && m_wake)
        m_wake();
}

void SerialTransport::onError()
{
    if (m_waiting || !isGone())
        return;
    m_gone = true;
    // Not from inside the port's own signal.
    QMetaObject::invokeMethod(&m_port, [this] { shut(); }, Qt::QueuedConnection);
    wakeWhenIdle();
}

/// Closes a line that is gone: its descriptor is always "readable" and would keep an event loop spinning.
void SerialTransport::shut()
{
    m_gone = true;
    if (!m_port.isOpen())
        return;
    m_rest += m_port.readAll();
    m_port.close();
}

std::unexpected<Error> SerialTransport::gone()
{
    shut();
    return failure(Errc::Disconnected, SENTENCE("error", "The connection to the amp is gone."), {},
                   SENTENCE("error", "Check the cable and that the amp is switched on."));
}

/// What has arrived, also what came just before the line went.
QByteArray SerialTransport::arrived()
{
    if (m_gone)
        shut();
    return m_gone ? std::exchange(m_rest, {}) : m_port.readAll();
}

Result<void> SerialTransport::write(BytesView data)
{
    if (m_stop.stop_requested())
        return cancelled();
    if (m_gone)
        return gone();
    const Waiting waiting(m_waiting);
    const auto size = static_cast<qint64>(data.size());
    if (m_port.write(reinterpret_cast<const char *>(data.data()), size) != size)
        return gone();
    const auto onTheLine = std::chrono::nanoseconds(std::chrono::seconds(1)) * size * bitsPerByte / std::max(1, m_port.baudRate());
    return flush(m_clock.in(patience + onTheLine));
}

Result<void> SerialTransport::flush(Deadline deadline)
{
    while (m_port.bytesToWrite() > 0) {
        m_port.clearError();
        m_port.waitForBytesWritten(sliceUntil(deadline, m_clock.now()));
        if (m_gone || isGone())
            return gone();
        if (m_stop.stop_requested())
            return cancelled();
        if (m_port.bytesToWrite() > 0 && m_clock.now() >= deadline) {
            m_port.clear(QSerialPort::Output);
            return failure(Errc::Timeout, SENTENCE("error", "The amp does not take what is sent to it."), {},
                           SENTENCE("error", "Check the cable and that the amp is switched on."));
        }
    }
    return {};
}

Result<Bytes> SerialTransport::read(Deadline deadline)
{
    const Waiting waiting(m_waiting);
    while (true) {
        if (m_stop.stop_requested())
            return cancelled();
        const QByteArray data = arrived();
        if (!data.isEmpty())
            return Bytes(data.begin(), data.end());
        if (m_gone || isGone())
            return gone();
        const Instant now = m_clock.now();
        m_port.clearError();
        if (!m_port.waitForReadyRead(sliceUntil(deadline, now)) && now >= deadline && !isGone())
            return failure(Errc::Timeout, SENTENCE("error", "Nothing came from the amp in time."));
    }
}

void SerialTransport::onReadable(std::function<void()> wake)
{
    m_wake = std::move(wake);
}

/// The path without symbolic links, so that one line has one lock under all its names.
Result<std::string> realPath(const std::string &path)
{
    char resolved[PATH_MAX];
    if (realpath(path.c_str(), resolved) != nullptr)
        return resolved;
    if (errno == EACCES)
        return failure(Errc::Permission, SENTENCE("error", "No permission to look into the folder of %1."), {path});
    return failure(Errc::NotFound, SENTENCE("error", "There is no serial line %1."), {path},
                   SENTENCE("error", "Check the cable and that the amp is switched on."));
}

Result<void> mayBeOpened(const std::string &path)
{
    struct stat status{};
    if (stat(path.c_str(), &status) != 0)
        return failure(Errc::NotFound, SENTENCE("error", "There is no serial line %1."), {path});
    if (!S_ISCHR(status.st_mode))
        return failure(Errc::Unsupported, SENTENCE("error", "%1 is not a serial line."), {path});
    if (faccessat(AT_FDCWD, path.c_str(), R_OK | W_OK, AT_EACCESS) != 0)
        return failure(Errc::Permission, SENTENCE("error", "No permission to use the serial line %1."), {path}, permissionHint);
    return {};
}

} // namespace

Result<std::unique_ptr<Transport>> openSerial(const std::string &path, int baud, std::stop_token stop)
{
    const auto real = realPath(path);
    if (!real)
        return std::unexpected(real.error());
    if (auto allowed = mayBeOpened(*real); !allowed)
        return std::unexpected(allowed.error());
    auto transport = std::make_unique<SerialTransport>(std::move(stop));
    if (auto opened = transport->open(*real, baud); !opened)
        return std::unexpected(opened.error());
    return transport;
}

} // namespace gainstage
