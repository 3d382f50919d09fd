// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/firmware_bench.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

using Refused = std::pair<qint64, qint64>;

QCborArray band(int index, int type, qint64 hertz, qint64 centiDecibel, qint64 milliQ, int on)
{
    return {index, type, hertz, centiDecibel, milliQ, on};
}

} // namespace

class FirmwareEqualizerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bandsSwitchAndPreampAreSetAtOnce()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.hello(1);
        bench.received(1);
        const qint64 revision = bench.read(3).number("rev");
        bench.hardware.applied.clear();
        const QCborArray bands{band(9, 2, 9000, -250, 700, 1), band(0, 1, 90, 600, 500, 1), band(0, 1, 100, 550, 600, 0)};
        const Packet answer = bench.write(3, {{"on"_L1, true}, {"pre"_L1, -600}, {"bands"_L1, bands}});
        QCOMPARE(answer.number("rev"), revision + 1);
        QCOMPARE(answer["on"].toBool(), true);
        QCOMPARE(answer.number("pre"), -600);
        QCOMPARE(answer["bands"].toArray().size(), 10);
        QCOMPARE(answer["bands"][0].toArray(), QCborArray({1, 100, 550, 600, 0}));
        QCOMPARE(answer["bands"][9].toArray(), QCborArray({2, 9000, -250, 700, 1}));
        QCOMPARE(bench.read(3, {{"ch"_L1, 0}}).map(), answer.map());
        QCOMPARE(bench.hardware.applied.size(), 1u);
        QCOMPARE(bench.hardware.applied[0].bands.at(9), (firmware::BandSetting{2, true, 9000, -250, 700}));
        QCOMPARE(bench.hardware.applied[0].path.preampCentiDecibel, -600);
        const auto events = bench.events(1);
        QCOMPARE(events.size(), 1u);
        QCOMPARE(events[0].map(), QCborMap({{"ev"_L1, 8}, {"rev"_L1, revision + 1}, {"src"_L1, 0}}));
    }

    void ofTwoEntriesForOneBandTheLastCounts()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const QCborArray bands{band(4, 9, 1, 1, 1, 9), band(4, 0, 500, 200, 900, 1)};
        QCOMPARE(bench.write(3, {{"bands"_L1, bands}})["bands"][4].toArray(), QCborArray({0, 500, 200, 900, 1}));
    }

    void aBadBandIsNamedByItsIndex_data()
    {
        QTest::addColumn<QCborArray>("bad");
        QTest::addColumn<qint64>("index");
        QTest::newRow("index") << band(10, 0, 1000, 0, 1000, 1) << qint64(10);
        QTest::newRow("huge index") << QCborArray({qint64(1) << 40, 0, 1000, 0, 1000, 1}) << (qint64(1) << 40);
        QTest::newRow("type") << band(3, 6, 1000, 0, 1000, 1) << qint64(3);
        QTest::newRow("type beyond a byte") << band(3, 256, 1000, 0, 1000, 1) << qint64(3);
        QTest::newRow("negative type") << band(3, -1, 1000, 0, 1000, 1) << qint64(3);
        QTest::newRow("hertz") << band(3, 0, 19, 0, 1000, 1) << qint64(3);
        QTest::newRow("hertz beyond 32 bits") << band(3, 0, (qint64(1) << 32) + 1000, 0, 1000, 1) << qint64(3);
        QTest::newRow("gain") << band(3, 0, 1000, 1210, 1000, 1) << qint64(3);
        QTest::newRow("gain off the step") << band(3, 0, 1000, 5, 1000, 1) << qint64(3);
        QTest::newRow("q") << band(3, 0, 1000, 0, 99, 1) << qint64(3);
        QTest::newRow("on") << band(3, 0, 1000, 0, 1000, 2) << qint64(3);
    }
    void aBadBandIsNamedByItsIndex()
    {
        QFETCH(QCborArray, bad);
        QFETCH(qint64, index);
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const QByteArray before = bench.everything();
        const QCborArray bands{band(0, 0, 1000, 100, 1000, 1), bad};
        QCOMPARE(bench.write(3, {{"on"_L1, true}, {"pre"_L1, -100}, {"bands"_L1, bands}}).refusal(), Refused(12, index));
        QCOMPARE(bench.everything(), before);
    }

    void preampAndBandsAreCheckedInTheOrderOfTheRequest()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const QCborArray bands{band(2, 9, 1000, 0, 1000, 1)};
        QCOMPARE(bench.write(3, {{"pre"_L1, 10}, {"bands"_L1, bands}}).refusal(), Refused(12, -1));
        QCOMPARE(bench.write(3, {{"bands"_L1, bands}, {"pre"_L1, 10}}).refusal(), Refused(12, 2));
        QCOMPARE(bench.write(3, {{"pre"_L1, -5}}).refusal(), Refused(12, -1));
    }

    void anotherChannelThanBothIsMalformedHere()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        QCOMPARE(bench.write(3, {{"on"_L1, true}, {"ch"_L1, 1}}).rc(), 3);
        QCOMPARE(bench.read(3, {{"ch"_L1, 2}}).rc(), 3);
        QCOMPARE(bench.read(3)["on"].toBool(), false);
    }
};

QTEST_GUILESS_MAIN(FirmwareEqualizerTest)
#include "firmware_equalizer_test.moc"
