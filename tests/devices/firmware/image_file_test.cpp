// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/golden_image.h"
#include "tests/devices/firmware/image_parts.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include "devices/firmware/limits.h"

#include <QTest>

#include <algorithm>

using namespace gainstage;
using namespace gainstage::firmware_file;
using namespace gainstage::test;

class ImageFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theGoldenImageIsRead();
    void theGoldenImageIsMadeByteForByte();
    void signingAgainReplacesOnlyTheSignature();
    void aMakersOwnTlvsAreLeftAlone();
    void theOrderOfTlvsIsFree();
    void aLargerHeaderIsPadded();
    void aFixedAddressNeedsAProfileThatAllowsIt();
    void whatCannotBeAnImageIsNotWritten();
    void versionsAreComparedFieldByField();
    void versionsAreReadStrictly();
    void uuidsFollowTheirNames();
};

void ImageFile::theGoldenImageIsRead()
{
    const auto golden = goldenBytes(QStringLiteral("image.txt"));
    const auto image = parseImage(goldenImage());
    QVERIFY(image);
    QCOMPARE(image->part.version.fullText(), "1.2.3+4");
    QCOMPARE(image->part.headerSize, 32U);
    QCOMPARE(image->part.payloadSize, 64U);
    QCOMPARE(image->part.size, 148U);
    QCOMPARE(image->part.securityCounter, 1U);
    QCOMPARE(image->part.vendor, goldenPlan().vendor);
    QCOMPARE(image->part.classId, goldenPlan().classId);
    QVERIFY(std::ranges::equal(image->hash, golden.at("hash")));
    QCOMPARE(image->hash, computedHash(goldenImage(), image->part));
    QCOMPARE(image->keyHash, goldenKey().publicKey().hash());
    QVERIFY(goldenKey().publicKey().verifies(image->signature, image->hash));
    QVERIFY(std::ranges::equal(sha256(goldenImage()), golden.at("file-sha256")));
}

void ImageFile::theGoldenImageIsMadeByteForByte()
{
    const auto part = writeSignedPart(goldenPlan());
    QVERIFY(part);
    const auto image = signImage(*part, goldenKey());
    QVERIFY(image);
    QCOMPARE(*image, goldenImage());
    QCOMPARE(ImageParts().bytes(), goldenImage());
}

void ImageFile::signingAgainReplacesOnlyTheSignature()
{
    const SecretKey other({1, 2, 3});
    const auto image = signImage(goldenImage(), other);
    QVERIFY(image);
    QCOMPARE(image->size(), goldenImage().size());
    QVERIFY(std::ranges::equal(BytesView(*image).first(148 + 40), BytesView(goldenImage()).first(148 + 40)));
    QCOMPARE(parseImage(*image)->keyHash, other.publicKey().hash());
    QCOMPARE(*signImage(*image, goldenKey()), goldenImage());
    QVERIFY(failedWith(Errc::InvalidFile, signImage(Bytes(100), other)));
}

void ImageFile::aMakersOwnTlvsAreLeftAlone()
{
    ImageParts parts;
    parts.protectedArea.tlvs.push_back({0x01a0, {1, 2, 3}});
    parts.plainArea.tlvs.insert(parts.plainArea.tlvs.begin(), 2, {0x00fe, {4}});
    const auto image = parseImage(parts.bytes());
    QVERIFY(image);
    QCOMPARE(image->hash, computedHash(parts.bytes(), image->part));
}

void ImageFile::theOrderOfTlvsIsFree()
{
    ImageParts parts;
    std::ranges::reverse(parts.protectedArea.tlvs);
    std::ranges::reverse(parts.plainArea.tlvs);
    const auto image = parseImage(parts.bytes());
    QVERIFY(image);
    QCOMPARE(image->part.securityCounter, 1U);
    QCOMPARE(image->keyHash, goldenKey().publicKey().hash());
}

void ImageFile::aLargerHeaderIsPadded()
{
    ImagePlan plan = goldenPlan();
    plan.headerSize = 512;
    const auto part = writeSignedPart(plan);
    QVERIFY(part);
    QVERIFY(std::ranges::all_of(BytesView(*part).subspan(32, 480), [](std::uint8_t byte) { return byte == 0; }));
    QVERIFY(std::ranges::equal(BytesView(*part).subspan(512, 64), plan.payload));
    QCOMPARE(parseImage(*signImage(*part, goldenKey()))->part.headerSize, 512U);
}

void ImageFile::aFixedAddressNeedsAProfileThatAllowsIt()
{
    ImageParts parts;
    parts.flags = 0x100;
    parts.loadAddress = 0x08010000;
    QVERIFY(failedWith(Errc::InvalidFile, parseImage(parts.bytes())));
    const ImageProfile fixed{8, true};
    const auto image = parseImage(parts.bytes(), fixed);
    QVERIFY(image);
    QCOMPARE(image->part.loadAddress, 0x08010000U);
    QVERIFY(failedWith(Errc::InvalidFile, parseImage(goldenImage(), fixed)));
}

void ImageFile::whatCannotBeAnImageIsNotWritten()
{
    for (const std::size_t size : {std::size_t{0}, std::size_t{16}, std::size_t{36}, std::size_t{4104}}) {
        ImagePlan plan = goldenPlan();
        plan.headerSize = size;
        QVERIFY(failedWith(Errc::OutOfRange, writeSignedPart(plan)));
    }
    ImagePlan plan = goldenPlan();
    plan.payload.clear();
    QVERIFY(failedWith(Errc::OutOfRange, writeSignedPart(plan)));
    plan.payload.resize(kLargestFile - 32 - 52 - 144);
    const auto largest = writeSignedPart(plan);
    QVERIFY(largest);
    QCOMPARE(signImage(*largest, goldenKey())->size(), kLargestFile);
    plan.payload.push_back(0);
    QVERIFY(failedWith(Errc::OutOfRange, writeSignedPart(plan)));
}

void ImageFile::versionsAreComparedFieldByField()
{
    const ImageVersion rising[] = {{0, 0, 0, 0}, {0, 0, 0, 0xffffffff}, {0, 0, 1, 0}, {0, 0, 256, 0}, {0, 1, 0, 0}, {0, 255, 0, 0},
                                   {1, 0, 0, 0}, {1, 2, 3, 4},          {1, 2, 3, 5}, {1, 2, 10, 0},  {10, 0, 0, 0}};
    QVERIFY(std::ranges::is_sorted(rising));
    QVERIFY(std::ranges::adjacent_find(rising) == std::end(rising));
}

void ImageFile::versionsAreReadStrictly()
{
    QCOMPARE(ImageVersion::fromText("1.2.3+4"), std::optional(ImageVersion{1, 2, 3, 4}));
    QCOMPARE(ImageVersion::fromText("255.255.65535+4294967295"), std::optional(ImageVersion{255, 255, 65535, 4294967295}));
    QCOMPARE(ImageVersion::fromText("1.2.3"), std::optional(ImageVersion{1, 2, 3, 0}));
    for (const char *bad : {"", "1", "1.2", "1.2.3.4", "1.2.3+", "1.2.3+4x", "256.0.0", "1.256.0", "1.2.65536", "1.2.3+4294967296", "-1.2.3",
                            "+1.2.3", " 1.2.3", "1..3", "v1.2.3"})
        QVERIFY2(!ImageVersion::fromText(bad), bad);
    QCOMPARE((ImageVersion{1, 2, 3, 4}).text(), "1.2.3");
}

void ImageFile::uuidsFollowTheirNames()
{
    const Uuid vendor = vendorUuid("amp.example.org");
    QCOMPARE(vendor.text(), "c2747aa3-5bdb-5766-8c3c-be5205ead186");
    QCOMPARE(classUuid(vendor, "reference-amp-rev-a").text(), "a5ed5aa9-0383-56eb-a0d5-b57922ee1109");
    QCOMPARE(Uuid::fromText("C2747AA3-5BDB-5766-8C3C-BE5205EAD186"), std::optional(vendor));
    for (const char *bad : {"", "{c2747aa3-5bdb-5766-8c3c-be5205ead186}", "c2747aa35bdb57668c3cbe5205ead186", "c2747aa3-5bdb-5766-8c3c-be5205ead18g",
                            "c2747aa3-5bdb-5766-8c3c-be5205ead1866", "c2747aa3-5bdb-5766-8c3c_be5205ead186"})
        QVERIFY2(!Uuid::fromText(bad), bad);
}

QTEST_GUILESS_MAIN(ImageFile)
#include "image_file_test.moc"
