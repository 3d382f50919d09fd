// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/flash_file.h"
#include "firmware_sim/boards/image_maker.h"
#include "firmware_sim/boards/models.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gainstage::sim;
using namespace Qt::StringLiterals;
namespace firmware = gainstage::firmware;

namespace {

constexpr std::string_view kModel = "Reference Desktop";
constexpr std::int64_t kSecond = 1'000'000;

/// A folder with a flash file in it.
struct Kept {
    QTemporaryDir folder;
    QString path = folder.filePath(u"flash"_s);

    std::string error(std::string_view model = kModel)
    {
        Flash flash;
        const auto file = FlashFile::open(path.toStdString(), model, flash);
        return file ? std::string() : file.error();
    }
    QByteArray content() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
};

/// A board whose amp sends into `sent`.
struct Bench {
    Flash flash;
    std::vector<std::uint8_t> sent;
    SlotFlash slots = newSlotFlash(firmware::desktopModel());
    AmpBoard board{setupOf(Model::Desktop, "SIM00001", 1, {LinkKind::Hid}), flash, slots,
                   [this](std::size_t, std::span<const std::uint8_t> data) { sent.insert(sent.end(), data.begin(), data.end()); }};

    void request(std::uint8_t operation, std::uint16_t group, std::uint8_t command)
    {
        std::vector<std::uint8_t> report(64, 0);
        const std::uint8_t packet[] = {static_cast<std::uint8_t>(8 | operation), 0, 0,       1,   static_cast<std::uint8_t>(group >> 8),
                                       static_cast<std::uint8_t>(group),         1, command, 0xa0};
        report[0] = 0xc0 | sizeof packet;
        report[1] = m_counter++;
        std::ranges::copy(packet, report.begin() + 2);
        board.receive(0, report);
    }

private:
    std::uint8_t m_counter = 0;
};

} // namespace

class BoardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void programmingOnlyClearsBitsAndErasingSetsThem()
    {
        Flash flash;
        std::uint8_t byte[1];
        const std::uint8_t first[] = {0xf0}, second[] = {0x3c};
        QVERIFY(flash.program(4097, first) && flash.program(4097, second));
        QVERIFY(flash.read(4097, byte));
        QCOMPARE(byte[0], 0x30);
        QVERIFY(!flash.erase(4097));
        QVERIFY(flash.erase(4096) && flash.read(4097, byte));
        QCOMPARE(byte[0], 0xff);
        QVERIFY(!flash.program(Flash::kSize, first));
        std::uint8_t two[2];
        QVERIFY(!flash.read(Flash::kSize - 1, two));
        QVERIFY(!flash.erase(Flash::kSize));
    }

    void whatCannotBeKeptIsNotProgrammed()
    {
        Flash flash;
        const std::vector<std::uint8_t> erased(Flash::kSize, 0xff);
        flash.load(erased, [](std::span<const std::uint8_t>) { return false; });
        const std::uint8_t data[] = {1, 2, 3};
        QVERIFY(!flash.program(10, data));
        QVERIFY(std::ranges::equal(flash.image(), erased));
    }

    void theFileIsMadeAndReadAgain()
    {
        Kept kept;
        const std::uint8_t data[] = {1, 2, 3};
        {
            Flash flash;
            const auto file = FlashFile::open(kept.path.toStdString(), kModel, flash);
            QVERIFY(file);
            QCOMPARE(kept.content().size(), 64 + 65536);
            QVERIFY(flash.program(5000, data));
        }
        QCOMPARE(kept.content().left(8), "GSFLASH1"_ba);
        QCOMPARE(kept.content().mid(64 + 5000, 3), QByteArray("\1\2\3"));
        Flash flash;
        QVERIFY(FlashFile::open(kept.path.toStdString(), kModel, flash));
        QVERIFY(std::ranges::equal(flash.image().subspan(5000, 3), data));
    }

    void aFileThatCannotBeUsedIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("reason");
        Kept kept;
        QVERIFY(kept.error().empty());
        const QByteArray good = kept.content();
        QTest::newRow("foreign") << "{\"preset\": 1}"_ba << u"no flash file"_s;
        QTest::newRow("empty") << QByteArray() << u"no flash file"_s;
        QTest::newRow("cut in the header") << good.left(30) << u"no flash file"_s;
        QTest::newRow("cut") << good.left(40000) << u"is damaged"_s;
        QTest::newRow("too long") << QByteArray(good + "x") << u"is damaged"_s;
        QTest::newRow("another model") << QByteArray(good).replace("Desktop", "Dongle\0"_ba) << u"another model (Reference Dongle)"_s;
        QTest::newRow("another size") << QByteArray(good).replace(8, 4, QByteArray("\0\2\0\0", 4)) << u"another model"_s;
    }
    void aFileThatCannotBeUsedIsRefusedAndLeftAlone()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, reason);
        Kept kept;
        kept.write(content);
        const QString error = QString::fromStdString(kept.error());
        QVERIFY2(error.contains(reason) && error.contains(kept.path), qPrintable(error));
        QCOMPARE(kept.content(), content);
    }

    void aFolderThatIsNotThereIsNamed()
    {
        Kept kept;
        kept.path = kept.folder.filePath(u"nowhere/flash"_s);
        QVERIFY2(kept.error().find("nowhere/flash cannot be written: No such file") != std::string::npos, kept.error().c_str());
        kept.path = kept.folder.path();
        QVERIFY2(kept.error().find("is not a file") != std::string::npos, kept.error().c_str());
    }

    void twoAmpsDoNotShareAFile()
    {
        Kept kept;
        Flash flash;
        auto file = FlashFile::open(kept.path.toStdString(), kModel, flash);
        QVERIFY(file);
        QVERIFY2(kept.error().find("used by another") != std::string::npos, kept.error().c_str());
        const std::uint8_t data[] = {7};
        QVERIFY(flash.program(0, data)); // it is another file now, and still in use
        QVERIFY(!kept.error().empty());
        file->reset();
        QVERIFY(kept.error().empty());
    }

    void aSymbolicLinkStaysOne()
    {
        Kept kept;
        const QString link = kept.folder.filePath(u"link"_s);
        QVERIFY(kept.error().empty());
        QVERIFY(QFile::link(kept.path, link));
        Flash flash;
        const auto file = FlashFile::open(link.toStdString(), kModel, flash);
        const std::uint8_t data[] = {7};
        QVERIFY(file && flash.program(0, data));
        QCOMPARE(QFile::symLinkTarget(link), kept.path);
        QCOMPARE(kept.content().at(64), 7);
    }

    void nothingIsLeftBesideTheFile()
    {
        Kept kept;
        Flash flash;
        const auto file = FlashFile::open(kept.path.toStdString(), kModel, flash);
        const std::uint8_t data[] = {7};
        QVERIFY(file && flash.program(0, data));
        QCOMPARE(QDir(kept.folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"flash"_s});
    }

    void damagedContentIsTheFirmwaresAffair()
    {
        Bench bench;
        std::vector<std::uint8_t> noise(Flash::kSize);
        std::uint32_t value = 1;
        for (std::uint8_t &byte : noise)
            byte = static_cast<std::uint8_t>((value = value * 1664525 + 1013904223) >> 24);
        bench.board.setPower(false);
        bench.flash.load(noise, {});
        bench.board.setPower(true);
        QVERIFY(bench.board.truth());
        QCOMPARE(bench.board.truth()->values.at(4), -4000);
    }

    void aSteadyAmpSleeps()
    {
        Bench bench;
        bench.board.advanceTo(10 * kSecond);
        QVERIFY(!bench.board.nextDue());
    }

    void timeAlwaysGoesOn()
    {
        Bench bench;
        bench.request(2, 64, 6); // whatever the firmware makes of it
        bench.board.world().holdTemperature(90);
        bench.board.serve();
        for (int i = 0; i < 1000; ++i) {
            const auto due = bench.board.nextDue();
            if (!due)
                break;
            QVERIFY(*due > bench.board.now());
            bench.board.advanceTo(*due);
        }
    }

    void aFailingSupplyTakesThePowerAfterItsTime()
    {
        Bench bench;
        bench.request(0, 64, 0); // hello: from here on there are events
        bench.sent.clear();
        bench.board.failSupply(500);
        QVERIFY(!bench.sent.empty());
        QVERIFY(bench.board.nextDue());
        bench.board.advanceTo(bench.board.now() + kSecond / 2 - 1);
        QVERIFY(bench.board.isOn());
        bench.board.advanceTo(bench.board.now() + 1);
        QVERIFY(!bench.board.isOn());
        QVERIFY(!bench.board.truth());
        QCOMPARE(bench.board.world().volts(0), 0.0);
    }

    void heatAndClippingAreToldToTheFirmware()
    {
        Bench bench;
        bench.request(0, 64, 0);
        bench.sent.clear();
        bench.board.world().holdTemperature(90);
        bench.board.serve();
        QVERIFY(!bench.sent.empty());
        QCOMPARE(bench.board.world().volts(0), 0.0);
    }

    void theProtectionComesByItselfWhenTheAmpIsDrivenTooHard()
    {
        Bench bench;
        bench.board.world().setAmbient(70);
        bench.request(0, 64, 0);
        bench.board.advanceTo(600 * kSecond);
        QCOMPARE(bench.board.world().protection(), 1u);
        QVERIFY(bench.board.world().sensors().protection == 1u);
        QVERIFY(!bench.board.nextDue()); // it stays too hot: nothing to wait for
    }

    void aResetStartsTheFirmwareAgain()
    {
        Bench bench;
        bench.board.turnKnob(3);
        QCOMPARE(bench.board.truth()->values.at(4), -3700);
        bench.request(2, 0, 5);
        bench.board.advanceTo(bench.board.now() + kSecond);
        QVERIFY(bench.board.isOn());
        QCOMPARE(bench.board.truth()->values.at(4), -4000);
        bench.sent.clear();
        bench.request(0, 64, 0);
        QVERIFY(!bench.sent.empty());
    }

    void buttonsAndKnobDoNothingWithoutPower()
    {
        Bench bench;
        bench.board.setPower(false);
        bench.board.turnKnob(1);
        bench.board.pressButton(bench.board.model().settings[0]);
        bench.board.failSupply(10);
        bench.board.print("hello");
        bench.board.linkReset(0);
        bench.request(0, 64, 0);
        bench.board.advanceTo(kSecond);
        QVERIFY(bench.sent.empty());
        QVERIFY(!bench.board.isOn());
    }
};

QTEST_GUILESS_MAIN(BoardTest)
#include "board_test.moc"
