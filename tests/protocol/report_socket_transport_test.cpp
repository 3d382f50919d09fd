// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/transport/socket/report_socket_transport.h"
#include "tests/support/outcome.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <semaphore>
#include <thread>
#include <utility>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HidReports plainReports()
{
    return {.numbered = false, .output = {{0, 16}}, .input = {{0, 16}}};
}

HidReports numberedReports()
{
    return {.numbered = true, .output = {{7, 5}, {kForbiddenReport, 5}}, .input = {{7, 5}}};
}

/// A simulated amp that does nothing by itself, and a transport that is connected to it.
class Bench {
public:
    explicit Bench(HidReports reports)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        m_listening = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
        if (::bind(m_listening, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 || ::listen(m_listening, 4) != 0)
            qFatal("no socket");
        if (auto opened = openReportSocket(path, std::move(reports), stop.get_token()))
            wire = *std::move(opened);
        m_amp = ::accept(m_listening, nullptr, nullptr);
    }
    ~Bench()
    {
        wire.reset();
        leave();
        ::close(m_listening);
    }
    Bench(const Bench &) = delete;
    Bench &operator=(const Bench &) = delete;

    void say(BytesView report) const { ::send(m_amp, report.data(), report.size(), MSG_NOSIGNAL); }
    Bytes hear() const
    {
        Bytes report(2000);
        const ssize_t size = ::recv(m_amp, report.data(), report.size(), 0);
        report.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
        return report;
    }
    void leave()
    {
        if (m_amp >= 0)
            ::close(std::exchange(m_amp, -1));
    }
    void stopListening() { ::shutdown(m_listening, SHUT_RDWR); }
    Deadline in(Duration duration) const { return wire->clock().in(duration); }

private:
    QTemporaryDir m_folder;
    int m_listening = -1, m_amp = -1;

public:
    std::string path = m_folder.filePath(u"sim-1.socket"_s).toStdString();
    std::stop_source stop;
    std::unique_ptr<Transport> wire;
};

} // namespace

class ReportSocketTransportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aReportWithoutNumberGoesAsItIsAndIsFilledUp()
    {
        const Bench bench(plainReports());
        QVERIFY(bench.wire);
        QVERIFY(bench.wire->write(Bytes{1, 2, 3}));
        Bytes expected{1, 2, 3};
        expected.resize(16);
        QCOMPARE(bench.hear(), expected);
    }

    void aNumberedReportKeepsItsNumber()
    {
        const Bench bench(numberedReports());
        QVERIFY(bench.wire);
        QVERIFY(bench.wire->write(Bytes{7, 0xaa}));
        QCOMPARE(bench.hear(), (Bytes{7, 0xaa, 0, 0, 0, 0}));
    }

    void reportsThatMustNotGoDoNot()
    {
        Bench bench(numberedReports());
        QVERIFY(bench.wire);
        QVERIFY(failedWith(Errc::Unsupported, bench.wire->write(Bytes{kForbiddenReport, 1})));
        QVERIFY(failedWith(Errc::Unsupported, bench.wire->write(Bytes{9, 1})));
        QVERIFY(failedWith(Errc::OutOfRange, bench.wire->write(Bytes(7, 7))));
        bench.wire.reset();
        QCOMPARE(bench.hear(), Bytes()); // nothing before the end
    }

    void readsGiveOneReportEachInOrder()
    {
        const Bench bench(plainReports());
        QVERIFY(bench.wire);
        for (const std::uint8_t number : Bytes{1, 2, 3})
            bench.say(Bytes(16, number));
        for (const std::uint8_t number : Bytes{1, 2, 3}) {
            const auto report = bench.wire->read(bench.in(60s));
            QVERIFY(report);
            QCOMPARE(*report, Bytes(16, number));
        }
        QVERIFY(failedWith(Errc::Timeout, bench.wire->read(bench.in(5ms))));
    }

    void anAmpThatLeavesIsGoneInEveryCall()
    {
        Bench bench(plainReports());
        QVERIFY(bench.wire);
        bench.say(Bytes(16, 1));
        bench.leave();
        QVERIFY(bench.wire->read(bench.in(60s))); // what came before the end
        QVERIFY(failedWith(Errc::Disconnected, bench.wire->read(bench.in(60s))));
        QVERIFY(failedWith(Errc::Disconnected, bench.wire->write(Bytes{1})));
    }

    void aStopEndsAWait()
    {
        Bench bench(plainReports());
        QVERIFY(bench.wire);
        const std::jthread stopper([&] { bench.stop.request_stop(); });
        QVERIFY(failedWith(Errc::Cancelled, bench.wire->read(bench.in(3600s))));
        QVERIFY(failedWith(Errc::Cancelled, bench.wire->write(Bytes{1})));
    }

    void anAmpThatTakesNothingTimesOut()
    {
        const Bench bench(plainReports());
        QVERIFY(bench.wire);
        Result<void> written;
        for (int i = 0; written && i < 1'000'000; ++i)
            written = bench.wire->write(Bytes{1});
        QVERIFY(failedWith(Errc::Timeout, written));
    }

    void anAmpThatSpeaksUnaskedWakes()
    {
        Bench bench(plainReports());
        QVERIFY(bench.wire);
        std::binary_semaphore woken{0};
        bench.wire->onReadable([&] { woken.release(); });
        bench.say(Bytes(16, 1));
        woken.acquire();
        QVERIFY(bench.wire->read(bench.in(60s)));
        bench.leave();
        woken.acquire();
        QVERIFY(failedWith(Errc::Disconnected, bench.wire->read(bench.in(60s))));
    }

    void whatIsNotThereIsNotFound()
    {
        Bench bench(plainReports());
        bench.stopListening();
        QVERIFY(failedWith(Errc::NotFound, openReportSocket(bench.path, {}, {}))); // a simulator that was killed leaves such a socket
        QVERIFY(failedWith(Errc::NotFound, openReportSocket("/nowhere/at/all", {}, {})));
    }

    void whatIsNoSuchSocketIsRefused() { QVERIFY(failedWith(Errc::Unsupported, openReportSocket(std::string(300, 'x'), {}, {}))); }
};

QTEST_APPLESS_MAIN(ReportSocketTransportTest)
#include "report_socket_transport_test.moc"
