// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/boot_bench.h"
#include "tests/support/golden_image.h"

#include <QTest>

#include <functional>

using namespace gainstage;
using namespace gainstage::test;
using firmware::ImageError;
using firmware::Region;

namespace {

firmware::ImageResult validated(const ImageBytes &image, std::uint32_t counter = 0)
{
    BootBench amp;
    amp.put(Region::Slot0, image);
    return firmware::validateImage({amp, Region::Slot0, 0}, kExampleRules, counter);
}

/// Where things are in the golden image.
constexpr std::size_t kProtected = 96, kPlain = 148;

void insert(ImageBytes &image, std::size_t at, const ImageBytes &bytes)
{
    image.insert(image.begin() + static_cast<std::ptrdiff_t>(at), bytes.begin(), bytes.end());
}

void remove(ImageBytes &image, std::size_t at, std::size_t size)
{
    image.erase(image.begin() + static_cast<std::ptrdiff_t>(at), image.begin() + static_cast<std::ptrdiff_t>(at + size));
}

struct Bad {
    const char *name;
    ImageError error;
    std::function<void(ImageBytes &)> spoil;
};

const Bad kBad[] = {
    {"magic", ImageError::Magic, [](ImageBytes &image) { image[0] ^= 1; }},
    {"header too short", ImageError::Header, [](ImageBytes &image) { image[8] = 24; }},
    {"header not aligned", ImageError::Header, [](ImageBytes &image) { image[8] = 36; }},
    {"header too long", ImageError::Header, [](ImageBytes &image) { image[8] = 8, image[9] = 0x10; }},
    {"flag encrypted", ImageError::Header, [](ImageBytes &image) { image[16] = 4; }},
    {"flag not bootable", ImageError::Header, [](ImageBytes &image) { image[16] = 0x10; }},
    {"flag compressed", ImageError::Header, [](ImageBytes &image) { image[17] = 2; }},
    {"payload larger than the slot", ImageError::TooLarge, [](ImageBytes &image) { image[14] = 1; }},
    {"payload size that overflows", ImageError::TooLarge, [](ImageBytes &image) { std::fill_n(image.begin() + 12, 4, std::uint8_t{0xff}); }},
    {"payload shorter than it is", ImageError::NoTlvs, [](ImageBytes &image) { image[12] -= 8; }},
    {"no protected TLVs", ImageError::Missing, [](ImageBytes &image) { image[10] = 0; }},
    {"protected area of another size", ImageError::TlvSize, [](ImageBytes &image) { image[kProtected + 2] += 4; }},
    {"protected area without room for its head", ImageError::TlvSize, [](ImageBytes &image) { image[10] = image[kProtected + 2] = 3; }},
    {"TLV longer than its area", ImageError::TlvSize, [](ImageBytes &image) { image[kProtected + 34] = 0x11; }},
    {"TLV length that overflows", ImageError::TlvSize, [](ImageBytes &image) { image[kPlain + 6] = image[kPlain + 7] = 0xff; }},
    {"TLV head cut short", ImageError::TlvSize, [](ImageBytes &image) { image[kPlain + 2] += 2; }},
    {"plain magic missing", ImageError::NoTlvs, [](ImageBytes &image) { image[kPlain] = 8; }},
    {"plain area empty", ImageError::Missing, [](ImageBytes &image) { image[kPlain + 2] = 4; }},
    {"plain area smaller than its head", ImageError::TlvSize, [](ImageBytes &image) { image[kPlain + 2] = 2; }},
    {"counter of another size", ImageError::Tlv,
     [](ImageBytes &image) { image[kProtected + 6] = 5, image[10] = ++image[kProtected + 2], insert(image, 104, {0}); }},
    {"unknown TLV", ImageError::Tlv, [](ImageBytes &image) { image[kProtected + 4] = 0x51; }},
    {"encryption TLV", ImageError::Tlv, [](ImageBytes &image) { image[kPlain + 40] = 0x31; }},
    {"pure signature", ImageError::Tlv, [](ImageBytes &image) { insert(image, 292, {0x25, 0, 0, 0}), image[kPlain + 2] += 4; }},
    {"counter twice", ImageError::Tlv,
     [](ImageBytes &image) { insert(image, 100, {0x50, 0, 4, 0, 9, 0, 0, 0}), image[10] += 8, image[kProtected + 2] += 8; }},
    {"hash in the protected area", ImageError::Tlv, [](ImageBytes &image) { image[kProtected + 12] = 0x10; }},
    {"vendor in the plain area", ImageError::Tlv, [](ImageBytes &image) { image[kPlain + 40] = 0x74; }},
    {"hash twice", ImageError::SeveralHashes, [](ImageBytes &image) { image[kPlain + 40] = 0x10; }},
    {"counter missing", ImageError::Missing, [](ImageBytes &image) { remove(image, 100, 8), image[10] -= 8, image[kProtected + 2] -= 8; }},
    {"signature missing", ImageError::Missing, [](ImageBytes &image) { image[kPlain + 2] -= 68; }},
    {"payload changed", ImageError::Hash, [](ImageBytes &image) { image[50] ^= 1; }},
    {"version changed", ImageError::Hash, [](ImageBytes &image) { image[20] = 9; }},
    {"hash changed", ImageError::Hash, [](ImageBytes &image) { image[kPlain + 8] ^= 1; }},
    {"key hash changed", ImageError::Key, [](ImageBytes &image) { image[kPlain + 44] ^= 1; }},
    {"signature changed", ImageError::Signature, [](ImageBytes &image) { image.back() ^= 1; }},
    {"vendor changed", ImageError::Vendor, [](ImageBytes &image) { image[kProtected + 16] ^= 1; }},
    {"class changed", ImageError::Class, [](ImageBytes &image) { image[kProtected + 36] ^= 1; }},
};

} // namespace

class BootImageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGoldenImageIsTaken()
    {
        const auto golden = goldenBytes(QStringLiteral("image.txt"));
        const auto result = validated(goldenImage());
        QVERIFY(result.image);
        QVERIFY(std::ranges::equal(result.image->hash, golden.at("hash")));
        QVERIFY((result.image->version == firmware::Version{1, 2, 3, 4}));
        QCOMPARE(result.image->counter, 1u);
        QCOMPARE(result.image->size, 292u);
        QCOMPARE(result.image->hashed, 148u);
    }

    void theMakerOfImagesMakesTheGoldenOneToTheByte()
    {
        ImageBytes payload(64);
        for (std::size_t i = 0; i < payload.size(); ++i)
            payload[i] = static_cast<std::uint8_t>(i);
        const sim::ImageContent content{.version = {1, 2, 3, 4}, .payload = payload, .vendor = kExampleVendor, .device = kExampleClass};
        QCOMPARE(sim::makeImage(content), goldenImage());
    }

    void aBadImageIsRefusedForItsReason_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < std::size(kBad); ++i)
            QTest::newRow(kBad[i].name) << static_cast<int>(i);
    }
    void aBadImageIsRefusedForItsReason()
    {
        QFETCH(int, index);
        ImageBytes image = goldenImage();
        kBad[index].spoil(image);
        const auto result = validated(image);
        QVERIFY(!result.image);
        QCOMPARE(static_cast<int>(result.error), static_cast<int>(kBad[index].error));
    }

    void aTlvOfTheVendorRangeIsPassedOver()
    {
        ImageBytes image = goldenImage();
        insert(image, 292, {0xa0, 0, 2, 0, 1, 2});
        image[kPlain + 2] += 6;
        const auto result = validated(image);
        QVERIFY(result.image);
        QCOMPARE(result.image->size, 298u);
    }

    void aLowerSecurityCounterIsRefusedAnEqualOneIsNot()
    {
        QVERIFY(validated(goldenImage(), 1).image);
        QCOMPARE(validated(goldenImage(), 2).error, ImageError::Counter);
    }

    void theNextKeyIsPinnedAsWell()
    {
        auto content = exampleContent({1, 0, 0, 0});
        content.key = sim::kNextSimulatorKey;
        QVERIFY(validated(sim::makeImage(content)).image);
    }

    void anImageThatReachesIntoTheEndOfTheSlotIsRefused()
    {
        BootBench amp;
        const ImageBytes image = goldenImage();
        for (const std::size_t missing : {1u, 64u, 200u, 270u}) {
            const std::size_t at = amp.regionSize(Region::Slot0) - image.size() + missing;
            amp.put(Region::Slot1, ImageBytes(4096, 0xff));
            amp.put(Region::Slot0, ImageBytes(image.begin(), image.end() - static_cast<std::ptrdiff_t>(missing)), at);
            QVERIFY(!firmware::validateImage({amp, Region::Slot0, at}, kExampleRules, 0).image);
        }
    }
};

QTEST_GUILESS_MAIN(BootImageTest)
#include "boot_image_test.moc"
