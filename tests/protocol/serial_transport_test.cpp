// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/transport/serial/serial_transport.h"
#include "tests/support/outcome.h"
#include "tests/support/pty_pair.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int baud = 115200;

/// A line that is open at both ends.
struct Line {
    PtyPair amp;
    std::stop_source stop;
    std::unique_ptr<Transport> transport;

    Line()
    {
        if (auto opened = openSerial(amp.path(), baud, stop.get_token()))
            transport = *std::move(opened);
    }
    Deadline in(Duration duration) const { return transport->clock().in(duration); }
};

Bytes readAll(Transport &transport, std::size_t size)
{
    Bytes all;
    while (all.size() < size) {
        const auto data = transport.read(transport.clock().in(10s));
        if (!data)
            break;
        all.insert(all.end(), data->begin(), data->end());
    }
    return all;
}

Bytes everyByte(std::size_t size)
{
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::uint8_t>(i);
    return bytes;
}

Result<std::unique_ptr<Transport>> openAgain(const std::string &path)
{
    return openSerial(path, baud, {});
}

/// Runs as a user to whom file permissions mean something, also where the tests run as root.
template <typename Function>
void asOrdinaryUser(Function function)
{
    constexpr uid_t nobody = 65534;
    const bool root = geteuid() == 0;
    if (root && seteuid(nobody) != 0)
        return;
    function();
    if (root && seteuid(0) != 0)
        QFAIL("could not become root again");
}

} // namespace

class SerialTransportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The system may say that something can be read which somebody flushes before it is read.
    void whatIsTakenFromUnderAReadIsNoLoss()
    {
        PtyPair amp;
        const int other = ::open(amp.path().c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(other >= 0);
        const auto transport = openSerial(amp.path(), baud, {});
        QVERIFY(transport);
        std::jthread flushing([&](const std::stop_token &end) {
            while (!end.stop_requested()) {
                amp.write(everyByte(3));
                ::tcflush(other, TCIFLUSH);
            }
        });
        for (int reads = 0; reads < 8000; ++reads) {
            const auto data = (*transport)->read((*transport)->clock().in(1ms));
            QVERIFY2(data || data.error().code == Errc::Timeout, qPrintable(QString::number(reads)));
        }
        flushing = {};
        ::close(other);
    }

    void bytesGoBothWaysUnchanged()
    {
        Line line;
        QVERIFY(line.transport);
        QVERIFY(line.transport->write(everyByte(256)));
        QCOMPARE(line.amp.read(256), everyByte(256));
        line.amp.write(everyByte(256));
        QCOMPARE(readAll(*line.transport, 256), everyByte(256));
    }

    void muchMoreThanABufferGoesThrough()
    {
        Line line;
        QVERIFY(line.transport);
        const Bytes much = everyByte(100000);
        Bytes echoed;
        std::jthread amp([&] { echoed = line.amp.read(much.size()); });
        QVERIFY(line.transport->write(much));
        amp.join();
        QCOMPARE(echoed, much);
        std::jthread back([&] { line.amp.write(much); });
        QCOMPARE(readAll(*line.transport, much.size()), much);
    }

    void aSymbolicLinkIsAsGoodAsThePath()
    {
        PtyPair amp;
        QTemporaryDir folder;
        const std::string link = folder.filePath(u"amp"_s).toStdString();
        std::filesystem::create_symlink(amp.path(), link);
        const auto opened = openSerial(link, baud, {});
        QVERIFY(opened);
        QVERIFY((*opened)->write(Bytes{1}));
        QCOMPARE(amp.read(1), Bytes{1});
        QVERIFY(failedWith(Errc::Busy, openAgain(amp.path())));
    }

    void whatWasSentBeforeOpeningIsDiscarded()
    {
        PtyPair amp;
        const int keptOpen = ::open(amp.path().c_str(), O_RDWR | O_NOCTTY);
        QVERIFY(keptOpen >= 0);
        amp.write(Bytes{1, 2, 3, '\n'});
        const auto opened = openSerial(amp.path(), baud, {});
        ::close(keptOpen);
        QVERIFY(opened);
        QVERIFY(failedWith(Errc::Timeout, (*opened)->read((*opened)->clock().in(20ms))));
        amp.write(Bytes{4});
        QCOMPARE(readAll(**opened, 1), Bytes{4});
    }

    void silenceIsATimeout()
    {
        Line line;
        QVERIFY(line.transport);
        const Instant before = line.transport->clock().now();
        QVERIFY(failedWith(Errc::Timeout, line.transport->read(line.in(30ms))));
        QVERIFY(line.transport->clock().now() - before >= 30ms);
    }

    void whatIsThereIsReturnedAfterTheDeadlineToo()
    {
        Line line;
        QVERIFY(line.transport);
        line.amp.write(Bytes{7});
        QCOMPARE(readAll(*line.transport, 1), Bytes{7});
        QVERIFY(failedWith(Errc::Timeout, line.transport->read(line.in(-1s))));
        line.amp.write(Bytes{8});
        const auto late = line.transport->read(line.in(-1s));
        QVERIFY(late);
        QCOMPARE(*late, Bytes{8});
    }

    void aWaitEndsWhenTheAmpIsUnplugged()
    {
        Line line;
        QVERIFY(line.transport);
        std::jthread puller([&] { line.amp.unplug(); });
        QVERIFY(failedWith(Errc::Disconnected, line.transport->read(line.in(60s))));
        QVERIFY(failedWith(Errc::Disconnected, line.transport->read(line.in(60s))));
        QVERIFY(failedWith(Errc::Disconnected, line.transport->write(Bytes{1})));
    }

    void writingToAnUnpluggedAmpSaysSo()
    {
        Line line;
        QVERIFY(line.transport);
        line.amp.unplug();
        QVERIFY(failedWith(Errc::Disconnected, line.transport->write(Bytes{1})));
    }

    void whatCameJustBeforeTheUnplugIsNotLost()
    {
        Line line;
        QVERIFY(line.transport);
        int woken = 0;
        line.transport->onReadable([&] { ++woken; });
        line.amp.write(Bytes{1, 2, 3});
        QTRY_COMPARE(woken, 1);
        line.amp.unplug();
        QTRY_VERIFY(woken >= 2);
        QCOMPARE(readAll(*line.transport, 3), (Bytes{1, 2, 3}));
        QVERIFY(failedWith(Errc::Disconnected, line.transport->read(line.in(60s))));
    }

    void anAmpThatSpeaksUnaskedIsNoticed()
    {
        Line line;
        QVERIFY(line.transport);
        int woken = 0;
        line.transport->onReadable([&] { ++woken; });
        line.amp.write(Bytes{1, 2});
        QTRY_COMPARE(woken, 1);
        QCOMPARE(readAll(*line.transport, 2), (Bytes{1, 2}));
        line.amp.write(Bytes{3});
        QTRY_COMPARE(woken, 2);
    }

    void nobodyIsWokenForWhatACallTakes()
    {
        Line line;
        QVERIFY(line.transport);
        int woken = 0;
        line.transport->onReadable([&] { ++woken; });
        line.amp.write(Bytes{1});
        QCOMPARE(readAll(*line.transport, 1), Bytes{1});
        QVERIFY(line.transport->write(Bytes{2}));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(woken, 0);
    }

    void anUnplugIsNoticedWhileNobodyWaits()
    {
        Line line;
        QVERIFY(line.transport);
        int woken = 0;
        line.transport->onReadable([&] { ++woken; });
        line.amp.unplug();
        QTRY_COMPARE(woken, 1);
        QVERIFY(failedWith(Errc::Disconnected, line.transport->read(line.in(60s))));
        QCOMPARE(woken, 1);
    }

    void aStopEndsAWait()
    {
        Line line;
        QVERIFY(line.transport);
        QElapsedTimer timer;
        timer.start();
        std::jthread stopper([&] { line.stop.request_stop(); });
        QVERIFY(failedWith(Errc::Cancelled, line.transport->read(line.in(60s))));
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(failedWith(Errc::Cancelled, line.transport->write(Bytes{1})));
    }

    void aStopEndsAWriteThatNobodyTakes()
    {
        Line line;
        QVERIFY(line.transport);
        QElapsedTimer timer;
        timer.start();
        std::jthread stopper([&] {
            line.amp.read(1);
            line.stop.request_stop();
        });
        QVERIFY(failedWith(Errc::Cancelled, line.transport->write(everyByte(1000000))));
        QVERIFY(timer.elapsed() < 1000);
    }

    void aWriteThatNobodyTakesIsGivenUp()
    {
        PtyPair amp;
        const auto opened = openSerial(amp.path(), 4000000, {});
        QVERIFY(opened);
        QVERIFY(failedWith(Errc::Timeout, (*opened)->write(everyByte(100000))));
    }

    void aLineThatIsOpenIsBusy()
    {
        Line line;
        QVERIFY(line.transport);
        QVERIFY(failedWith(Errc::Busy, openAgain(line.amp.path())));
        line.transport.reset();
        QVERIFY(openAgain(line.amp.path()));
    }

    void whatIsNotThereIsNotFound()
    {
        QVERIFY(failedWith(Errc::NotFound, openAgain("/dev/no-such-line")));
        QVERIFY(failedWith(Errc::NotFound, openAgain("")));
        QTemporaryDir folder;
        const std::string dangling = folder.filePath(u"amp"_s).toStdString();
        std::filesystem::create_symlink("/dev/no-such-line", dangling);
        QVERIFY(failedWith(Errc::NotFound, openAgain(dangling)));
    }

    void whatIsNoSerialLineIsRefused()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"amp"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(failedWith(Errc::Unsupported, openAgain(file.fileName().toStdString())));
        QVERIFY(failedWith(Errc::Unsupported, openAgain(folder.path().toStdString())));
        QVERIFY(failedWith(Errc::Unsupported, openAgain("/dev/null")));
    }

    void withoutPermissionThereIsAHint()
    {
        PtyPair amp;
        QVERIFY(chmod(amp.path().c_str(), 0) == 0);
        asOrdinaryUser([&] {
            const auto opened = openAgain(amp.path());
            QVERIFY(failedWith(Errc::Permission, opened));
            QVERIFY(QLatin1StringView(opened.error().hint).contains("dialout"_L1));
        });
    }
};

QTEST_GUILESS_MAIN(SerialTransportTest)
#include "serial_transport_test.moc"
