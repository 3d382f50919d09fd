// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/firmware_bench.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

using Refused = std::pair<qint64, qint64>;
constexpr int Volume = 4;

/// An amp that has settled, with two clients that get events.
struct TwoClients : FirmwareBench {
    TwoClients()
    {
        powerOnAndSettle();
        hello(0);
        hello(1);
        received(0);
        received(1);
    }
};

} // namespace

class FirmwareLockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLockKeepsEveryGuardedWriteOutThatHasNoKey()
    {
        TwoClients bench;
        bench.write(5, {{"slot"_L1, 0}, {"do"_L1, 0}});
        const QCborValue token = bench.read(10)["token"];
        const QCborValue key = bench.write(8, {{"ms"_L1, 5000}}, 1)["key"];
        QCOMPARE(key.toByteArray().size(), 8);
        const std::pair<int, QCborMap> writes[] = {
            {2, {{"values"_L1, QCborMap{{Volume, -5000}}}}},
            {3, {{"on"_L1, true}}},
            {4, {}},
            {5, {{"slot"_L1, 1}, {"do"_L1, 0}}},
            {5, {{"slot"_L1, 9}, {"do"_L1, 1}}},
            {9, {{"clear"_L1, true}}},
            {10, {{"token"_L1, token}}},
        };
        const QByteArray before = bench.everything();
        for (auto [command, map] : writes) {
            QCOMPARE(bench.write(command, map).refusal(), Refused(7, -1));
            map["key"_L1] = QByteArray(8, 'k');
            QCOMPARE(bench.write(command, map).refusal(), Refused(7, -1));
            map["rev"_L1] = 1;
            QCOMPARE(bench.write(command, map).refusal(), Refused(7, -1));
        }
        QCOMPARE(bench.everything(), before);
        for (auto [command, map] : writes) {
            map["key"_L1] = key;
            QVERIFY(bench.write(command, map).refusal().first != 7);
        }
        bench.amp().knobTurned(1);
        QCOMPARE(bench.read(2).setting(Volume), -3900); // factory reset, then the knob, which always works
        QCOMPARE(bench.write(6, {{"every"_L1, 50}, {"lease"_L1, 100}}).number("every"), 50);
        QCOMPARE(bench.write(7, {{"ms"_L1, 10}}).rc(), 0);
    }

    void theLockIsTakenExtendedReleasedAndTold()
    {
        TwoClients bench;
        QCOMPARE(bench.write(8, {{"ms"_L1, 0}}).rc(), 3);
        QCOMPARE(bench.write(8, {{"ms"_L1, 10}, {"key"_L1, QByteArray(8, 'k')}}).refusal(), Refused(8, -1));
        const Packet taken = bench.write(8, {{"ms"_L1, qint64(1) << 40}});
        QCOMPARE(taken.number("ms"), 600000);
        QVERIFY(bench.events(0).empty());
        QCOMPARE(bench.events(1)[0]["held"].toBool(), true);
        bench.advance(100);
        QCOMPARE(bench.read(8, {}, 1).map(), QCborMap({{"held"_L1, true}, {"ms"_L1, 599900}}));
        QCOMPARE(bench.write(8, {{"ms"_L1, 10}}, 1).refusal(), Refused(7, -1));
        QCOMPARE(bench.write(8, {{"ms"_L1, 10}, {"key"_L1, QByteArray(8, 'k')}}, 1).refusal(), Refused(8, -1));
        QCOMPARE(bench.write(8, {{"ms"_L1, 0}, {"key"_L1, QByteArray(7, 'k')}}, 1).refusal(), Refused(8, -1));
        const QCborValue key = taken["key"];
        QCOMPARE(bench.write(8, {{"ms"_L1, 2000}, {"key"_L1, key}}).map(), QCborMap({{"key"_L1, key}, {"ms"_L1, 2000}}));
        QVERIFY2(bench.events(1).empty(), "extending it is no news");
        QCOMPARE(bench.write(8, {{"ms"_L1, 0}, {"key"_L1, key}}).map(), QCborMap({{"key"_L1, key}, {"ms"_L1, 0}}));
        QCOMPARE(bench.events(1)[0]["held"].toBool(), false);
        QCOMPARE(bench.read(8).map(), QCborMap({{"held"_L1, false}, {"ms"_L1, 0}}));
        QVERIFY(bench.write(8, {{"ms"_L1, 10}}, 1)["key"].toByteArray() != key.toByteArray());
    }

    void theLockEndsByItselfAndAllHearOfIt()
    {
        TwoClients bench;
        bench.write(8, {{"ms"_L1, 3000}});
        bench.events(1);
        bench.advance(2999);
        QCOMPARE(bench.set({{Volume, -5000}}, 1).refusal(), Refused(7, -1));
        bench.advance(1);
        for (const auto link : {std::uint8_t{0}, std::uint8_t{1}})
            QCOMPARE(bench.events(link).back()["held"].toBool(true), false);
        QCOMPARE(bench.set({{Volume, -5000}}, 1).setting(Volume), -5000);
    }

    void aLockWhosePollCameLateIsOverAllTheSame()
    {
        TwoClients bench;
        bench.write(8, {{"ms"_L1, 3000}});
        bench.hardware.now += 3000;
        QCOMPARE(bench.set({{Volume, -5000}}, 1).setting(Volume), -5000);
    }
};

QTEST_GUILESS_MAIN(FirmwareLockTest)
#include "firmware_lock_test.moc"
