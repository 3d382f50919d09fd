// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/firmware_bench.h"

#include <QTest>

#include <functional>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

using Refused = std::pair<qint64, qint64>;
constexpr int kVolume = 4;

QCborMap storeSlot(int slot, const QString &name)
{
    return {{"slot"_L1, slot}, {"do"_L1, 0}, {"name"_L1, name}};
}

/// A command that writes flash, after the working values have been changed.
using Command = std::function<void(FirmwareBench &)>;

const std::pair<const char *, Command> kCommands[] = {
    {"store", [](FirmwareBench &bench) { bench.write(4, {}); }},
    {"preset store", [](FirmwareBench &bench) { bench.write(5, storeSlot(1, QStringLiteral("new"))); }},
    {"preset rename", [](FirmwareBench &bench) { bench.write(5, {{"slot"_L1, 0}, {"do"_L1, 2}, {"name"_L1, "other"_L1}}); }},
    {"preset erase", [](FirmwareBench &bench) { bench.write(5, {{"slot"_L1, 0}, {"do"_L1, 3}}); }},
    {"factory reset", [](FirmwareBench &bench) { bench.write(10, {{"token"_L1, bench.read(10)["token"]}}); }},
};

/// An amp with something in its flash, then other working values.
void prepare(FirmwareBench &bench, int earlierWrites)
{
    bench.powerOnAndSettle();
    bench.set({{kVolume, -6000}});
    for (int i = 0; i < earlierWrites; ++i)
        bench.write(4, {});
    if (earlierWrites > 0)
        bench.write(5, storeSlot(0, QStringLiteral("old")));
    bench.set({{kVolume, -7000}});
    bench.write(3, {{"on"_L1, true}});
}

std::vector<qint64> faultCodes(FirmwareBench &bench)
{
    std::vector<qint64> codes;
    for (const QCborValue fault : bench.read(9)["faults"].toArray())
        codes.push_back(fault[2].toInteger());
    return codes;
}

} // namespace

class FirmwareFlashTest : public QObject {
    Q_OBJECT

    /// What is kept after a power cycle, with the cut at this operation; the number of operations where there is none.
    static std::pair<QByteArray, int> keptAfterCut(const Command &command, int earlierWrites, int operation, int tenths)
    {
        FirmwareBench bench;
        prepare(bench, earlierWrites);
        bench.hardware.flash.operations = 0;
        bench.hardware.flash.trouble = operation < 0 ? FakeFlash::Trouble::None : FakeFlash::Trouble::PowerCut;
        bench.hardware.flash.troubleAt = operation;
        bench.hardware.flash.doneOf = tenths;
        command(bench);
        const int operations = bench.hardware.flash.operations;
        bench.hardware.flash.restorePower();
        bench.powerOnAndSettle();
        const QByteArray kept = bench.kept();
        // It still stores: a cut must not block the ring.
        bench.set({{kVolume, -9000}});
        if (bench.write(4, {}).rc() != 0)
            return {QByteArray("cannot store any more"), operations};
        bench.powerOnAndSettle();
        return {bench.read(2).setting(kVolume) == -9000 ? kept : QByteArray("did not store"), operations};
    }

private Q_SLOTS:
    void aCutAtAnyOperationLeavesOldOrNewWhole_data()
    {
        QTest::addColumn<int>("command");
        QTest::addColumn<int>("earlierWrites");
        for (int command = 0; command < static_cast<int>(std::size(kCommands)); ++command) {
            for (const int earlier : {0, 1, 3, 8}) // 16 KiB are four areas: also around the ring
                QTest::addRow("%s after %d writes", kCommands[command].first, earlier) << command << earlier;
        }
    }
    void aCutAtAnyOperationLeavesOldOrNewWhole()
    {
        QFETCH(int, command);
        QFETCH(int, earlierWrites);
        const Command &run = kCommands[command].second;
        const auto [fresh, operations] = keptAfterCut(run, earlierWrites, -1, 0);
        const QByteArray old = keptAfterCut([](FirmwareBench &) {}, earlierWrites, -1, 0).first;
        const bool writes = operations > 0;
        QVERIFY(writes || earlierWrites == 0); // an empty slot is not renamed or erased
        int olds = 0, news = 0;
        for (int operation = 0; operation < operations; ++operation) {
            for (const int tenths : {0, 3, 7, 10}) {
                const QByteArray kept = keptAfterCut(run, earlierWrites, operation, tenths).first;
                olds += kept == old ? 1 : 0;
                news += kept == fresh ? 1 : 0;
                QVERIFY2(kept == old || kept == fresh,
                         qPrintable(QString::number(operation) % u' ' % QString::number(tenths) % u' ' % QString::fromUtf8(kept.left(30))));
            }
        }
        QVERIFY(!writes || (olds > 0 && news > 0));
    }

    void aCutIsNoDamage()
    {
        for (int operation = 0; operation < 4; ++operation) {
            FirmwareBench bench;
            prepare(bench, 2);
            bench.hardware.flash.operations = 0;
            bench.hardware.flash.trouble = FakeFlash::Trouble::PowerCut;
            bench.hardware.flash.troubleAt = operation;
            bench.write(4, {});
            bench.hardware.flash.restorePower();
            bench.powerOnAndSettle();
            QVERIFY(faultCodes(bench).empty());
        }
    }

    void aFlashThatRefusesChangesNothingAndIsNoted_data()
    {
        QTest::addColumn<int>("tenths");
        QTest::newRow("half way") << 5;
        QTest::newRow("although all was done") << 10;
    }
    void aFlashThatRefusesChangesNothingAndIsNoted()
    {
        QFETCH(int, tenths);
        for (const auto &[name, command] : kCommands) {
            for (int operation = 0; operation < 4; ++operation) {
                FirmwareBench bench;
                prepare(bench, 2);
                const QByteArray before = bench.everything();
                const QByteArray stored = [&] {
                    FirmwareBench other;
                    prepare(other, 2);
                    other.powerOnAndSettle();
                    return other.kept();
                }();
                bench.hello(1);
                bench.received(1);
                bench.hardware.flash.operations = 0;
                bench.hardware.flash.trouble = FakeFlash::Trouble::Refuses;
                bench.hardware.flash.troubleAt = operation;
                bench.hardware.flash.doneOf = tenths;
                command(bench);
                QVERIFY2(bench.everything() == before, name);
                QCOMPARE(faultCodes(bench), (std::vector<qint64>{5}));
                QVERIFY(bench.events(1).empty());
                bench.powerOnAndSettle();
                QVERIFY2(bench.kept() == stored, name);
            }
        }
    }

    void aFlashErrorIsAnsweredWithItsCode()
    {
        FirmwareBench bench;
        prepare(bench, 1);
        bench.hardware.flash.trouble = FakeFlash::Trouble::PowerCut;
        bench.hardware.flash.troubleAt = bench.hardware.flash.operations;
        QCOMPARE(bench.write(4, {}).refusal(), Refused(14, -1));
        QCOMPARE(bench.write(5, storeSlot(1, QStringLiteral("x"))).refusal(), Refused(14, -1));
        QCOMPARE(bench.write(5, {{"slot"_L1, 0}, {"do"_L1, 3}}).refusal(), Refused(14, -1));
        QCOMPARE(bench.write(10, {{"token"_L1, bench.read(10)["token"]}}).refusal(), Refused(14, -1));
    }

    void aWornOutAreaIsPassedOver()
    {
        FirmwareBench bench;
        prepare(bench, 1);
        bench.hardware.flash.operations = 0;
        bench.hardware.flash.trouble = FakeFlash::Trouble::Refuses;
        bench.hardware.flash.troubleAt = 0;
        QCOMPARE(bench.write(4, {}).refusal(), Refused(14, -1));
        const auto flash = bench.hardware.flash.bytes;
        QVERIFY(bench.write(4, {}).number("wear") > 0);
        const bool sameArea = std::equal(flash.begin() + 8192, flash.begin() + 12288, bench.hardware.flash.bytes.begin() + 8192);
        QVERIFY2(sameArea, "the area that failed is left alone");
    }

    void anEmptyFlashIsAsNewAndNoFault()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        QVERIFY(faultCodes(bench).empty());
        QCOMPARE(bench.read(5).number("wear"), 0);
        QCOMPARE(bench.read(2)["dirty"].toBool(), false);
    }

    void damagedContentFallsBackToDefaultsAndIsNoted_data()
    {
        QTest::addColumn<int>("every");
        QTest::newRow("all bytes") << 1;
        QTest::newRow("every 50th byte") << 50;
    }
    void damagedContentFallsBackToDefaultsAndIsNoted()
    {
        QFETCH(int, every);
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const QByteArray asNew = bench.kept();
        prepare(bench, 8);
        auto &bytes = bench.hardware.flash.bytes;
        for (std::size_t i = 0; i < bytes.size(); i += static_cast<std::size_t>(every))
            bytes[i] ^= 0x5a;
        bench.powerOnAndSettle();
        QCOMPARE(bench.kept(), asNew);
        QCOMPARE(faultCodes(bench), (std::vector<qint64>{7}));
    }

    void aNewestRecordThatRottedLeavesTheOneBeforeAndIsNoted()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.set({{kVolume, -6000}});
        bench.write(4, {});
        bench.set({{kVolume, -7000}});
        bench.write(4, {});
        bench.hardware.flash.bytes[4096 + 40] ^= 1;
        bench.powerOnAndSettle();
        QCOMPARE(bench.read(2).setting(kVolume), -6000);
        QCOMPARE(faultCodes(bench), (std::vector<qint64>{7}));
        QVERIFY(bench.write(4, {}).number("wear") > 0);
        bench.powerOnAndSettle();
        QVERIFY(faultCodes(bench).empty());
    }

    void anySingleBitThatFlipsLeavesAnAmpThatWorks()
    {
        FirmwareBench bench;
        prepare(bench, 1);
        const auto flash = bench.hardware.flash.bytes;
        for (std::size_t bit = 0; bit < 2 * 4096 * 8; bit += 97) {
            bench.hardware.flash.bytes = flash;
            bench.hardware.flash.bytes[bit / 8] ^= static_cast<std::uint8_t>(1 << (bit % 8));
            bench.powerOn();
            const qint64 volume = bench.read(2).setting(kVolume);
            QVERIFY(volume == -6000 || volume == -4000);
        }
    }

    void anUnreadableFlashIsNoted()
    {
        FirmwareBench bench;
        bench.hardware.flash.readable = false;
        bench.powerOnAndSettle();
        QCOMPARE(faultCodes(bench), (std::vector<qint64>{5}));
        QCOMPARE(bench.read(2).setting(kVolume), -4000);
        QCOMPARE(bench.write(4, {}).refusal(), Refused(14, -1));
    }

    void aFlashTooSmallForTwoRecordsCannotStore()
    {
        FirmwareBench bench;
        bench.hardware.flash = FakeFlash(4096, 4096);
        bench.powerOnAndSettle();
        QCOMPARE(bench.write(4, {}).refusal(), Refused(14, -1));
    }

    void smallSectorsHoldARecordTogether()
    {
        FirmwareBench bench;
        bench.hardware.flash = FakeFlash(16384, 256);
        prepare(bench, 5);
        bench.write(4, {});
        const QByteArray kept = bench.kept();
        bench.powerOnAndSettle();
        QCOMPARE(bench.kept(), kept);
    }

    void settingsOutliveAFirmwareThatKnowsOthers()
    {
        FakeHardware hardware;
        {
            FirmwareBench desktop;
            desktop.powerOnAndSettle();
            desktop.set({{1, 1}, {kVolume, -5000}, {7, 1}, {8, 2}});
            desktop.write(4, {});
            desktop.set({{kVolume, -5550}});
            desktop.write(5, storeSlot(0, QStringLiteral("kept")));
            hardware.flash = desktop.hardware.flash;
        }
        FirmwareBench dongle(firmware::dongleModel());
        dongle.hardware.flash = hardware.flash;
        dongle.powerOnAndSettle();
        QCOMPARE(dongle.read(2)["values"].toMap(), QCborMap({{1, 1}, {kVolume, -5000}, {7, 1}}));
        QCOMPARE(dongle.read(5, {{"slot"_L1, 0}})["name"].toString(), QStringLiteral("kept"));
        QCOMPARE(dongle.read(5, {{"slot"_L1, 0}}).setting(kVolume), -3000); // -55.5 dB is off this model's step
        QVERIFY(faultCodes(dongle).empty());
    }
};

QTEST_GUILESS_MAIN(FirmwareFlashTest)
#include "firmware_flash_test.moc"
