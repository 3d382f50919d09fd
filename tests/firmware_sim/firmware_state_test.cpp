// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/firmware_bench.h"
#include "tests/support/two_band_model.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

using Refused = std::pair<qint64, qint64>;
enum Id { Gain = 1, Volume = 4, Mute = 5, Balance = 6, Brightness = 10, PowerOnVolume = 13 };

QCborArray band(int index, int type, qint64 hertz, qint64 centiDecibel, qint64 milliQ, int on)
{
    return {index, type, hertz, centiDecibel, milliQ, on};
}

/// A model with a setting that can only be read.
const firmware::ModelDefinition &modelWithTemperature()
{
    using namespace firmware;
    static constexpr SettingDefinition settings[] = {
        {.id = 7,
         .role = RoleFirstOfMaker,
         .name = "Hours",
         .key = "hours",
         .kind = Kind::Range,
         .flags = ReadOnly,
         .initial = 3,
         .min = 0,
         .max = 100},
        {.id = 8, .role = RoleMute, .name = "Mute", .key = "mute", .kind = Kind::Switch, .flags = Audible, .initial = 0},
    };
    static const ModelDefinition model = [] {
        ModelDefinition made = twoBandModel();
        made.settings = settings;
        made.equalizer = nullptr;
        made.presets = {};
        made.meters = {};
        made.inputs = {};
        made.features = {};
        return made;
    }();
    return model;
}

} // namespace

class FirmwareStateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void severalValuesAreSetAtOnceAndRaiseTheRevisionByOne()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const qint64 revision = bench.read(2).number("rev");
        bench.hardware.applied.clear();
        const Packet answer = bench.set({{Gain, 1}, {Volume, -5200}, {Balance, 150}});
        QCOMPARE(answer.number("rev"), revision + 1);
        QCOMPARE(answer.setting(Gain), 1);
        QCOMPARE(answer.setting(Volume), -5200);
        QCOMPARE(answer.setting(Balance), 150);
        QCOMPARE(answer["dirty"].toBool(), true);
        QCOMPARE(bench.read(2).map(), answer.map());
        QCOMPARE(bench.hardware.applied.size(), 1u);
        const firmware::AudioPath path = bench.hardware.applied[0].path;
        QCOMPARE(path.gainCentiDecibel, 800);
        QCOMPARE(path.volumeCentiDecibel, -5200);
        QCOMPARE(path.balanceCentiDecibel, 150);
        QVERIFY(!path.silent);
    }

    void oneBadValueAndNothingIsSet_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<qint64>("code");
        QTest::newRow("no such setting") << 99 << qint64(0) << qint64(2);
        QTest::newRow("no such choice") << int(Gain) << qint64(3) << qint64(3);
        QTest::newRow("negative choice") << int(Gain) << qint64(-1) << qint64(3);
        QTest::newRow("off the step") << int(Volume) << qint64(-4025) << qint64(3);
        QTest::newRow("above") << int(Volume) << qint64(50) << qint64(3);
        QTest::newRow("below") << int(Volume) << qint64(-9950) << qint64(3);
        QTest::newRow("beyond 32 bits") << int(Volume) << (qint64(1) << 32) << qint64(3);
        QTest::newRow("switch") << int(Mute) << qint64(2) << qint64(3);
    }
    void oneBadValueAndNothingIsSet()
    {
        QFETCH(int, id);
        QFETCH(qint64, value);
        QFETCH(qint64, code);
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const QByteArray before = bench.everything();
        bench.hardware.applied.clear();
        QCOMPARE(bench.set({{Brightness, 30}, {id, value}}).refusal(), Refused(code, id));
        QCOMPARE(bench.everything(), before);
        QVERIFY(bench.hardware.applied.empty());
    }

    void theFirstBadValueOfTheRequestIsNamed()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        QCOMPARE(bench.set({{Volume, 1}, {Gain, 9}}).refusal(), Refused(3, Volume));
        QCOMPARE(bench.set({{Gain, 9}, {Volume, 1}}).refusal(), Refused(3, Gain));
    }

    void aReadOnlySettingIsRefused()
    {
        FirmwareBench bench(modelWithTemperature());
        bench.powerOnAndSettle();
        QCOMPARE(bench.set({{8, 1}, {7, 3}}).refusal(), Refused(4, 7));
        QCOMPARE(bench.read(2).setting(8), 0);
    }

    void whatAModelHasNotIsAbsentAndNotSupported()
    {
        FirmwareBench bench(modelWithTemperature());
        bench.powerOnAndSettle();
        QVERIFY(!bench.read(2).map().contains("input"_L1));
        const std::pair<int, int> commands[] = {{0, 3}, {2, 3}, {2, 4}, {0, 5}, {2, 5}, {0, 6},  {2, 6},
                                                {2, 7}, {0, 8}, {2, 8}, {0, 9}, {2, 9}, {0, 10}, {2, 10}};
        for (const auto &[operation, command] : commands)
            QCOMPARE(bench.ask(operation, 64, command, {}).rc(), 8);
        FirmwareBench dongle(firmware::dongleModel());
        dongle.powerOnAndSettle();
        QCOMPARE(dongle.read(6).rc(), 8);
        dongle.amp().muteButtonPressed();
        QCOMPARE(dongle.read(2).map().size(), 6);
    }

    void ofTwoValuesForOneSettingTheLastCounts()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        // {"values": {4: 1 (off the step), 1: 1, 4: -5000}}
        bench.send(FirmwareBench::packetOf(2, 64, 2, QByteArray::fromHex("a1 66 76616c756573 a3 04 01 01 01 04 39 1387")));
        const auto packets = bench.received();
        QCOMPARE(packets.size(), 1u);
        QCOMPARE(packets[0].setting(Volume), -5000);
        QCOMPARE(packets[0].setting(Gain), 1);
    }

    void aWriteThatChangesNothingSucceedsQuietly()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.hello(1);
        bench.received(1);
        const qint64 revision = bench.read(2).number("rev");
        QCOMPARE(bench.set({}).number("rev"), revision);
        QCOMPARE(bench.set({{Volume, -4000}}).number("rev"), revision);
        QCOMPARE(bench.write(3, {{"pre"_L1, 0}}).number("rev"), revision);
        QVERIFY(bench.events(1).empty());
    }

    void aNamedRevisionMustBeTheOneThatHolds()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const qint64 revision = bench.read(2).number("rev");
        const QCborMap values{{Volume, -5000}};
        QCOMPARE(bench.write(2, {{"values"_L1, values}, {"rev"_L1, revision + 1}}).refusal(), Refused(6, -1));
        QCOMPARE(bench.write(2, {{"values"_L1, QCborMap{{99, 0}}}, {"rev"_L1, revision + 1}}).refusal(), Refused(6, -1));
        QCOMPARE(bench.write(3, {{"on"_L1, true}, {"rev"_L1, revision + 1}}).refusal(), Refused(6, -1));
        QCOMPARE(bench.write(2, {{"values"_L1, values}, {"rev"_L1, revision + (qint64(1) << 32)}}).refusal(), Refused(6, -1));
        QCOMPARE(bench.write(2, {{"values"_L1, values}, {"rev"_L1, revision}}).number("rev"), revision + 1);
        QCOMPARE(bench.write(3, {{"on"_L1, true}, {"rev"_L1, revision + 1}}).number("rev"), revision + 2);
    }

    void theRevisionGoesFromTheHighestToOneAndNeverBeginsAtZero()
    {
        FirmwareBench bench;
        bench.hardware.randomBytes = {0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0};
        bench.powerOnAndSettle();
        QCOMPARE(bench.read(2).number("rev"), qint64(UINT32_MAX));
        QCOMPARE(bench.set({{Volume, -5000}}).number("rev"), 1);
        bench.powerOnAndSettle();
        QCOMPARE(bench.read(2).number("rev"), 1);
    }

    void othersHearOfAChangeAndItsAuthorDoesNot()
    {
        FirmwareBench bench(firmware::desktopModel(), {firmware::Framing::Console, firmware::Framing::Hid, firmware::Framing::Console});
        bench.powerOnAndSettle();
        bench.hello(0);
        bench.hello(1);
        const qint64 revision = bench.set({{Gain, 2}, {Volume, -6000}}).number("rev");
        QVERIFY(bench.events(0).empty());
        const auto events = bench.events(1);
        QCOMPARE(events.size(), 1u);
        QCOMPARE(events[0].map(), QCborMap({{"ev"_L1, 1}, {"rev"_L1, revision}, {"values"_L1, QCborMap{{Gain, 2}, {Volume, -6000}}}, {"src"_L1, 0}}));
        QCOMPARE(events[0].operation(), 1);
        QCOMPARE(events[0].sequence(), 0);
        QVERIFY2(bench.received(2).empty(), "a client that has not read hello gets no events");
    }

    void aLinkThatWasResetGetsEventsAgainOnlyAfterHello()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.hello(0);
        bench.received(0);
        bench.amp().linkReset(0);
        bench.amp().knobTurned(1);
        QVERIFY(bench.received(0).empty());
        bench.hello(0);
        bench.received(0);
        bench.amp().knobTurned(1);
        QCOMPARE(bench.events(0).size(), 1u);
    }

    void knobAndButtonsChangeValuesForAll()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.hello(0);
        bench.received();
        bench.amp().knobTurned(-2);
        bench.amp().muteButtonPressed();
        bench.amp().settingButtonPressed(Gain);
        bench.amp().settingButtonPressed(9);
        bench.amp().settingButtonPressed(99);
        bench.amp().settingButtonPressed(Volume);
        const auto events = bench.events();
        QCOMPARE(events.size(), 4u);
        QCOMPARE(events[0].setting(Volume), -4200);
        QCOMPARE(events[1].setting(Mute), 1);
        QCOMPARE(events[2].setting(Gain), 1);
        QCOMPARE(events[3].setting(9), 1);
        for (const Packet &event : events)
            QCOMPARE(event.number("src"), 1);
        QVERIFY(bench.hardware.applied.back().path.silent);
        bench.amp().settingButtonPressed(Gain);
        bench.amp().settingButtonPressed(Gain);
        QCOMPARE(bench.read(2).setting(Gain), 0);
    }

    void theKnobStopsAtBothEndsWithoutAnEvent()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.hello(0);
        bench.amp().knobTurned(INT_MAX);
        bench.amp().knobTurned(1);
        QCOMPARE(bench.read(2).setting(Volume), 0);
        bench.hello(0);
        bench.received();
        bench.amp().knobTurned(INT_MIN);
        bench.amp().knobTurned(-1);
        const auto events = bench.events();
        QCOMPARE(events.size(), 1u);
        QCOMPARE(events[0].setting(Volume), -9900);
        QVERIFY2(bench.hardware.applied.back().path.silent, "the lowest volume is silence");
    }

    void brightnessReachesTheLightWhenItChanges()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        QCOMPARE(bench.hardware.brightnesses, (std::vector<std::uint8_t>{60}));
        bench.set({{Volume, -5000}});
        bench.set({{Brightness, 25}});
        QCOMPARE(bench.hardware.brightnesses, (std::vector<std::uint8_t>{60, 25}));
    }

    void theAmpStartsSilentAndComesUpFromFarBelow()
    {
        FirmwareBench bench;
        bench.powerOn();
        QVERIFY(!bench.hardware.applied.empty());
        QVERIFY(bench.hardware.applied.front().path.silent);
        bench.advance(500);
        const auto &applied = bench.hardware.applied;
        const auto loud = std::find_if(applied.begin(), applied.end(), [](const AppliedPath &at) { return !at.path.silent; });
        QVERIFY(loud != applied.end());
        QVERIFY(loud->path.volumeCentiDecibel <= -9000);
        QVERIFY(
            std::is_sorted(loud, applied.end(), [](const auto &a, const auto &b) { return a.path.volumeCentiDecibel < b.path.volumeCentiDecibel; }));
        QCOMPARE(applied.back().path.volumeCentiDecibel, -4000);
        QCOMPARE(bench.amp().nextDue(), UINT32_MAX);
    }

    void theAmpStartsNoLouderThanItsPowerOnVolume()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.set({{Volume, -2000}, {PowerOnVolume, -5000}, {Gain, 1}});
        bench.write(4, {});
        bench.hardware.applied.clear();
        bench.powerOnAndSettle();
        QCOMPARE(bench.read(2).setting(Volume), -5000);
        QCOMPARE(bench.read(2).setting(Gain), 1);
        QCOMPARE(bench.read(2)["dirty"].toBool(), true);
        for (const AppliedPath &at : bench.hardware.applied)
            QVERIFY(at.path.volumeCentiDecibel <= -5000);
        bench.set({{Volume, -6000}});
        bench.write(4, {});
        bench.powerOnAndSettle();
        QCOMPARE(bench.read(2).setting(Volume), -6000);
        QCOMPARE(bench.read(2)["dirty"].toBool(), false);
    }

    void muteIsNotStored()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        QCOMPARE(bench.set({{Mute, 1}})["dirty"].toBool(), false);
        bench.write(4, {});
        bench.powerOnAndSettle();
        QCOMPARE(bench.read(2).setting(Mute), 0);
    }

    void everyAnswerFitsItsBufferAtItsLargest()
    {
        for (const firmware::ModelDefinition *model : {&firmware::desktopModel(), &firmware::dongleModel()}) {
            FirmwareBench bench(*model);
            bench.powerOnAndSettle();
            const QString name(model->presets.nameLength, QLatin1Char('n'));
            for (int slot = 0; slot < model->presets.slots; ++slot)
                QVERIFY(bench.write(5, {{"slot"_L1, slot}, {"do"_L1, 0}, {"name"_L1, name}}).number("wear") > 0);
            QCborArray bands;
            for (int i = 0; i < static_cast<int>(model->equalizer->initial.size()); ++i)
                bands.append(band(i, 1, 19999, -1190, 9999, 1));
            QCOMPARE(bench.write(3, {{"on"_L1, true}, {"pre"_L1, -2390}, {"bands"_L1, bands}})["bands"].toArray().size(), bands.size());
            QCborMap values = bench.read(2)["values"].toMap();
            QCOMPARE(bench.set(values)["values"].toMap().size(), static_cast<qsizetype>(model->settings.size()));
            QCOMPARE(bench.read(5)["slots"].toArray().size(), model->presets.slots);
            QVERIFY(bench.read(5, {{"slot"_L1, 0}}).map().contains("eq"_L1));
        }
    }
};

QTEST_GUILESS_MAIN(FirmwareStateTest)
#include "firmware_state_test.moc"
