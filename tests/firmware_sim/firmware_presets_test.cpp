// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/firmware_bench.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

using Refused = std::pair<qint64, qint64>;
enum Id { Gain = 1, Output = 2, Volume = 4, Mute = 5 };
enum Do { Store = 0, Recall = 1, Rename = 2, Erase = 3 };

QCborMap action(int slot, int what)
{
    return {{"slot"_L1, slot}, {"do"_L1, what}};
}
QCborMap action(int slot, int what, const QString &name)
{
    return {{"slot"_L1, slot}, {"do"_L1, what}, {"name"_L1, name}};
}

/// Level at the output against the source, in centi-decibel; silence is far below everything.
int levelOf(const firmware::AudioPath &path)
{
    constexpr int outputAdds[] = {0, 602, 0};
    return path.silent ? INT_MIN : path.gainCentiDecibel + path.volumeCentiDecibel + outputAdds[path.output];
}

} // namespace

class FirmwarePresetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsStoredComesBackAfterPowerOff()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.set({{Gain, 2}, {Volume, -6000}});
        bench.write(3, {{"on"_L1, true}, {"pre"_L1, -300}});
        const QByteArray content = bench.kept();
        const qint64 revision = bench.read(2).number("rev");
        const Packet stored = bench.write(4, {});
        QCOMPARE(stored.number("rev"), revision + 1);
        QCOMPARE(stored.number("wear"), 1);
        QCOMPARE(bench.read(2)["dirty"].toBool(), false);
        QCOMPARE(bench.write(4, {}).number("rev"), revision + 1);
        bench.set({{Volume, -7000}});
        bench.powerOnAndSettle();
        QCOMPARE(bench.kept(), content);
        QCOMPARE(bench.read(5).number("wear"), 2);
    }

    void othersHearThatItIsStored()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.hello(0);
        bench.hello(1);
        bench.set({{Volume, -6000}});
        bench.received(1);
        const qint64 revision = bench.write(4, {}).number("rev");
        QVERIFY(bench.events(0).empty());
        const auto events = bench.events(1);
        QCOMPARE(events.size(), 1u);
        QCOMPARE(events[0].map(), QCborMap({{"ev"_L1, 9}, {"rev"_L1, revision}, {"dirty"_L1, false}}));
    }

    void aSlotIsStoredReadRenamedAndErased()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.set({{Gain, 1}, {Volume, -5000}, {Mute, 1}});
        const qint64 revision = bench.read(2).number("rev");
        QCOMPARE(bench.write(5, action(7, Store, QStringLiteral("Büro"))).map(), QCborMap({{"rev"_L1, revision}, {"wear"_L1, 1}}));
        bench.powerOnAndSettle();
        const Packet slot = bench.read(5, {{"slot"_L1, 7}});
        QCOMPARE(slot["name"].toString(), QStringLiteral("Büro"));
        QCOMPARE(slot.setting(Volume), -5000);
        QVERIFY2(!slot["values"].toMap().contains(Mute), "mute is not one of the settings that go into flash");
        QCOMPARE(slot["eq"]["bands"_L1].toArray().size(), 10);

        bench.write(5, action(7, Store));
        QCOMPARE(bench.read(5)["slots"][7].toMap(), QCborMap({{"slot"_L1, 7}, {"name"_L1, QStringLiteral("Büro")}, {"used"_L1, true}}));
        bench.write(5, action(7, Rename, QStringLiteral("Sofa")));
        QCOMPARE(bench.read(5)["slots"][7]["name"_L1].toString(), QStringLiteral("Sofa"));
        QCOMPARE(bench.write(5, action(7, Erase)).number("wear"), 4);
        QCOMPARE(bench.read(5)["slots"][7].toMap(), QCborMap({{"slot"_L1, 7}, {"name"_L1, QString()}, {"used"_L1, false}}));
        QCOMPARE(bench.write(5, action(7, Erase)).number("wear"), 4);
    }

    void slotsThatCannotBeUsedSoAreRefused()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.write(5, action(0, Store, QStringLiteral("full")));
        const QByteArray before = bench.everything();
        QCOMPARE(bench.read(5, {{"slot"_L1, 8}}).refusal(), Refused(9, 8));
        for (const Do what : {Store, Recall, Erase})
            QCOMPARE(bench.write(5, action(8, what)).refusal(), Refused(9, 8));
        QCOMPARE(bench.write(5, action(8, Rename, QStringLiteral("x"))).refusal(), Refused(9, 8));
        QCOMPARE(bench.read(5, {{"slot"_L1, 1}}).refusal(), Refused(10, 1));
        QCOMPARE(bench.write(5, action(1, Recall)).refusal(), Refused(10, 1));
        QCOMPARE(bench.write(5, action(1, Rename, QStringLiteral("x"))).refusal(), Refused(10, 1));
        QCOMPARE(bench.write(5, action(0, Rename, QString(25, QLatin1Char('x')))).refusal(), Refused(11, 0));
        QCOMPARE(bench.write(5, action(2, Store, QString(25, QLatin1Char('x')))).refusal(), Refused(11, 2));
        QCOMPARE(bench.write(5, action(0, 4)).rc(), 3);
        QCOMPARE(bench.write(5, action(0, Rename)).rc(), 3);
        QCOMPARE(bench.everything(), before);
        QCOMPARE(bench.write(5, action(0, Rename, QString(24, QLatin1Char('x')))).number("wear"), 2);
    }

    void aNameThatIsNoUtf8IsRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("lone follower") << QByteArray("\x80");
        QTest::newRow("cut") << QByteArray("\xc3");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf");
        QTest::newRow("overlong of three") << QByteArray("\xe0\x80\xaf");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("beyond the last") << QByteArray("\xf4\x90\x80\x80");
        QTest::newRow("never a first byte") << QByteArray("\xff");
    }
    void aNameThatIsNoUtf8IsRefused()
    {
        QFETCH(QByteArray, name);
        FirmwareBench bench;
        bench.powerOnAndSettle();
        QByteArray payload = QByteArray::fromHex("a3 64736c6f74 00 62646f 00 646e616d65");
        payload.append(static_cast<char>(0x60 + name.size())).append(name);
        bench.send(FirmwareBench::packetOf(2, 64, 5, payload));
        const auto packets = bench.received();
        QCOMPARE(packets.size(), 1u);
        QCOMPARE(packets[0].refusal(), Refused(11, 0));
        QCOMPARE(bench.read(5)["slots"][0]["used"_L1].toBool(), false);
    }

    void aRecallThatGetsLouderSwitchesInSilenceAndClimbsStepByStep()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.set({{Gain, 2}, {Output, 1}, {Volume, -2000}});
        bench.write(5, action(0, Store));
        bench.set({{Gain, 0}, {Output, 0}, {Volume, -4000}});
        bench.hello(0);
        bench.hello(1);
        bench.received(1);
        const int end = 1600 - 2000 + 602;
        bench.hardware.applied.clear();
        const qint64 revision = bench.write(5, action(0, Recall)).number("rev");
        QCOMPARE(bench.read(2).setting(Gain), 2);
        QCOMPARE(bench.read(2).setting(Volume), -4000);
        QCOMPARE(bench.hardware.applied.size(), 2u);
        QVERIFY2(bench.hardware.applied[0].path.silent && bench.hardware.applied[0].path.gainCentiDecibel == 0, "silent before the relays move");
        QVERIFY2(bench.hardware.applied[1].path.silent && bench.hardware.applied[1].path.gainCentiDecibel == 1600, "silent while they move");
        bench.advance(1000);
        const auto events = bench.events(0);
        QCOMPARE(bench.read(2).setting(Volume), -2000);
        QCOMPARE(events.size(), 7u);
        qint64 volume = -4000, expected = revision;
        for (const Packet &event : events) {
            volume = std::min<qint64>(volume + 300, -2000);
            QCOMPARE(event.map(), QCborMap({{"ev"_L1, 1}, {"rev"_L1, ++expected}, {"values"_L1, QCborMap{{Volume, volume}}}, {"src"_L1, 4}}));
        }
        for (const AppliedPath &at : bench.hardware.applied)
            QVERIFY(levelOf(at.path) <= end);
        QCOMPARE(levelOf(bench.hardware.applied.back().path), end);
        const auto others = bench.events(1);
        QCOMPARE(others.size(), 8u);
        QCOMPARE(others[0].map(), QCborMap({{"ev"_L1, 10}, {"rev"_L1, revision}, {"src"_L1, 4}}));
    }

    void aRecallThatGetsQuieterIsQuietAtTheAnswer()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.set({{Volume, -6000}});
        bench.write(5, action(0, Store));
        bench.set({{Volume, -3000}});
        bench.write(5, action(0, Recall));
        QCOMPARE(bench.read(2).setting(Volume), -6000);
        const qint64 revision = bench.read(2).number("rev");
        bench.advance(1000);
        QCOMPARE(bench.read(2).number("rev"), revision);
    }

    void aHandOnTheVolumeEndsTheClimb_data()
    {
        QTest::addColumn<bool>("byKnob");
        QTest::newRow("knob") << true;
        QTest::newRow("client") << false;
    }
    void aHandOnTheVolumeEndsTheClimb()
    {
        QFETCH(bool, byKnob);
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.set({{Volume, -1000}});
        bench.write(5, action(0, Store));
        bench.set({{Volume, -8000}});
        bench.write(5, action(0, Recall));
        bench.advance(50);
        if (byKnob)
            bench.amp().knobTurned(-1);
        else
            bench.set({{Volume, -7500}});
        const qint64 volume = bench.read(2).setting(Volume);
        QVERIFY(volume <= -7000);
        bench.advance(2000);
        QCOMPARE(bench.read(2).setting(Volume), volume);
    }

    void anotherRecallEndsTheClimbOfTheFirst()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.write(5, action(1, Store, QStringLiteral("-40 dB")));
        bench.set({{Volume, -1000}});
        bench.write(5, action(0, Store, QStringLiteral("-10 dB")));
        bench.set({{Volume, -5000}});
        bench.write(5, action(0, Recall));
        bench.advance(150);
        QVERIFY(bench.read(2).setting(Volume) > -4000);
        bench.write(5, action(1, Recall));
        bench.advance(2000);
        QCOMPARE(bench.read(2).setting(Volume), -4000);
    }

    void aRecallOfWhatHoldsIsNoChange()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.hello(1);
        bench.write(5, action(0, Store));
        bench.received(1);
        const qint64 revision = bench.read(2).number("rev");
        QCOMPARE(bench.write(5, action(0, Recall)).number("rev"), revision);
        bench.advance(1000);
        QVERIFY(bench.events(1).empty());
    }

    void factoryResetMakesAllAsNewAndKeepsTheWear()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const QByteArray asNew = bench.kept();
        bench.set({{Gain, 2}, {Volume, -1000}});
        bench.write(3, {{"on"_L1, true}});
        bench.write(4, {});
        bench.write(5, action(3, Store, QStringLiteral("mine")));
        bench.hello(1);
        bench.received(1);
        const qint64 revision = bench.read(2).number("rev");
        const QCborValue token = bench.read(10)["token"];
        QCOMPARE(token.toByteArray().size(), 8);
        bench.hardware.applied.clear();
        QCOMPARE(bench.write(10, {{"token"_L1, token}}).map(), QCborMap({{"rev"_L1, revision + 1}}));
        QVERIFY(bench.hardware.applied[0].path.silent);
        QVERIFY(bench.hardware.applied[1].path.silent);
        QCOMPARE(bench.kept(), asNew);
        QCOMPARE(bench.read(2)["dirty"].toBool(), false);
        const auto events = bench.events(1);
        QCOMPARE(events.size(), 1u);
        QCOMPARE(events[0].map(), QCborMap({{"ev"_L1, 10}, {"rev"_L1, revision + 1}, {"src"_L1, 0}}));
        bench.powerOnAndSettle();
        QCOMPARE(bench.kept(), asNew);
        QCOMPARE(bench.read(5).number("wear"), 3);
    }

    void aTokenIsGoodOnceForThirtySecondsAndUntilTheNext()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const auto reset = [&](const QCborValue &token) { return bench.write(10, {{"token"_L1, token}}).refusal().first; };
        QCOMPARE(reset(QByteArray(8, '\0')), 13);
        const QCborValue replaced = bench.read(10)["token"];
        const QCborValue used = bench.read(10)["token"];
        QCOMPARE(reset(replaced), 13);
        QCOMPARE(reset(used.toByteArray().left(7)), 13);
        QCOMPARE(reset(used), 0);
        QCOMPARE(reset(used), 13);
        const QCborValue late = bench.read(10)["token"];
        bench.advance(29999);
        QCOMPARE(reset(QByteArray(8, 'x')), 13);
        bench.advance(1);
        QCOMPARE(reset(late), 13);
        const QCborValue inTime = bench.read(10)["token"];
        bench.advance(29999);
        QCOMPARE(reset(inTime), 0);
        QCOMPARE(bench.read(5).number("wear"), 2);
    }
};

QTEST_GUILESS_MAIN(FirmwarePresetsTest)
#include "firmware_presets_test.moc"
