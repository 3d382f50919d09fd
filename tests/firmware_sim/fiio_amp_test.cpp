// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "firmware_sim/boards/simulated_device.h"

#include <QJsonArray>
#include <QTest>

using namespace gainstage;
using namespace gainstage::sim;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Bench {
    explicit Bench(std::string_view model) : device(makeForeignAmp(model, "TEST0001", 1)), wire(device.connect())
    {
        device.act({{u"do"_s, u"misbehave"_s}, {u"calm"_s, true}});
        const auto descriptor = device.face().reportDescriptor;
        id = descriptor[8];
        payload = descriptor[17];
    }
    /// A whole report, in the pace that every model keeps up with.
    void send(const char *frame, Duration after = 250ms)
    {
        device.advance(after);
        Bytes report{id};
        const Bytes bytes = fromHex(frame);
        report.insert(report.end(), bytes.begin(), bytes.end());
        report.resize(1 + payload);
        QVERIFY(wire->write(report));
    }
    Bytes next(Duration within = 100ms) { return wire->read(wire->clock().in(within)).value_or(Bytes{}); }
    /// The frame that answers, without what stands behind it.
    QByteArray answer(Duration within = 100ms) { return frameIn(next(within)); }
    static QByteArray frameIn(const Bytes &report)
    {
        if (report.size() < 9 || report.size() < 9U + report[6])
            return "nothing";
        return QByteArray::fromStdString(toHex(BytesView(report).subspan(1, 8U + report[6])));
    }
    QByteArray asked(const char *frame)
    {
        send(frame);
        return answer();
    }
    int truth(const QString &key) const { return device.truth()[key].toInt(-1); }
    QJsonObject equalizer() const { return device.truth()[u"equalizer"_s].toObject(); }

    SimulatedDevice device;
    std::unique_ptr<Transport> wire;
    std::uint8_t id = 0;
    std::size_t payload = 0;
};

const char *const activePreset = "bb 0b 00 00 16 00 00 ee";
const char *const bandCount = "bb 0b 00 00 18 00 00 ee";
const char *const globalGain = "bb 0b 00 00 17 00 00 ee";

} // namespace

/// The simulated amps against bytes that were recorded from real ones.
class FiioAmpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aKa15CountsRepeatsAndSumsUpAsRecorded()
    {
        Bench bench("fiio-ka15");
        QCOMPARE(bench.id, 7);
        QCOMPARE(bench.payload, 63U);
        bench.device.act({{u"do"_s, u"set"_s}, {u"key"_s, u"preset"_s}, {u"value"_s, 9}});
        QCOMPARE(bench.asked(activePreset), "bb 0b 00 3f 16 01 09 dc ee");
        bench.asked(activePreset);
        QCOMPARE(bench.asked(bandCount), "bb 0b 00 41 18 01 0a 77 ee");
        QVERIFY(bench.asked("aa 0a 00 00 15 08 02 ff e1 00 96 00 46 00 00 ee").startsWith("aa 0a 00 42 15 08 02 ff e1"));
        bench.asked(activePreset);
        bench.asked(activePreset);
        QCOMPARE(bench.asked("bb 0b 00 00 15 01 02 00 ee"), "bb 0b 00 45 15 08 02 ff e1 00 96 00 46 00 f6 ee");
    }

    void theEchoTellsWhatAKa15MadeOfTheQ()
    {
        Bench bench("fiio-ka15");
        bench.device.act({{u"do"_s, u"misbehave"_s}, {u"calm"_s, false}});
        bench.send("aa 0a 00 00 15 08 03 00 76 01 ae 01 7e 00 00 ee");
        QVERIFY(bench.answer().startsWith("aa 0a 00 3f 15 08 03 00 76 01 ae 01 7f"));
        bench.send("aa 0a 00 00 15 08 03 00 76 01 ae 00 46 00 00 ee");
        const QByteArray first = bench.answer();
        QVERIFY(first.startsWith("aa 0a 00 40 15 08 03 00 76 01 ae 00 46"));
        QCOMPARE(bench.answer(), first); // the second time twice
        QCOMPARE(bench.equalizer()[u"bands"_s][3][u"q"_s].toDouble(), 0.7);
    }

    void theOthersSayWhatWasRecorded()
    {
        Bench ja11("fiio-ja11");
        QCOMPARE(ja11.id, 2);
        QCOMPARE(ja11.payload, 20U);
        QCOMPARE(ja11.asked(activePreset), "bb 0b 00 00 16 01 03 45 ee");
        QCOMPARE(ja11.asked("aa 0a 00 00 17 02 00 5a 00 ee"), "nothing");
        QCOMPARE(ja11.asked(globalGain), "bb 0b 00 00 17 02 00 5a 54 ee");
        ja11.send("aa 0a 00 00 15 08 01 00 1e 00 78 00 64 01 00 ee");
        QCOMPARE(ja11.asked("bb 0b 00 00 15 01 01 00 ee"), "bb 0b 00 00 15 08 01 00 1e 00 78 00 64 01 4c ee");

        Bench ka17("fiio-ka17");
        QCOMPARE(ka17.id, 1);
        QCOMPARE(ka17.asked(activePreset), "bb 0b 00 00 16 01 04 00 ee");
        QCOMPARE(ka17.asked("aa 0a 00 00 17 02 ff fc 00 ee"), "nothing");
        QCOMPARE(ka17.asked(globalGain), "bb 0b 00 00 17 02 ff fc 00 ee");

        Bench oak("fiio-oak-nano");
        QCOMPARE(oak.payload, 61U);
        QCOMPARE(oak.asked(activePreset), "bb 0b 00 00 16 01 a0 ed ee");
        QCOMPARE(oak.asked("bb 0b 00 00 15 01 07 00 ee"), "bb 0b 00 00 15 08 07 00 00 3e 80 00 47 00 d5 ee");

        Bench qx13("fiio-qx13");
        qx13.send("aa 0a 00 00 15 08 04 ff a6 15 7c 01 68 00 00 ee");
        QCOMPARE(qx13.asked("bb 0b 00 00 15 01 04 00 ee"), "bb 0b 00 00 15 08 04 ff a6 15 7c 01 68 00 00 ee");
    }

    void theCounterOfAMelodyGoesRound()
    {
        Bench bench("fiio-melody");
        bench.send("aa 0a 00 00 17 02 ff d8 00 ee");
        for (int i = 0; i < 239; ++i)
            bench.asked(activePreset);
        QCOMPARE(bench.asked(globalGain), "bb 0b 00 2e 17 02 ff d8 88 ee");
    }

    void behindAnAnswerStandsWhatStoodThereBefore()
    {
        Bench bench("fiio-qx13");
        bench.send("bb 0b 00 00 15 01 09 00 ee");
        const Bytes band = bench.next();
        bench.send(activePreset);
        const Bytes preset = bench.next();
        QCOMPARE(preset.size(), 33U);
        QVERIFY(std::equal(preset.begin() + 10, preset.end(), band.begin() + 10));
        QVERIFY(std::any_of(preset.begin() + 17, preset.end(), [](std::uint8_t byte) { return byte != 0; }));
    }

    void answersComeTwiceAndLate()
    {
        Bench bench("fiio-qx13");
        bench.device.act({{u"do"_s, u"misbehave"_s}, {u"calm"_s, false}});
        int twice = 0, late = 0;
        for (int i = 0; i < 35; ++i) {
            bench.send(activePreset, 100ms);
            late += bench.next(10ms).empty() ? 1 : 0;
            bench.device.advance(80ms);
            twice += bench.next(0ms).empty() ? 0 : 1;
        }
        QVERIFY(twice >= 5);
        QVERIFY(late >= 4);
    }

    void whatComesTooSoonIsLost()
    {
        Bench quick("fiio-qx13"), slow("fiio-k13-r2r");
        for (Bench *bench : {&quick, &slow}) {
            bench->send(activePreset);
            QVERIFY(bench->answer() != "nothing");
            bench->send(activePreset, bench == &quick ? 50ms : 150ms);
            QCOMPARE(bench->answer(40ms), "nothing");
            QCOMPARE(bench->truth(u"lost"_s), 1);
        }
    }

    void reportsOfAnotherNumberOrLengthAreNotItsOwn()
    {
        Bench bench("fiio-ka17");
        Bytes report = fromHex("07 bb 0b 00 00 16 00 00 ee");
        report.resize(33);
        QVERIFY(bench.wire->write(report));
        QCOMPARE(bench.answer(), "nothing");
        QVERIFY(bench.wire->write(fromHex("01 bb 0b 00 00 16 00 00 ee")));
        QCOMPARE(bench.answer(), "nothing");
    }

    void storedIsWhatComesBackWithThePreset()
    {
        Bench bench("fiio-ka15");
        bench.send("aa 0a 00 00 15 08 00 00 2a 00 14 00 3c 00 00 ee");
        bench.answer();
        bench.send("aa 0a 00 00 19 01 07 00 ee");
        const Bytes junk = bench.next();
        QCOMPARE(toHex(BytesView(junk).first(6)), std::string("07 00 ee 00 66 00"));
        QCOMPARE(bench.truth(u"stores"_s), 1);
        bench.send("aa 0a 00 00 16 01 00 00 ee");
        bench.send("aa 0a 00 00 15 08 00 00 55 00 14 00 3c 00 00 ee"); // a factory preset does not take it
        bench.send("aa 0a 00 00 19 01 00 00 ee");
        QCOMPARE(bench.truth(u"stores"_s), 1);
        bench.send("aa 0a 00 00 16 01 07 00 ee");
        QCOMPARE(bench.equalizer()[u"bands"_s][0][u"gain"_s].toDouble(), 4.2);
    }

    void aJa11LeavesTheBusAndForgetsWhatWasNotStored()
    {
        Bench bench("fiio-ja11");
        bench.send("aa 0a 00 00 17 02 00 1e 00 ee");
        bench.send("aa 0a 00 00 19 01 03 00 ee");
        QVERIFY(bench.device.isPlugged());
        bench.device.advance(100ms);
        QVERIFY(!bench.device.isPlugged());
        bench.device.advance(1s);
        QVERIFY(bench.device.isPlugged());
        QCOMPARE(bench.equalizer()[u"preamp"_s].toDouble(), 3.0);
    }

    void aJa11TellsANegativeGainATenthTooHigh()
    {
        Bench bench("fiio-ja11");
        bench.send("aa 0a 00 00 17 02 00 e2 00 ee");
        QVERIFY(bench.asked(globalGain).startsWith("bb 0b 00 00 17 02 00 e3"));
        QCOMPARE(bench.equalizer()[u"preamp"_s].toDouble(), -3.0);
    }

    void theForbiddenCommandsReset()
    {
        for (const char *command : {"aa 0a 00 00 21 01 00 00 ee", "aa 0a 00 00 1b 00 00 ee", "aa 0a 00 00 1c 00 00 ee"}) {
            Bench bench("fiio-k13-r2r");
            bench.send("aa 0a 00 00 17 02 ff bf 00 ee");
            QCOMPARE(bench.equalizer()[u"preamp"_s].toDouble(), -6.5);
            bench.send(command);
            QCOMPARE(bench.equalizer()[u"preamp"_s].toDouble(), 0.0);
            QCOMPARE(bench.truth(u"resets"_s), 1);
        }
    }

    void namesAreThoseOfTheUser()
    {
        Bench bench("fiio-k13-r2r");
        bench.send("aa 0a 00 00 30 05 00 54 65 73 74 00 ee");
        QCOMPARE(bench.asked("bb 0b 00 00 30 01 00 00 ee"), "bb 0b 00 00 30 05 00 54 65 73 74 00 ee");
        QCOMPARE(bench.asked("bb 0b 00 00 30 01 0a 00 ee"), "nothing");
        Bench without("fiio-qx13");
        QCOMPARE(without.asked("bb 0b 00 00 30 01 00 00 ee"), "nothing");
    }

    void theLevelFollowsTheEqualizer()
    {
        Bench bench("fiio-k13-r2r");
        const auto level = [&] {
            bench.device.mark();
            return bench.device.levels().front().decibels;
        };
        const double flat = level();
        bench.send("aa 0a 00 00 15 08 00 00 3c 00 64 00 64 00 00 ee"); // a peak of 6 dB
        QVERIFY(std::abs(level() - flat - 6.0) < 0.05);
        bench.send("aa 0a 00 00 17 02 ff d8 00 ee");
        QVERIFY(std::abs(level() - flat - 2.0) < 0.05);
        bench.send("aa 0a 00 00 1a 01 00 00 ee");
        QVERIFY(std::abs(level() - flat) < 1e-9);
        bench.send("aa 0a 00 00 1a 01 01 00 ee");
        bench.send("aa 0a 00 00 16 01 f0 00 ee");
        QVERIFY(std::abs(level() - flat) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(FiioAmpTest)
#include "fiio_amp_test.moc"
