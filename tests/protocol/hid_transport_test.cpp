// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/transport/hid/hid_transport.h"
#include "protocol/transport/hid/report_queue.h"
#include "tests/support/outcome.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <cwchar>
#include <semaphore>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Takes the place of hidapi in this program: a device is one end of a socket that keeps reports apart. Linked before the library, it wins.
struct hid_device_ {
    int end = -1;
};

namespace {

/// The amp's end of the device that hid_open_path() opens; one for the handle that reads and one for that which writes.
struct FakeDevice {
    int reader[2] = {-1, -1};
    int writer[2] = {-1, -1};
    int opened = 0;

    FakeDevice()
    {
        if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, reader) != 0 || socketpair(AF_UNIX, SOCK_SEQPACKET, 0, writer) != 0)
            qFatal("no sockets");
    }
    ~FakeDevice() { unplug(); }
    FakeDevice(const FakeDevice &) = delete;
    FakeDevice &operator=(const FakeDevice &) = delete;

    void say(BytesView report) const { ::send(reader[1], report.data(), report.size(), MSG_NOSIGNAL); }
    Bytes hear() const
    {
        Bytes report(2000);
        const ssize_t size = ::recv(writer[1], report.data(), report.size(), 0);
        report.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
        return report;
    }
    void unplug()
    {
        for (int *end : {&reader[1], &writer[1]}) {
            if (*end >= 0)
                ::close(std::exchange(*end, -1));
        }
    }
};

FakeDevice *pluggedIn = nullptr; // hidapi finds devices by a path; the fake has one
std::counting_semaphore<16> closed{0};

} // namespace

extern "C" {
hid_device_ *hid_open_path(const char *)
{
    if (pluggedIn == nullptr || pluggedIn->opened == 2)
        return nullptr;
    return new hid_device_{pluggedIn->opened++ == 0 ? pluggedIn->reader[0] : pluggedIn->writer[0]};
}

int hid_read_timeout(hid_device_ *device, unsigned char *data, std::size_t length, int milliseconds)
{
    pollfd descriptor{device->end, POLLIN, 0};
    if (poll(&descriptor, 1, milliseconds) == 0)
        return 0;
    const ssize_t size = recv(device->end, data, length, 0);
    return size > 0 ? static_cast<int>(size) : -1;
}

int hid_write(hid_device_ *device, const unsigned char *data, std::size_t length)
{
    return static_cast<int>(send(device->end, data, length, MSG_NOSIGNAL));
}

void hid_close(hid_device_ *device)
{
    ::close(device->end);
    delete device;
    closed.release();
}
}

namespace {

/// An open HID device and the amp behind it.
struct Bench {
    QTemporaryDir folder;
    std::string path = folder.filePath(u"hidraw0"_s).toStdString();
    FakeDevice amp;
    std::stop_source stop;
    std::unique_ptr<Transport> transport;

    Bench()
    {
        QFile node(QString::fromStdString(path));
        if (!node.open(QIODevice::WriteOnly))
            return;
        pluggedIn = &amp;
        if (auto opened = openHid(path, {}, stop.get_token()))
            transport = *std::move(opened);
    }
    /// Waits for both handles to be closed, so that nothing of one test reaches into the next.
    ~Bench()
    {
        pluggedIn = nullptr;
        amp.unplug();
        if (!std::exchange(transport, nullptr))
            return;
        closed.acquire();
        closed.acquire();
    }
    Deadline in(Duration duration) const { return transport->clock().in(duration); }
};

Bytes report(std::uint8_t filling)
{
    return Bytes(64, filling);
}

} // namespace

class HidTransportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWriteIsOneReportBehindAReportIdOfZero()
    {
        Bench bench;
        QVERIFY(bench.transport);
        QVERIFY(bench.transport->write(report(0xaa)));
        QVERIFY(bench.transport->write(report(0xbb)));
        Bytes expected = report(0xaa);
        expected.insert(expected.begin(), 0x00);
        QCOMPARE(bench.amp.hear(), expected);
        QCOMPARE(bench.amp.hear().size(), std::size_t(65));
    }

    void readsGiveOneReportEachInOrder()
    {
        Bench bench;
        QVERIFY(bench.transport);
        for (const std::uint8_t number : Bytes{1, 2, 3})
            bench.amp.say(report(number));
        for (const std::uint8_t number : Bytes{1, 2, 3}) {
            const auto read = bench.transport->read(bench.in(60s));
            QVERIFY(read);
            QCOMPARE(*read, report(number));
        }
        QVERIFY(failedWith(Errc::Timeout, bench.transport->read(bench.in(5ms))));
    }

    void anUnpluggedAmpIsGoneInEveryCall()
    {
        Bench bench;
        QVERIFY(bench.transport);
        bench.amp.unplug();
        QVERIFY(failedWith(Errc::Disconnected, bench.transport->read(bench.in(60s))));
        QVERIFY(failedWith(Errc::Disconnected, bench.transport->read(bench.in(60s))));
        QVERIFY(failedWith(Errc::Disconnected, bench.transport->write(report(1))));
    }

    void aStopEndsAWaitAtOnce()
    {
        Bench bench;
        QVERIFY(bench.transport);
        QElapsedTimer timer;
        timer.start();
        std::jthread stopper([&] { bench.stop.request_stop(); });
        QVERIFY(failedWith(Errc::Cancelled, bench.transport->read(bench.in(60s))));
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(failedWith(Errc::Cancelled, bench.transport->write(report(1))));
    }

    void anAmpThatSpeaksUnaskedWakes()
    {
        Bench bench;
        QVERIFY(bench.transport);
        std::binary_semaphore woken{0};
        bench.transport->onReadable([&] { woken.release(); });
        bench.amp.say(report(1));
        woken.acquire();
        QVERIFY(bench.transport->read(bench.in(60s)));
        bench.amp.unplug();
        woken.acquire();
        QVERIFY(failedWith(Errc::Disconnected, bench.transport->read(bench.in(60s))));
    }

    void closingDoesNotWaitForTheReader()
    {
        Bench bench;
        QVERIFY(bench.transport);
        QElapsedTimer timer;
        timer.start();
        bench.transport.reset();
        QVERIFY(timer.elapsed() < 100);
        closed.acquire();
        closed.acquire();
    }

    void aDeviceThatIsOpenIsBusy()
    {
        Bench bench;
        QVERIFY(bench.transport);
        QVERIFY(failedWith(Errc::Busy, openHid(bench.path, {}, {})));
    }

    void whatIsNotThereIsNotFound()
    {
        QVERIFY(failedWith(Errc::NotFound, openHid("/dev/no-such-device", {}, {})));
        QVERIFY(failedWith(Errc::NotFound, openHid("", {}, {})));
    }

    void whatIsNoHidDeviceIsRefused() { QVERIFY(failedWith(Errc::Unsupported, openHid("/dev/null", {}, {}))); }

    void reportsThatWaitAreToldAgainUntilTheyAreTaken()
    {
        ReportQueue queue;
        int woken = 0;
        queue.push(report(1));
        queue.push(report(2));
        queue.onReadable([&] { ++woken; });
        QCOMPARE(woken, 1);
        QVERIFY(queue.take({}, {}));
        QCOMPARE(woken, 2);
        QVERIFY(queue.take({}, {}));
        QCOMPARE(woken, 2);
    }

    void whatCameBeforeTheEndIsStillGiven()
    {
        ReportQueue queue;
        queue.push(report(1));
        queue.close(Error{Errc::Disconnected, "", {}, ""});
        QVERIFY(queue.take({}, {}));
        QVERIFY(failedWith(Errc::Disconnected, queue.take({}, {})));
        QVERIFY(failedWith(Errc::Disconnected, queue.take({}, {})));
    }

    void reportsThatNobodyReadsAreLostFromTheFront()
    {
        ReportQueue queue;
        for (int i = 0; i < 5000; ++i)
            queue.push(Bytes{static_cast<std::uint8_t>(i)});
        int left = 0;
        Bytes last;
        while (auto taken = queue.take({}, {})) {
            ++left;
            last = *taken;
        }
        QCOMPARE(left, 4096);
        QCOMPARE(last, Bytes{static_cast<std::uint8_t>(4999)});
    }
};

QTEST_APPLESS_MAIN(HidTransportTest)
#include "hid_transport_test.moc"
