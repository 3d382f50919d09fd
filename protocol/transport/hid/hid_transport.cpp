// SPDX-License-Identifier: Apache-2.0
#include "protocol/transport/hid/hid_transport.h"

#include "protocol/transport/hid/report_queue.h"

#include <atomic>
#include <cerrno>
#include <cwchar>
#include <thread>
#include <utility>

#include <hidapi.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace gainstage {
namespace {

/// How long one read of the private thread blocks. Only closing waits for it, and in the background.
constexpr int readSlice = 250;
constexpr std::size_t largestReport = 1024;

const char *const plugHint = SENTENCE("error", "Check the cable and that the amp is switched on.");

struct CloseHid {
    void operator()(hid_device *device) const { hid_close(device); }
};
using HidHandle = std::unique_ptr<hid_device, CloseHid>;

Error gone()
{
    return {Errc::Disconnected, SENTENCE("error", "The connection to the amp is gone."), {}, plugHint};
}

/// hidraw lets any number of programs in; the lock keeps ours apart.
class DeviceLock {
public:
    static Result<DeviceLock> take(const std::string &path);
    DeviceLock(DeviceLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    DeviceLock &operator=(DeviceLock &&) = delete;
    ~DeviceLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

private:
    explicit DeviceLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

std::unexpected<Error> cannotOpen(const std::string &path, int why)
{
    switch (why) {
    case ENOENT:
    case ENODEV:
    case ENXIO:
    case ENOTDIR: return failure(Errc::NotFound, SENTENCE("error", "There is no HID device %1."), {path}, plugHint);
    case EACCES:
    case EPERM:
        return failure(Errc::Permission, SENTENCE("error", "No permission to use the HID device %1."), {path},
                       SENTENCE("error", "Install the udev rule that comes with the program and plug the amp in again."));
    case EBUSY:
    case EWOULDBLOCK:
        return failure(Errc::Busy, SENTENCE("error", "Another program holds the HID device %1."), {path},
                       SENTENCE("error", "Close the other program and try again."));
    default: return failure(Errc::Unsupported, SENTENCE("error", "%1 cannot be used as a HID device."), {path});
    }
}

Result<DeviceLock> DeviceLock::take(const std::string &path)
{
    DeviceLock lock(::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    if (lock.m_descriptor < 0 || flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0)
        return cannotOpen(path, errno);
    return lock;
}

/// What the reading thread and the transport share; whoever is last lets go of it.
struct Reading {
    HidHandle device;
    ReportQueue queue;
    std::atomic<bool> ended = false;
};

void readUntilEnded(const std::shared_ptr<Reading> &reading)
{
    Bytes buffer(largestReport);
    while (!reading->ended) {
        const int size = hid_read_timeout(reading->device.get(), buffer.data(), buffer.size(), readSlice);
        if (size < 0)
            return reading->queue.close(gone());
        if (size > 0)
            reading->queue.push(Bytes(buffer.begin(), buffer.begin() + size));
    }
}

class HidTransport final : public Transport {
public:
    HidTransport(DeviceLock lock, HidHandle reader, HidHandle writer, HidReports reports, std::stop_token stop);
    ~HidTransport() override;

    Result<void> write(BytesView report) override;
    Result<Bytes> read(Deadline deadline) override { return m_reading->queue.take(deadline, m_stop); }
    void onReadable(std::function<void()> wake) override { m_reading->queue.onReadable(std::move(wake)); }
    const Clock &clock() const override { return m_clock; }

private:
    DeviceLock m_lock;
    HidReports m_reports;
    std::stop_token m_stop;
    SystemClock m_clock;
    HidHandle m_writer; ///< a handle of its own: hidapi keeps each handle's last error without a lock
    std::shared_ptr<Reading> m_reading;
};

HidTransport::HidTransport(DeviceLock lock, HidHandle reader, HidHandle writer, HidReports reports, std::stop_token stop)
    : m_lock(std::move(lock)), m_reports(std::move(reports)), m_stop(std::move(stop)), m_writer(std::move(writer)),
      m_reading(std::make_shared<Reading>())
{
    m_reading->device = std::move(reader);
    std::thread([reading = m_reading] { readUntilEnded(reading); }).detach();
}

HidTransport::~HidTransport()
{
    m_reading->queue.onReadable({});
    m_reading->ended = true;
}

Result<void> HidTransport::write(BytesView report)
{
    if (m_stop.stop_requested())
        return failure(Errc::Cancelled, SENTENCE("error", "Cancelled."));
    const auto outgoing = outgoingReport(m_reports, report);
    if (!outgoing)
        return std::unexpected(outgoing.error());
    if (hid_write(m_writer.get(), outgoing->data(), outgoing->size()) >= 0)
        return {};
    if (errno == ETIMEDOUT || errno == EAGAIN)
        return failure(Errc::Timeout, SENTENCE("error", "The amp does not take what is sent to it."), {}, plugHint);
    return std::unexpected(gone());
}

} // namespace

Result<std::unique_ptr<Transport>> openHid(const std::string &path, HidReports reports, std::stop_token stop)
{
    auto lock = DeviceLock::take(path);
    if (!lock)
        return std::unexpected(lock.error());
    HidHandle reader(hid_open_path(path.c_str()));
    HidHandle writer(reader ? hid_open_path(path.c_str()) : nullptr);
    if (!writer)
        return failure(Errc::Unsupported, SENTENCE("error", "%1 cannot be used as a HID device."), {path});
    return std::make_unique<HidTransport>(*std::move(lock), std::move(reader), std::move(writer), std::move(reports), std::move(stop));
}

} // namespace gainstage
