// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/faults/faulty_lane.h"

#include <QTest>

#include <numeric>

using namespace gainstage::sim;

namespace {

using Data = std::vector<std::uint8_t>;

Data counting(std::size_t size)
{
    Data data(size);
    std::iota(data.begin(), data.end(), std::uint8_t{0});
    return data;
}

Data takeAll(FaultyLane &lane, std::int64_t now)
{
    Data all;
    for (Data piece = lane.take(now); !piece.empty(); piece = lane.take(now))
        all.insert(all.end(), piece.begin(), piece.end());
    return all;
}

FaultyLane laneWith(const char *specification, FaultyLane::Grain grain = FaultyLane::Grain::Byte)
{
    FaultyLane lane(grain, 1, 0);
    lane.set(parseFaults(specification).value());
    return lane;
}

Data through(const char *specification, const Data &data)
{
    FaultyLane lane = laneWith(specification);
    lane.push(data, 0);
    return takeAll(lane, 0);
}

} // namespace

class FaultsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyWordIsUnderstood()
    {
        const auto faults = parseFaults("drop=0.2,flip=0.01,repeat=0.03,delay=0.05:20ms,cut=4096,seed=7");
        QVERIFY(faults);
        QCOMPARE(*faults, (Faults{0.2, 0.01, 0.03, 0.05, 20000, 4096, 7}));
        QVERIFY(!parseFaults("")->any());
        QCOMPARE(parseFaults("delay=1:1.5s")->delayMicroseconds, 1500000);
        QCOMPARE(parseFaults("delay=1:30us")->delayMicroseconds, 30);
    }

    void aBadWordIsNamed_data()
    {
        QTest::addColumn<QByteArray>("specification");
        QTest::addColumn<QByteArray>("word");
        for (const char *word : {"drop", "drop=", "drop=2", "drop=-0.1", "drop=nan", "drop=0.1x", "lose=0.1", "delay=0.1", "delay=0.1:",
                                 "delay=0.1:20", "delay=0.1:20h", "delay=0.1:99s", "cut=-1", "cut=many", "seed=4294967296", "=1", " flip=0.1"})
            QTest::newRow(word) << QByteArray("flip=0.1,") + word + ",seed=1" << QByteArray(word);
        QTest::newRow("comma at the end") << QByteArray("flip=0.1,") << QByteArray("");
        QTest::newRow("two commas") << QByteArray("flip=0.1,,seed=1") << QByteArray("");
    }
    void aBadWordIsNamed()
    {
        QFETCH(const QByteArray, specification);
        QFETCH(const QByteArray, word);
        const auto faults = parseFaults(specification.toStdString());
        QVERIFY(!faults);
        QVERIFY2(faults.error().find("“" + word.toStdString() + "”") != std::string::npos, faults.error().c_str());
    }

    void withoutFaultsEverythingComesThroughAtOnce() { QCOMPARE(through("", counting(1000)), counting(1000)); }

    void theSameSeedGivesTheSameFaults()
    {
        const char *const specification = "drop=0.1,flip=0.1,repeat=0.1,seed=7";
        QCOMPARE(through(specification, counting(5000)), through(specification, counting(5000)));
        QVERIFY(through(specification, counting(5000)) != through("drop=0.1,flip=0.1,repeat=0.1,seed=8", counting(5000)));
    }

    void theTwoDirectionsDiffer()
    {
        FaultyLane there(FaultyLane::Grain::Byte, 1, 0), back(FaultyLane::Grain::Byte, 1, 1);
        for (FaultyLane *lane : {&there, &back}) {
            lane->set(*parseFaults("drop=0.5"));
            lane->push(counting(200), 0);
        }
        QVERIFY(takeAll(there, 0) != takeAll(back, 0));
    }

    void aFifthOfTheBytesIsDropped()
    {
        const std::size_t left = through("drop=0.2", Data(10000)).size();
        QVERIFY2(left > 7800 && left < 8200, qPrintable(QString::number(left)));
        QVERIFY(through("drop=1", counting(100)).empty());
    }

    void aFlipChangesOneBitAndARepeatDoubles()
    {
        const Data flipped = through("flip=1", Data(100));
        QCOMPARE(flipped.size(), 100u);
        for (const std::uint8_t byte : flipped)
            QCOMPARE(std::popcount(byte), 1);
        QCOMPARE(through("repeat=1", {1, 2}), (Data{1, 1, 2, 2}));
    }

    void whatIsDelayedHoldsUpWhatFollows()
    {
        FaultyLane lane = laneWith("delay=0.05:20ms,seed=3");
        lane.push(counting(200), 0);
        const Data early = takeAll(lane, 0);
        QVERIFY(!early.empty() && early.size() < 200);
        QCOMPARE(lane.nextDue(), 20000);
        QVERIFY(takeAll(lane, 19999).empty());
        const Data late = takeAll(lane, 20000);
        Data all = early;
        all.insert(all.end(), late.begin(), late.end());
        QCOMPARE(all, counting(200));
        QVERIFY(!lane.nextDue());
    }

    void afterTheCutNothingPasses()
    {
        FaultyLane lane = laneWith("cut=10");
        lane.push(counting(8), 0);
        lane.push(counting(8), 0);
        QCOMPARE(takeAll(lane, 0).size(), 10u);
        lane.set({});
        lane.push(counting(3), 0);
        QCOMPARE(takeAll(lane, 0), counting(3));
    }

    void aReportIsHitAsAWhole()
    {
        FaultyLane lane = laneWith("drop=0.5,repeat=0.2,flip=0.2,seed=5", FaultyLane::Grain::Report);
        int whole = 0;
        for (int i = 0; i < 200; ++i)
            lane.push(Data(64), 0);
        for (Data report = lane.take(0); !report.empty(); report = lane.take(0), ++whole) {
            QCOMPARE(report.size(), 64u);
            const int bits = std::accumulate(report.begin(), report.end(), 0, [](int sum, std::uint8_t byte) { return sum + std::popcount(byte); });
            QVERIFY(bits <= 1);
        }
        QVERIFY2(whole > 80 && whole < 160, qPrintable(QString::number(whole)));
    }

    void memoryIsBounded()
    {
        FaultyLane lane = laneWith("delay=1:10s");
        for (int i = 0; i < 30; ++i)
            lane.push(Data(100000), 0);
        QVERIFY(takeAll(lane, 10'000'000).size() <= FaultyLane::kMostWaiting);
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
