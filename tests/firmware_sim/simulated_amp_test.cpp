// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/simulated_amp.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace gainstage;
using namespace gainstage::sim;
using namespace gainstage::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kReport = 64;

/// A packet that fits one report.
Bytes report(BytesView packet, std::uint8_t counter = 0)
{
    Bytes bytes(kReport, 0);
    bytes[0] = static_cast<std::uint8_t>(0xc0 | packet.size());
    bytes[1] = counter;
    std::ranges::copy(packet, bytes.begin() + 2);
    return bytes;
}

/// The packets in what has been read of a HID link until now.
std::vector<Bytes> packetsNow(Transport &transport)
{
    std::vector<Bytes> packets;
    while (const auto read = transport.read(transport.clock().now())) {
        if (((*read)[0] & 0x40) != 0)
            packets.emplace_back();
        if (!packets.empty())
            packets.back().insert(packets.back().end(), read->begin() + 2, read->begin() + 2 + ((*read)[0] & 0x3f));
    }
    return packets;
}

Bytes gap(const char *name)
{
    static const auto all = goldenBytes(u"gap.txt"_s);
    return all.at(name);
}

Bytes smp(const char *name)
{
    static const auto all = goldenBytes(u"smp.txt"_s);
    return all.at(name);
}

const Bytes kEchoed = fromHex("0b 00 00 06 00 00 00 00 a1 61 72 62 68 69");

Options hid(Model model = Model::Desktop)
{
    Options options;
    options.model = model;
    options.links = {LinkKind::Hid};
    return options;
}

QJsonObject ask(SimulatedAmp &amp, const char *request)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(amp.control(request))).object();
}

int setting(SimulatedAmp &amp, const QString &key)
{
    return ask(amp, R"({"do":"state"})")[u"settings"_s][key].toInt(-1);
}

double loudest(const SimulatedAmp &amp)
{
    double level = 0;
    for (const TrajectoryPoint &point : amp.trajectory())
        level = std::max(level, point.loudest());
    return level;
}

} // namespace

class SimulatedAmpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theGoldenEchoIsAnsweredOnASerialLink()
    {
        SimulatedAmp amp(Options{});
        const auto wire = amp.connect();
        QVERIFY(wire->write(smp("console-echo")));
        const auto line = wire->read(wire->clock().in(250ms));
        QVERIFY(line);
        QCOMPARE(toHex(BytesView(*line).first(2)), "06 09");
        QCOMPARE(line->back(), std::uint8_t('\n'));
        const QByteArray text(reinterpret_cast<const char *>(line->data()) + 2, static_cast<qsizetype>(line->size()) - 3);
        const QByteArray content = QByteArray::fromBase64(text);
        QCOMPARE(content.mid(2, content.size() - 4),
                 QByteArray(reinterpret_cast<const char *>(kEchoed.data()), static_cast<qsizetype>(kEchoed.size())));
    }

    void theGoldenEchoIsAnsweredOnHid()
    {
        SimulatedAmp amp(hid());
        const auto wire = amp.connect();
        QVERIFY(wire->write(smp("hid-echo")));
        QCOMPARE(packetsNow(*wire), std::vector<Bytes>{kEchoed});
    }

    void bothLinksReachTheSameAmp()
    {
        Options options;
        options.links = {LinkKind::Serial, LinkKind::Hid};
        SimulatedAmp amp(options);
        const auto serial = amp.connect(0), reports = amp.connect(1);
        QVERIFY(serial->write(smp("console-echo")));
        QVERIFY(reports->write(report(gap("hello-read-request"))));
        QVERIFY(serial->read(serial->clock().in(1s)));
        QCOMPARE(packetsNow(*reports).size(), 1u);
    }

    void aWaitTakesVirtualTimeOnly()
    {
        SimulatedAmp amp(Options{});
        const auto wire = amp.connect();
        const Instant then = wire->clock().in(10h + 1ns);
        QVERIFY(failedWith(Errc::Timeout, wire->read(then)));
        QCOMPARE(wire->clock().now(), then);
        QCOMPARE(amp.clock().now(), then);
    }

    void aReportOfAnotherSizeIsRefused()
    {
        SimulatedAmp amp(hid());
        QVERIFY(failedWith(Errc::Internal, amp.connect()->write(Bytes(63))));
    }

    void theKnobIsHeardOfByWhoSaidHello()
    {
        SimulatedAmp amp(hid());
        const auto wire = amp.connect();
        ask(amp, R"({"do":"knob","detents":1})");
        QVERIFY(packetsNow(*wire).empty());
        QVERIFY(wire->write(report(gap("hello-read-request"))));
        QCOMPARE(packetsNow(*wire).size(), 1u);
        ask(amp, R"({"do":"knob","detents":-3})");
        const auto packets = packetsNow(*wire);
        QCOMPARE(packets.size(), 1u);
        QCOMPARE(toHex(BytesView(packets[0]).subspan(4, 4)), "00 40 00 0b"); // group 64, sequence 0, command 11
        QCOMPARE(setting(amp, u"volume"_s), -4000 - 2 * 2 * 50);
    }

    void metersComeWhileTheClockRuns()
    {
        SimulatedAmp amp(hid());
        const auto wire = amp.connect();
        QVERIFY(wire->write(report(gap("meters-write-request")))); // every 50 ms, for 10 s
        amp.advance(1s);
        QCOMPARE(packetsNow(*wire).size(), 1u + 20);
        amp.advance(1min);
        QCOMPARE(packetsNow(*wire).size(), 179u); // the lease ends at ten seconds, before the meters that would be due then
    }

    void pullingTheCableDisconnects()
    {
        SimulatedAmp amp(Options{});
        const auto wire = amp.connect();
        QVERIFY(amp.isPlugged());
        amp.unplug();
        QVERIFY(!amp.isPlugged());
        QVERIFY(failedWith(Errc::Disconnected, wire->read(wire->clock().in(1s))));
        QVERIFY(failedWith(Errc::Disconnected, wire->write(smp("console-echo"))));
        QVERIFY(failedWith(Errc::Disconnected, amp.connect()->write(smp("console-echo"))));
        amp.plug();
        QVERIFY(failedWith(Errc::Disconnected, wire->write(smp("console-echo"))));
        const auto again = amp.connect();
        QVERIFY(again->write(smp("console-echo")));
        QVERIFY(again->read(again->clock().in(1s)));
    }

    void whatCameBeforeTheCableWasPulledIsStillRead()
    {
        SimulatedAmp amp(hid());
        const auto wire = amp.connect();
        QVERIFY(wire->write(smp("hid-echo")));
        amp.unplug();
        QVERIFY(wire->read(wire->clock().now()));
        QVERIFY(failedWith(Errc::Disconnected, wire->read(wire->clock().now())));
    }

    void theCableCanBePulledBeforeACertainWrite()
    {
        SimulatedAmp amp(Options{});
        std::vector<std::size_t> numbers;
        amp.beforeWrite([&](std::size_t number) {
            numbers.push_back(number);
            if (number == 3)
                amp.unplug();
        });
        const auto wire = amp.connect();
        QVERIFY(wire->write(smp("console-echo")));
        QVERIFY(wire->write(smp("console-echo")));
        QVERIFY(failedWith(Errc::Disconnected, wire->write(smp("console-echo"))));
        amp.plug();
        QVERIFY(amp.connect()->write(smp("console-echo")));
        QCOMPARE(numbers, (std::vector<std::size_t>{1, 2, 3, 1}));
    }

    void aNewConnectionTakesThePlaceOfTheOneBefore()
    {
        SimulatedAmp amp(hid());
        auto first = amp.connect();
        const auto second = amp.connect();
        QVERIFY(failedWith(Errc::Disconnected, first->read(first->clock().now())));
        first.reset();
        QVERIFY(second->write(smp("hid-echo")));
        QCOMPARE(packetsNow(*second).size(), 1u);
    }

    void powerOffForgetsWhatWasNotStored()
    {
        SimulatedAmp amp(hid());
        const auto wire = amp.connect();
        ask(amp, R"({"do":"knob","detents":-5})");
        QCOMPARE(setting(amp, u"volume"_s), -4500);
        ask(amp, R"({"do":"power","on":false})");
        QVERIFY(failedWith(Errc::Disconnected, wire->read(wire->clock().in(1s))));
        QVERIFY(!amp.isPlugged());
        QCOMPARE(ask(amp, R"({"do":"state"})")[u"power"_s], QJsonValue(false));
        ask(amp, R"({"do":"power","on":true})");
        QVERIFY(amp.isPlugged());
        QCOMPARE(setting(amp, u"volume"_s), -4000);
    }

    void whatWasStoredOutlivesTheAmp()
    {
        const QTemporaryDir folder;
        Options options = hid();
        options.flashFile = folder.filePath(u"flash"_s).toStdString();
        {
            SimulatedAmp amp(options);
            ask(amp, R"({"do":"knob","detents":-5})");
            QVERIFY(amp.connect()->write(report(gap("store-write-request"))));
            QCOMPARE(ask(amp, R"({"do":"state"})")[u"dirty"_s], QJsonValue(false));
            ask(amp, R"({"do":"knob","detents":2})");
        }
        SimulatedAmp amp(options);
        QCOMPARE(setting(amp, u"volume"_s), -4500);
    }

    void bytesThatAreDroppedGetNoAnswer()
    {
        SimulatedAmp amp(Options{});
        amp.setFaults("drop=1");
        const auto wire = amp.connect();
        QVERIFY(wire->write(smp("console-echo")));
        QVERIFY(failedWith(Errc::Timeout, wire->read(wire->clock().in(1s))));
        amp.setFaults("");
        QVERIFY(wire->write(smp("console-echo")));
        QVERIFY(wire->read(wire->clock().in(1s)));
    }

    void delayIsOnBothWays()
    {
        SimulatedAmp amp(hid());
        amp.setFaults("delay=1:20ms");
        const auto wire = amp.connect();
        const Instant start = wire->clock().now();
        QVERIFY(wire->write(smp("hid-echo")));
        QVERIFY(wire->read(wire->clock().in(1s)));
        QCOMPARE(wire->clock().now() - start, Duration(40ms));
    }

    void theSameRunGivesTheSameBytes()
    {
        const auto run = [] {
            SimulatedAmp amp(hid());
            amp.setFaults("drop=0.2,flip=0.1,repeat=0.1,delay=0.3:3ms,seed=9");
            const auto wire = amp.connect();
            Bytes all;
            for (std::uint8_t i = 0; i < 50; ++i) {
                (void)wire->write(report(gap(i % 2 ? "lock-write-take-request" : "state-read-request"), i));
                while (const auto read = wire->read(wire->clock().in(10ms)))
                    all.insert(all.end(), read->begin(), read->end());
            }
            return all;
        };
        const Bytes once = run();
        QVERIFY(once.size() > 20 * kReport);
        QCOMPARE(run(), once);
    }

    void whoWaitsElsewhereIsWoken()
    {
        SimulatedAmp amp(hid());
        const auto wire = amp.connect();
        QVERIFY(wire->write(report(gap("hello-read-request"))));
        packetsNow(*wire);
        int woken = 0;
        wire->onReadable([&] { ++woken; });
        QCOMPARE(woken, 0);
        std::thread([&] { ask(amp, R"({"do":"knob","detents":1})"); }).join();
        QCOMPARE(woken, 1);
        QCOMPARE(packetsNow(*wire).size(), 1u);
        amp.unplug();
        QCOMPARE(woken, 2);
    }

    void whatIsThereBeforeSomebodyAsksToBeWokenWakesAtOnce()
    {
        SimulatedAmp amp(hid());
        const auto wire = amp.connect();
        QVERIFY(wire->write(smp("hid-echo")));
        int woken = 0;
        wire->onReadable([&] { ++woken; });
        QCOMPARE(woken, 1);
    }

    void controlWorksWhileATransportIsUsedInAnotherThread()
    {
        SimulatedAmp amp(hid());
        std::atomic<int> answers = 0;
        std::jthread client([&] {
            const auto wire = amp.connect();
            for (std::uint8_t i = 0; i < 200; ++i)
                if (wire->write(report(gap("state-read-request"), i)) && wire->read(wire->clock().in(250ms))) {
                    packetsNow(*wire);
                    ++answers;
                }
        });
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(ask(amp, i % 2 ? R"({"do":"knob","detents":1})" : R"({"do":"knob","detents":-1})")[u"ok"_s], QJsonValue(true));
            (void)amp.trajectory();
            (void)amp.clock().now();
        }
        client.join();
        QCOMPARE(answers, 200);
    }

    void gainClicksInTheTrajectoryAndFollowsAfterItsTime()
    {
        SimulatedAmp amp(hid());
        const auto wire = amp.connect();
        amp.advance(1s);
        amp.mark();
        const double before = amp.trajectory().back().volts[0];
        QVERIFY(before > 0);
        QVERIFY(wire->write(report(gap("refusal-not-a-choice-request")))); // gain 2: a choice of this amp
        QVERIFY(wire->read(wire->clock().in(250ms)));
        amp.advance(1s);
        const auto points = amp.trajectory();
        QCOMPARE(points.size(), 3u);
        const double after = points[2].volts[0];
        QVERIFY(std::abs(20 * std::log10(after / before) - 16) < 0.01);
        QVERIFY(points[1].loudest() > 1.9 * after);
        QCOMPARE(points[2].microseconds - points[1].microseconds, 8000);
        QCOMPARE(loudest(amp), points[1].loudest());
        amp.mark();
        QCOMPARE(amp.trajectory().size(), 1u);
        QCOMPARE(amp.trajectory()[0].loudest(), after);
    }

    void theDongleIsAnAmpToo()
    {
        SimulatedAmp amp(hid(Model::Dongle));
        const auto wire = amp.connect();
        QVERIFY(wire->write(smp("hid-echo")));
        QCOMPARE(packetsNow(*wire).size(), 1u);
        QCOMPARE(setting(amp, u"volume"_s), -3000);
        QCOMPARE(ask(amp, R"({"do":"state"})")[u"outputs"_s].toArray().size(), 1);
    }

    void aTransportMayOutliveTheAmp()
    {
        std::unique_ptr<Transport> wire;
        {
            SimulatedAmp amp(Options{});
            wire = amp.connect();
        }
        QVERIFY(failedWith(Errc::Disconnected, wire->read(wire->clock().in(1s))));
    }
};

QTEST_GUILESS_MAIN(SimulatedAmpTest)
#include "simulated_amp_test.moc"
