// SPDX-License-Identifier: Apache-2.0
#include "protocol/transport/socket/report_socket_transport.h"

#include "protocol/transport/hid/report_queue.h"

#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace gainstage {
namespace {

constexpr std::size_t largestReport = 4096;
/// How long one wait for room lasts before a request to stop is looked for, and how often it is waited; milliseconds.
constexpr int roomSlice = 50, mostSlices = 20;

const char *const aloneHint = SENTENCE("error", "Check that the simulated amp runs, and that no other program uses it.");

Error gone()
{
    return {Errc::Disconnected, SENTENCE("error", "The connection to the amp is gone."), {}, aloneHint};
}

class Socket {
public:
    explicit Socket(int descriptor) : m_descriptor(descriptor) {}
    Socket(Socket &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    Socket &operator=(Socket &&) = delete;
    ~Socket()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

std::unexpected<Error> cannotOpen(const std::string &path, int why)
{
    switch (why) {
    case ENOENT:
    case ENOTDIR:
    case ECONNREFUSED: return failure(Errc::NotFound, SENTENCE("error", "There is no simulated amp at %1."), {path}, aloneHint);
    case EACCES:
    case EPERM: return failure(Errc::Permission, SENTENCE("error", "No permission to use the simulated amp at %1."), {path});
    default: return failure(Errc::Unsupported, SENTENCE("error", "%1 cannot be used as a HID device."), {path});
    }
}

Result<Socket> connectTo(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return cannotOpen(path, ENAMETOOLONG);
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    Socket socket(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
    if (socket.descriptor() < 0 || ::connect(socket.descriptor(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return cannotOpen(path, errno);
    return socket;
}

void readUntilEnded(int socket, ReportQueue &queue)
{
    Bytes buffer(largestReport);
    while (true) {
        const ssize_t size = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return queue.close(gone());
        queue.push(Bytes(buffer.begin(), buffer.begin() + size));
    }
}

class ReportSocketTransport final : public Transport {
public:
    ReportSocketTransport(Socket socket, HidReports reports, std::stop_token stop)
        : m_socket(std::move(socket)), m_reports(std::move(reports)), m_stop(std::move(stop)),
          m_reader([descriptor = m_socket.descriptor(), queue = &m_queue] { readUntilEnded(descriptor, *queue); })
    {}
    ~ReportSocketTransport() override
    {
        m_queue.onReadable({});
        ::shutdown(m_socket.descriptor(), SHUT_RDWR); // wakes the reader
        m_reader.join();
    }

    Result<void> write(BytesView report) override;
    Result<Bytes> read(Deadline deadline) override { return m_queue.take(deadline, m_stop); }
    void onReadable(std::function<void()> wake) override { m_queue.onReadable(std::move(wake)); }
    const Clock &clock() const override { return m_clock; }

private:
    Socket m_socket;
    HidReports m_reports;
    std::stop_token m_stop;
    SystemClock m_clock;
    ReportQueue m_queue;
    std::thread m_reader; ///< the last: it uses the others
};

Result<void> ReportSocketTransport::write(BytesView report)
{
    const auto outgoing = outgoingReport(m_reports, report);
    if (!outgoing)
        return std::unexpected(outgoing.error());
    // The id 0 of reports that are not numbered is hidapi's own and not on the wire.
    const BytesView onTheWire = BytesView(*outgoing).subspan(m_reports.numbered ? 0 : 1);
    for (int slice = 0; slice < mostSlices;) {
        if (m_stop.stop_requested())
            return failure(Errc::Cancelled, SENTENCE("error", "Cancelled."));
        if (::send(m_socket.descriptor(), onTheWire.data(), onTheWire.size(), MSG_NOSIGNAL | MSG_DONTWAIT) >= 0)
            return {};
        if (errno != EAGAIN && errno != EINTR)
            return std::unexpected(gone());
        pollfd room{m_socket.descriptor(), POLLOUT, 0};
        slice += ::poll(&room, 1, roomSlice) == 0 ? 1 : 0;
    }
    return failure(Errc::Timeout, SENTENCE("error", "The amp does not take what is sent to it."), {}, aloneHint);
}

} // namespace

Result<std::unique_ptr<Transport>> openReportSocket(const std::string &path, HidReports reports, std::stop_token stop)
{
    auto socket = connectTo(path);
    if (!socket)
        return std::unexpected(socket.error());
    return std::make_unique<ReportSocketTransport>(*std::move(socket), std::move(reports), std::move(stop));
}

} // namespace gainstage
