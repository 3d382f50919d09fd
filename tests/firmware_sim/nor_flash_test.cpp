// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/nor_flash.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <vector>

using gainstage::sim::NorFlash;

namespace {

using Word = std::array<std::uint8_t, 8>;
constexpr Word kErased = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
const std::vector<std::uint8_t> kZeros(NorFlash::kPage, 0);

Word wordAt(NorFlash &flash, std::size_t offset)
{
    Word word{};
    flash.read(offset, word);
    return word;
}

/// Different contents of a page in so many reads.
std::size_t differentReads(NorFlash &flash, std::size_t offset, std::size_t size = NorFlash::kPage)
{
    std::vector<std::vector<std::uint8_t>> seen;
    std::vector<std::uint8_t> bytes(size);
    for (int i = 0; i < 50; ++i) {
        flash.read(offset, bytes);
        if (std::ranges::find(seen, bytes) == seen.end())
            seen.push_back(bytes);
    }
    return seen.size();
}

} // namespace

class NorFlashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bitsOnlyFallUntilTheSectorIsErased()
    {
        NorFlash flash(8192);
        QCOMPARE(wordAt(flash, 4096), kErased);
        QVERIFY(flash.program(4096, Word{0xf0, 0x0f, 0xff, 0, 1, 2, 3, 4}));
        QVERIFY(flash.program(4096, Word{0xcc, 0xcc, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}));
        QCOMPARE(wordAt(flash, 4096), (Word{0xc0, 0x0c, 0xff, 0, 1, 2, 3, 4}));
        QVERIFY(flash.erase(0));
        QCOMPARE(wordAt(flash, 4096)[0], 0xc0);
        QVERIFY(flash.erase(4096));
        QCOMPARE(wordAt(flash, 4096), kErased);
    }

    void whatIsNotOnTheGridOrInsideIsRefused()
    {
        NorFlash flash(8192);
        const std::span zeros(kZeros);
        QVERIFY(!flash.program(4, zeros.first(8)));
        QVERIFY(!flash.program(8, zeros.first(4)));
        QVERIFY(!flash.program(0, zeros.first(0)));
        QVERIFY(!flash.program(8, zeros));
        QVERIFY(!flash.program(8192, zeros.first(8)));
        QVERIFY(!flash.program(SIZE_MAX - 7, zeros.first(8)));
        QVERIFY(!flash.erase(2048));
        QVERIFY(!flash.erase(8192));
        Word word{};
        QVERIFY(!flash.read(8188, word));
        QCOMPARE(flash.operations(), 0u);
    }

    void operationsAreCountedAndTakeTime()
    {
        NorFlash flash(8192);
        flash.erase(0);
        flash.program(0, kZeros);
        flash.program(256, kZeros);
        QCOMPARE(flash.erases(), 1u);
        QCOMPARE(flash.programs(), 2u);
        QCOMPARE(flash.operations(), 3u);
        QCOMPARE(flash.microseconds(), 45000u + 1400u);
    }

    void aCutTearsExactlyTheOperationMeantAndNothingWorksWithoutPower()
    {
        NorFlash flash(8192);
        flash.cutAt(2);
        QVERIFY(flash.program(0, kZeros));
        QVERIFY(!flash.program(256, kZeros));
        QVERIFY(!flash.hasPower());
        Word word{};
        QVERIFY(!flash.read(0, word));
        QVERIFY(!flash.program(512, kZeros));
        QVERIFY(!flash.erase(0));
        flash.restorePower();
        QCOMPARE(wordAt(flash, 0), Word{});
        QCOMPARE(wordAt(flash, 512), kErased);
        QVERIFY(flash.program(512, kZeros));
    }

    void aCutByTimeTearsTheOperationUnderWay()
    {
        NorFlash flash(8192);
        flash.cutIn(45000 + 300);
        QVERIFY(flash.erase(0));
        QVERIFY(!flash.program(0, kZeros));
        QVERIFY(!flash.hasPower());
    }

    void aTornWriteIsPartlyThereAndReadsOtherwiseEachTimeUntilErased()
    {
        int partly = 0, unsteady = 0;
        for (std::uint32_t seed = 1; seed <= 40; ++seed) {
            NorFlash flash(8192, seed);
            flash.cutAt(1);
            flash.program(0, kZeros);
            flash.restorePower();
            partly += std::ranges::count(flash.image().first(256), 0) < 256 ? 1 : 0;
            const bool isUnsteady = differentReads(flash, 0) > 1;
            unsteady += isUnsteady ? 1 : 0;
            flash.program(0, kZeros);
            QCOMPARE(differentReads(flash, 0) > 1, isUnsteady); // programming again does not help
            QCOMPARE(differentReads(flash, 256), 1u);
            QVERIFY(flash.erase(0));
            QCOMPARE(differentReads(flash, 0), 1u);
            QCOMPARE(wordAt(flash, 0), kErased);
        }
        QVERIFY(partly >= 30);
        QVERIFY(unsteady >= 30);
    }

    void aTornEraseLeavesPartOfTheSectorAndTheNextOneAlone()
    {
        int unsteady = 0;
        for (std::uint32_t seed = 1; seed <= 40; ++seed) {
            NorFlash flash(8192, seed);
            for (std::size_t page = 0; page < 8192; page += NorFlash::kPage)
                flash.program(page, kZeros);
            flash.cutAt(1);
            flash.erase(0);
            flash.restorePower();
            unsteady += differentReads(flash, 0, 4096) > 1 ? 1 : 0;
            QVERIFY(std::ranges::all_of(flash.image().subspan(4096), [](std::uint8_t byte) { return byte == 0; }));
        }
        QVERIFY(unsteady >= 30);
    }

    void chanceFollowsFromTheSeed()
    {
        const auto torn = [](std::uint32_t seed) {
            NorFlash flash(4096, seed);
            flash.cutAt(1);
            flash.program(0, kZeros);
            flash.restorePower();
            std::vector<std::uint8_t> read(256);
            flash.read(0, read);
            return read;
        };
        QCOMPARE(torn(5), torn(5));
        QVERIFY(torn(5) != torn(6));
    }

    void whatCannotBeKeptHasFailed()
    {
        NorFlash flash(4096);
        flash.keepIn([](std::size_t offset, std::span<const std::uint8_t>) { return offset == 0; });
        QVERIFY(flash.program(0, kZeros));
        QVERIFY(!flash.program(256, kZeros));
    }
};

QTEST_GUILESS_MAIN(NorFlashTest)
#include "nor_flash_test.moc"
