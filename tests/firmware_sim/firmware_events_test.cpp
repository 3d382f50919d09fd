// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/firmware_bench.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

using Refused = std::pair<qint64, qint64>;
enum Id { Gain = 1, Input = 3, Volume = 4 };

/// An amp that has settled, with two clients that get events.
struct TwoClients : FirmwareBench {
    explicit TwoClients(const firmware::ModelDefinition &model = firmware::desktopModel()) : FirmwareBench(model)
    {
        powerOnAndSettle();
        hello(0);
        hello(1);
        received(0);
        received(1);
    }
    qint64 revision() { return read(2).number("rev"); }
    void setProtection(std::uint32_t protection)
    {
        hardware.readings.protection = protection;
        amp().protectionChanged();
    }
};

/// A board that tells of a lost input while the firmware is still applying the change that lost it.
class HastyHardware : public FakeHardware {
public:
    firmware::Firmware *amp = nullptr;
    void applyAudio(const firmware::AudioPath &path) override
    {
        FakeHardware::applyAudio(path);
        if (path.input == readings.input)
            return;
        readings.input = path.input;
        readings.inputLocked = false;
        amp->inputChanged();
    }
};

} // namespace

class FirmwareEventsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aJackInAndOutIsToldToAll()
    {
        TwoClients bench;
        const qint64 revision = bench.revision();
        bench.hardware.jacks[0] = {true, 48000};
        bench.amp().jackChanged(0);
        for (const auto link : {std::uint8_t{0}, std::uint8_t{1}}) {
            const auto events = bench.events(link);
            QCOMPARE(events.size(), 1u);
            QCOMPARE(events[0].map(), QCborMap({{"ev"_L1, 2}, {"rev"_L1, revision + 1}, {"out"_L1, 0}, {"in"_L1, true}, {"z"_L1, 48000}}));
        }
        QCOMPARE(bench.read(2)["jacks"].toArray(),
                 QCborArray({QCborMap({{"out"_L1, 0}, {"in"_L1, true}, {"z"_L1, 48000}}), QCborMap({{"out"_L1, 1}, {"in"_L1, false}})}));
        bench.amp().jackChanged(0);
        bench.amp().jackChanged(2); // the line output cannot tell
        bench.amp().jackChanged(77);
        QVERIFY(bench.events().empty());
        bench.hardware.jacks[0] = {};
        bench.amp().jackChanged(0);
        QCOMPARE(bench.events()[0].map(), QCborMap({{"ev"_L1, 2}, {"rev"_L1, revision + 2}, {"out"_L1, 0}, {"in"_L1, false}}));
    }

    void anInputWithoutLockHasNoRate()
    {
        TwoClients bench;
        const qint64 revision = bench.revision();
        bench.hardware.readings.inputLocked = true;
        bench.hardware.readings.sampleRate = 192000;
        bench.amp().inputChanged();
        QCOMPARE(bench.events()[0]["input"].toMap(), QCborMap({{"id"_L1, 0}, {"lock"_L1, true}, {"rate"_L1, 192000}}));
        bench.hardware.readings.inputLocked = false;
        bench.amp().inputChanged();
        bench.amp().inputChanged();
        const auto events = bench.events();
        QCOMPARE(events.size(), 1u);
        QCOMPARE(events[0].map(),
                 QCborMap({{"ev"_L1, 5}, {"rev"_L1, revision + 2}, {"input"_L1, QCborMap({{"id"_L1, 0}, {"lock"_L1, false}, {"rate"_L1, 0}})}}));
    }

    void newsInTheMiddleOfACommandComeAfterItsAnswer()
    {
        HastyHardware hardware;
        hardware.readings.inputLocked = true;
        const firmware::Framing framing[] = {firmware::Framing::Console};
        firmware::Firmware amp(hardware, firmware::desktopModel(), "T1", framing);
        hardware.amp = &amp;
        amp.start();
        const auto send = [&](const QByteArray &packet) {
            const QByteArray bytes = toConsole(packet);
            amp.receive(0, {reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
        };
        send(FirmwareBench::packetOf(0, 64, 0, QByteArray::fromHex("a0")));
        hardware.sent[0].clear();
        send(FirmwareBench::packetOf(2, 64, 2, QByteArray::fromHex("a1 66 76616c756573 a1 03 01")));
        QByteArray bytes(reinterpret_cast<const char *>(hardware.sent[0].data()), static_cast<qsizetype>(hardware.sent[0].size()));
        const auto packets = fromConsole(bytes);
        QCOMPARE(packets.size(), 2);
        QCOMPARE(Packet{packets[0]}.setting(Input), 1);
        QCOMPARE(Packet{packets[0]}["input"]["lock"_L1].toBool(), true);
        QVERIFY(Packet{packets[1]}.isEvent());
        QCOMPARE(Packet{packets[1]}["input"].toMap(), QCborMap({{"id"_L1, 1}, {"lock"_L1, false}, {"rate"_L1, 0}}));
        QCOMPARE(Packet{packets[1]}.number("rev"), Packet{packets[0]}.number("rev") + 1);
    }

    void clippingIsToldAtMostOnceInAHundredMilliseconds()
    {
        TwoClients bench;
        const qint64 revision = bench.revision();
        std::vector<std::uint32_t> moments;
        for (int i = 0; i < 300; ++i) {
            ++bench.hardware.readings.clips;
            bench.amp().clipped();
            bench.advance(1);
            for (const Packet &event : bench.events()) {
                moments.push_back(bench.hardware.now);
                QCOMPARE(event.number("ev"), 3);
                QCOMPARE(event.number("clip"), bench.hardware.readings.clips);
                QCOMPARE(event.number("rev"), revision);
            }
        }
        QCOMPARE(moments.size(), 4u); // at once, and after 100, 200 and 300 ms
        for (std::size_t i = 1; i < moments.size(); ++i)
            QVERIFY(moments[i] - moments[i - 1] >= 99); // the first is seen one millisecond late
        bench.events();
        bench.advance(200);
        QCOMPARE(bench.amp().nextDue(), UINT32_MAX);
    }

    void theLastClipIsToldWhenThePauseIsOver()
    {
        TwoClients bench;
        bench.hardware.readings.clips = 1;
        bench.amp().clipped();
        bench.hardware.readings.clips = 5;
        bench.amp().clipped();
        QCOMPARE(bench.events().size(), 1u);
        bench.advance(100);
        const auto events = bench.events();
        QCOMPARE(events.size(), 1u);
        QCOMPARE(events[0].number("clip"), 5);
    }

    void aProtectionSilencesIsToldAndKeepsTheRelaysWhereTheyAre()
    {
        TwoClients bench;
        bench.hardware.readings.deciCelsius = 931;
        const qint64 revision = bench.revision();
        bench.setProtection(1);
        QCOMPARE(bench.events()[0].map(), QCborMap({{"ev"_L1, 4}, {"rev"_L1, revision + 1}, {"prot"_L1, 1}}));
        QCOMPARE(bench.read(2).number("prot"), 1);
        QVERIFY(bench.hardware.applied.back().path.silent);
        QCOMPARE(bench.set({{Volume, -5000}, {Gain, 1}}).refusal(), Refused(5, Gain));
        QCOMPARE(bench.set({{Volume, -5000}, {Gain, 0}}).setting(Volume), -5000);
        bench.amp().settingButtonPressed(Gain);
        QCOMPARE(bench.read(2).setting(Gain), 0);
        bench.advance(5000);
        QVERIFY(bench.hardware.applied.back().path.silent);

        bench.setProtection(0);
        bench.hardware.applied.clear();
        bench.advance(500);
        QVERIFY(!bench.hardware.applied.front().path.silent && bench.hardware.applied.front().path.volumeCentiDecibel < -9000);
        QCOMPARE(bench.hardware.applied.back().path.volumeCentiDecibel, -5000);
        QCOMPARE(bench.set({{Gain, 1}}).setting(Gain), 1);
    }

    void aSlotThatMovesARelayWaitsForTheProtection()
    {
        TwoClients bench;
        bench.set({{Gain, 2}});
        bench.write(5, {{"slot"_L1, 0}, {"do"_L1, 0}});
        bench.set({{Gain, 0}});
        bench.setProtection(2);
        const QByteArray before = bench.everything();
        QCOMPARE(bench.write(5, {{"slot"_L1, 0}, {"do"_L1, 1}}).refusal(), Refused(5, Gain));
        QCOMPARE(bench.everything(), before);
        bench.setProtection(0);
        bench.write(5, {{"slot"_L1, 0}, {"do"_L1, 1}});
        QCOMPARE(bench.read(2).setting(Gain), 2);
    }

    void faultsAreLoggedWithTimeCodeAndArgument()
    {
        TwoClients bench;
        bench.hardware.readings.deciCelsius = 931;
        bench.hardware.readings.supplyMillivolt[0] = 10400;
        bench.advance(12000 - bench.hardware.now);
        bench.setProtection(1);
        bench.advance(1000);
        bench.setProtection(7); // two more
        bench.setProtection(0);
        bench.amp().supplyFailing(200);
        const Packet log = bench.read(9, {{"from"_L1, 0}});
        QCOMPARE(log["faults"].toArray(),
                 QCborArray({QCborArray({0, 12, 1, 931}), QCborArray({1, 13, 2, 0}), QCborArray({2, 13, 3, 0}), QCborArray({3, 13, 4, 10400})}));
        QCOMPARE(log.number("next"), 4);
        QCOMPARE(bench.read(9, {{"from"_L1, 2}})["faults"].toArray().size(), 2);
        QCOMPARE(bench.read(9, {{"from"_L1, 4}}).map(), QCborMap({{"faults"_L1, QCborArray()}, {"next"_L1, 4}}));
        QVERIFY(bench.read(9, {{"from"_L1, qint64(1) << 40}})["faults"].toArray().isEmpty());
        QCOMPARE(bench.write(9, {{"clear"_L1, false}}).bytes.mid(8), QByteArray::fromHex("a0"));
        QCOMPARE(bench.read(9)["faults"].toArray().size(), 4);
        bench.write(9, {{"clear"_L1, true}});
        QVERIFY(bench.read(9)["faults"].toArray().isEmpty());
        bench.setProtection(2);
        QCOMPARE(bench.read(9)["faults"][0][0].toInteger(), 4);
    }

    void theOldestFaultsGiveWayAndALongLogComesInPieces()
    {
        firmware::ModelDefinition model = firmware::dongleModel();
        model.bufferSize = 256;
        TwoClients bench(model);
        bench.hardware.readings.deciCelsius = INT32_MAX;
        bench.advance(100000000);
        for (int i = 0; i < 50; ++i) {
            bench.setProtection(1);
            bench.setProtection(0);
        }
        qint64 from = 0, expected = 18;
        for (int read = 0; read < 10; ++read) {
            const Packet piece = bench.read(9, {{"from"_L1, from}});
            QVERIFY(read >= 3 || piece["faults"].toArray().size() < 20);
            for (const QCborValue fault : piece["faults"].toArray())
                QCOMPARE(fault[0].toInteger(), expected++);
            from = piece.number("next");
        }
        QCOMPARE(expected, 50);
    }

    void timeSincePowerOnDoesNotWrapWithTheClock()
    {
        TwoClients bench;
        for (int i = 0; i < 3; ++i) {
            bench.hardware.now += 2000000000;
            bench.amp().poll();
        }
        bench.setProtection(2);
        QCOMPARE(bench.read(9)["faults"][0][1].toInteger(), 6000000);
    }

    void aSupplyThatFailsIsToldAndSilencesUntilItIsBack()
    {
        TwoClients bench;
        const qint64 revision = bench.revision();
        bench.amp().supplyFailing(300);
        QCOMPARE(bench.events()[0].map(), QCborMap({{"ev"_L1, 6}, {"rev"_L1, revision}, {"ms"_L1, 300}}));
        QVERIFY(bench.hardware.applied.back().path.silent);
        bench.set({{Volume, -5000}});
        bench.advance(300);
        QVERIFY(bench.hardware.applied.back().path.silent);
        bench.advance(1000);
        QVERIFY(!bench.hardware.applied.back().path.silent);
    }

    void metersComeAtTheGrantedRateUntilTheLeaseEnds()
    {
        TwoClients bench;
        QCOMPARE(bench.write(6, {{"every"_L1, 200}, {"lease"_L1, 900}}).map(), QCborMap({{"every"_L1, 200}, {"lease"_L1, 900}}));
        bench.advance(10000);
        const auto events = bench.events();
        QCOMPARE(events.size(), 4u);
        QCOMPARE(events[0].map().keys(),
                 QCborMap({{"ev"_L1, 0}, {"rev"_L1, 0}, {"level"_L1, 0}, {"clip"_L1, 0}, {"temp"_L1, 0}, {"supply"_L1, 0}}).keys());
        QVERIFY2(bench.events(1).empty(), "the other client has not asked");
        QCOMPARE(bench.amp().nextDue(), UINT32_MAX);
    }

    void anyRequestOfTheClientRenewsItsLease()
    {
        TwoClients bench;
        bench.write(6, {{"every"_L1, 100}, {"lease"_L1, 300}});
        std::size_t events = 0;
        for (int i = 0; i < 10; ++i) {
            bench.advance(250);
            events += bench.events().size();
            bench.ask(0, 0, 6, {});
            bench.read(2, {}, 1);
        }
        QCOMPARE(events, 25u);
        bench.advance(250);
        bench.events();
        bench.read(2, {}, 1);
        bench.advance(1000);
        QVERIFY(bench.events().empty());
    }

    void metersAreGrantedWithinLimitsAndEnded()
    {
        TwoClients bench;
        QCOMPARE(bench.write(6, {{"every"_L1, 1}, {"lease"_L1, qint64(1) << 40}}).map(), QCborMap({{"every"_L1, 50}, {"lease"_L1, 10000}}));
        QCOMPARE(bench.write(6, {{"every"_L1, 0}, {"lease"_L1, 5000}}).number("every"), 0);
        bench.advance(3000);
        QVERIFY(bench.events().empty());
        bench.write(6, {{"every"_L1, 50}, {"lease"_L1, 0}});
        bench.advance(3000);
        QVERIFY(bench.events().empty());
        bench.write(6, {{"every"_L1, 50}, {"lease"_L1, 5000}});
        bench.amp().linkReset(0);
        bench.hello();
        bench.advance(3000);
        QVERIFY(bench.events().empty());
        QCOMPARE(bench.write(6, {{"every"_L1, 50}}).rc(), 3);
        QCOMPARE(bench.write(6, {{"every"_L1, qint64(1) << 50}, {"lease"_L1, 100}}).number("every"), qint64(INT32_MAX));
    }

    void identifyBlinksAndEnds()
    {
        TwoClients bench;
        bench.write(7, {{"ms"_L1, 1000}});
        bench.advance(2000);
        QCOMPARE(bench.hardware.lights, (std::vector<bool>{true, false, true, false, false}));
        bench.hardware.lights.clear();
        bench.write(7, {{"ms"_L1, qint64(1) << 40}});
        bench.advance(59900);
        QVERIFY(bench.amp().nextDue() <= 250);
        bench.advance(100);
        QCOMPARE(bench.hardware.lights.back(), false);
        QCOMPARE(bench.amp().nextDue(), UINT32_MAX);
        bench.write(7, {{"ms"_L1, 60000}});
        bench.write(7, {{"ms"_L1, 0}});
        QCOMPARE(bench.hardware.lights.back(), false);
        QCOMPARE(bench.amp().nextDue(), UINT32_MAX);
        QCOMPARE(bench.write(7, {}).rc(), 3);
    }
};

QTEST_GUILESS_MAIN(FirmwareEventsTest)
#include "firmware_events_test.moc"
