// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/cabinet_writer.h"
#include "tests/devices/firmware/golden_image.h"
#include "tests/support/outcome.h"

#include "devices/firmware/limits.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::firmware_file;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

class ImagePackage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStoredCabinetIsUnpacked();
    void aPackedCabinetIsUnpacked();
    void largeEntriesSpanManyBlocks();
    void aReservedAreaIsPassedOver();
    void asManyEntriesAsAllowedAreRead();
    void metainfoIsRead();
    void notesBecomePlainText();
    void theReleaseOfTheImageIsFound();
};

void ImagePackage::aStoredCabinetIsUnpacked()
{
    const auto cabinet = readCabinet(goldenCabinet());
    QVERIFY(cabinet);
    QCOMPARE(cabinet->size(), 2U);
    QCOMPARE(cabinet->at(0).name, "reference.metainfo.xml");
    QCOMPARE(cabinet->at(0).content, goldenMetainfo());
    QCOMPARE(cabinet->at(1).name, "firmware.bin");
    QCOMPARE(cabinet->at(1).content, goldenImage());
}

void ImagePackage::aPackedCabinetIsUnpacked()
{
    const auto cabinet = readCabinet(writeCabinet({{"firmware.bin", goldenImage()}, {"a.metainfo.xml", goldenMetainfo()}}, Packing::MsZip));
    QVERIFY(cabinet);
    QCOMPARE(cabinet->at(0).content, goldenImage());
    QCOMPARE(cabinet->at(1).content, goldenMetainfo());
}

void ImagePackage::largeEntriesSpanManyBlocks()
{
    Bytes large(600'000);
    for (std::size_t i = 0; i < large.size(); ++i)
        large[i] = static_cast<std::uint8_t>(i * i >> 7U);
    for (const Packing packing : {Packing::Stored, Packing::MsZip}) {
        const auto cabinet = readCabinet(writeCabinet({{"a", large}, {"empty", {}}, {"b", goldenImage()}}, packing));
        QVERIFY(cabinet);
        QCOMPARE(cabinet->at(0).content, large);
        QCOMPARE(cabinet->at(1).content, Bytes());
        QCOMPARE(cabinet->at(2).content, goldenImage());
    }
}

/// As authoring tools leave it for signatures of their own.
void ImagePackage::aReservedAreaIsPassedOver()
{
    constexpr std::uint8_t kReserved = 20, kMore = kReserved + 4;
    Bytes file = goldenCabinet();
    Bytes area(kMore);
    area[0] = kReserved;
    file.insert(file.begin() + 36, area.begin(), area.end());
    file[30] = 4;
    const auto add = [&](std::size_t offset) {
        const unsigned sum = static_cast<unsigned>(file[offset] | file[offset + 1] << 8) + kMore;
        file[offset] = static_cast<std::uint8_t>(sum);
        file[offset + 1] = static_cast<std::uint8_t>(sum >> 8U);
    };
    add(8);          // size
    add(16);         // first file
    add(36 + kMore); // data
    const auto cabinet = readCabinet(file);
    QVERIFY(cabinet);
    QCOMPARE(cabinet->at(1).content, goldenImage());
}

void ImagePackage::asManyEntriesAsAllowedAreRead()
{
    std::vector<PackedFile> files;
    for (std::size_t i = 0; i < kMostEntries; ++i)
        files.push_back({"part" + std::to_string(i), {static_cast<std::uint8_t>(i)}});
    const auto cabinet = readCabinet(writeCabinet(files));
    QVERIFY(cabinet);
    QCOMPARE(cabinet->size(), kMostEntries);
}

void ImagePackage::metainfoIsRead()
{
    const auto metainfo = parseMetainfo(goldenMetainfo());
    QVERIFY(metainfo);
    QCOMPARE(metainfo->id, u"org.example.amp.reference-rev-a.firmware"_s);
    QCOMPARE(metainfo->name, u"Reference Desktop"_s);
    QCOMPARE(metainfo->summary, u"Firmware of the reference amp"_s);
    QCOMPARE(metainfo->updateProtocol, u"org.example.amp.smp"_s);
    QCOMPARE(metainfo->versionFormat, u"triplet"_s);
    QCOMPARE(metainfo->guids, std::vector<Uuid>{goldenPlan().classId});
    QCOMPARE(metainfo->releases.size(), 2U);
    QCOMPARE(metainfo->releases[0].version, u"1.2.3"_s);
    QCOMPARE(metainfo->releases[0].date, u"2026-03-01"_s);
    QCOMPARE(metainfo->releases[0].urgency, u"high"_s);
    QCOMPARE(metainfo->releases[0].contents.size(), 1U);
    QCOMPARE(metainfo->releases[0].contents[0].digest, sha256(goldenImage()));
}

void ImagePackage::notesBecomePlainText()
{
    const auto metainfo = parseMetainfo(goldenMetainfo());
    QVERIFY(metainfo);
    QCOMPARE(metainfo->releases[0].notes,
             u"The volume no longer jumps after standby.\n\n• Quieter start\n• Balance & mono <kept>\n\n1. Update\n2. Listen"_s);
    QCOMPARE(metainfo->releases[1].notes, u"First release."_s);
}

void ImagePackage::theReleaseOfTheImageIsFound()
{
    const QByteArray older = "<release version=\"1.2.4\"><description><p>Not in here.</p></description></release>";
    const Bytes golden = goldenMetainfo();
    QByteArray text(reinterpret_cast<const char *>(golden.data()), static_cast<qsizetype>(golden.size()));
    text.replace("<releases>", QByteArray("<releases>" + older));
    const auto cabinet = readCabinet(writeCabinet({{"a.metainfo.xml", bytesOf(text)}, {"firmware.bin", goldenImage()}}));
    QVERIFY(cabinet);
    const auto package = bindImage(*sortCabinet(*cabinet));
    QVERIFY(package);
    QCOMPARE(package->imageName, "firmware.bin");
    QCOMPARE(package->cabinet->release, 1U);
    QCOMPARE(package->cabinet->ours().version, u"1.2.3"_s);
}

QTEST_GUILESS_MAIN(ImagePackage)
#include "image_package_test.moc"
