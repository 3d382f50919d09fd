// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/boot_bench.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using firmware::BootEvent;
using firmware::ImageError;
using firmware::Region;
using firmware::Slots;
using firmware::SwapType;

namespace {

const ImageBytes kOld = exampleImage({1, 0, 0, 0}, 9000), kNew = exampleImage({1, 1, 0, 0}, 13000);

/// An amp with the old image, and the new one uploaded and wanted.
struct Prepared : BootBench {
    explicit Prepared(SwapType wanted, const ImageBytes &fresh = kNew)
    {
        put(Region::Slot0, kOld);
        putUpload(fresh);
        if (wanted != SwapType::None)
            Slots(*this).want(wanted);
    }
    /// The event of a start after which this image runs; otherwise an event that is never expected.
    std::optional<BootEvent> bootInto(const ImageBytes &image)
    {
        const auto result = boot();
        return result.runs && runs(image) ? std::optional(result.event) : std::nullopt;
    }
};

} // namespace

class BootLoaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAWishNothingIsTouched()
    {
        Prepared amp(SwapType::None);
        QCOMPARE(amp.bootInto(kOld), BootEvent::None);
        QCOMPARE(amp.flash.nor.operations(), 1u); // the security counter
        QCOMPARE(amp.bootInto(kOld), BootEvent::None);
        QCOMPARE(amp.flash.nor.operations(), 1u);
        QVERIFY(Slots(amp).isConfirmed());
    }

    void aTestedImageRunsOnceUnlessItIsConfirmed()
    {
        Prepared amp(SwapType::Test);
        QCOMPARE(amp.bootInto(kNew), BootEvent::Tested);
        QVERIFY(!Slots(amp).isConfirmed());
        QVERIFY(amp.holds(Region::Slot1, kOld));
        QCOMPARE(amp.bootInto(kOld), BootEvent::Reverted);
        QVERIFY(Slots(amp).isConfirmed());
        QVERIFY2(amp.holds(Region::Slot1, kNew, sim::NorFlash::kSector), "the new image can be tried again");
        QCOMPARE(amp.bootInto(kOld), BootEvent::None);
        QVERIFY(Slots(amp).want(SwapType::Test));
        QCOMPARE(amp.bootInto(kNew), BootEvent::Tested);
        QVERIFY(Slots(amp).confirm());
        QCOMPARE(amp.bootInto(kNew), BootEvent::None);
        QCOMPARE(amp.bootInto(kNew), BootEvent::None);
    }

    void aPermanentImageStays()
    {
        Prepared amp(SwapType::Permanent);
        QCOMPARE(amp.bootInto(kNew), BootEvent::Installed);
        QVERIFY(Slots(amp).isConfirmed());
        QCOMPARE(amp.bootInto(kNew), BootEvent::None);
    }

    void theImageThatWasSwappedOutCanBeTestedAndInstalledAgain()
    {
        Prepared amp(SwapType::Permanent);
        amp.boot();
        QVERIFY(Slots(amp).want(SwapType::Test));
        QCOMPARE(amp.bootInto(kOld), BootEvent::Tested);
        QVERIFY(amp.holds(Region::Slot1, kNew, sim::NorFlash::kSector));
        QCOMPARE(amp.bootInto(kNew), BootEvent::Reverted);
        QVERIFY(Slots(amp).want(SwapType::Permanent));
        QCOMPARE(amp.bootInto(kOld), BootEvent::Installed);
    }

    void anImageThatIsNotForThisDeviceIsGoneAndTheOldOneRuns_data()
    {
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<int>("error");
        const auto add = [](const char *name, const ImageBytes &image, ImageError error) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char *>(image.data()), static_cast<qsizetype>(image.size()))
                                << static_cast<int>(error);
        };
        ImageBytes bad = kNew;
        bad[5000] ^= 1;
        add("payload", bad, ImageError::Hash);
        bad = kNew;
        bad.back() ^= 1;
        add("signature", bad, ImageError::Signature);
        auto content = exampleContent({1, 1, 0, 0});
        content.key[0] ^= 1;
        add("key", sim::makeImage(content), ImageError::Key);
        content = exampleContent({1, 1, 0, 0});
        content.vendor[3] ^= 1;
        add("vendor", sim::makeImage(content), ImageError::Vendor);
        content = exampleContent({1, 1, 0, 0});
        content.device[3] ^= 1;
        add("class", sim::makeImage(content), ImageError::Class);
        add("nothing", ImageBytes(64, 0xff), ImageError::Magic);
    }
    void anImageThatIsNotForThisDeviceIsGoneAndTheOldOneRuns()
    {
        QFETCH(QByteArray, image);
        QFETCH(int, error);
        Prepared amp(SwapType::Permanent, ImageBytes(image.begin(), image.end()));
        const auto result = amp.boot();
        QVERIFY(result.runs && amp.runs(kOld));
        QCOMPARE(result.event, BootEvent::Refused);
        QCOMPARE(static_cast<int>(*result.error), error);
        QVERIFY(Slots(amp).isConfirmed());
        QVERIFY(!readImage(Slots(amp).other()).image);
        QCOMPARE(amp.bootInto(kOld), BootEvent::None);
    }

    void aRevertWhoseImageIsDamagedKeepsTheNewOne()
    {
        Prepared amp(SwapType::Test);
        amp.boot();
        amp.put(Region::Slot1, ImageBytes(16, 0), 4096);
        QCOMPARE(amp.bootInto(kNew), BootEvent::Refused);
        QVERIFY(Slots(amp).isConfirmed());
        QCOMPARE(amp.bootInto(kNew), BootEvent::None);
    }

    void theSecurityCounterRisesOnlyWithAConfirmedImage()
    {
        Prepared amp(SwapType::Test, exampleImage({1, 1, 0, 0}, 5000, 7));
        amp.boot();
        QCOMPARE(Slots(amp).securityCounter(), 0u); // a test image does not lock the old one out
        QCOMPARE(amp.bootInto(kOld), BootEvent::Reverted);
        QCOMPARE(Slots(amp).securityCounter(), 1u);
        Slots(amp).want(SwapType::Test);
        amp.boot();
        Slots(amp).confirm();
        amp.boot();
        QCOMPARE(Slots(amp).securityCounter(), 7u);
        Slots(amp).want(SwapType::Permanent); // the old image, whose counter is lower
        const auto result = amp.boot();
        QCOMPARE(result.event, BootEvent::Refused);
        QCOMPARE(*result.error, ImageError::Counter);
        QVERIFY(Slots(amp).raiseSecurityCounter(3));
        QCOMPARE(Slots(amp).securityCounter(), 7u);
    }

    void aKeyIsRotatedByAnImageOfTheNextOne()
    {
        auto content = exampleContent({1, 1, 0, 0});
        content.key = sim::kNextSimulatorKey;
        const ImageBytes image = sim::makeImage(content);
        Prepared amp(SwapType::Test, image);
        QCOMPARE(amp.bootInto(image), BootEvent::Tested);
        // That image pins the next key alone: the old one is no way back in any more.
        static constexpr firmware::PublicKey next[] = {kNextKey};
        Slots(amp).confirm();
        Slots(amp).want(SwapType::Permanent);
        const auto result = amp.boot({next, kExampleVendor, kExampleClass});
        QVERIFY(result.runs && amp.runs(image));
        QCOMPARE(*result.error, ImageError::Key);
    }

    void aDamagedImageIsReplacedByTheOtherOne()
    {
        Prepared amp(SwapType::None);
        amp.put(Region::Slot0, ImageBytes(16, 0), 4096);
        QCOMPARE(amp.bootInto(kNew), BootEvent::Recovered);
        QCOMPARE(amp.bootInto(kNew), BootEvent::None);
    }

    void withoutAnyImageTheBootLoaderStops()
    {
        BootBench amp;
        const auto result = amp.boot();
        QVERIFY(!result.runs);
        QCOMPARE(*result.error, ImageError::Magic);
    }

    void theLargestImageIsSwapped_data()
    {
        QTest::addColumn<int>("slot");
        QTest::newRow("64 KiB") << 64;
        QTest::newRow("512 KiB") << 512;
        QTest::newRow("1 MiB") << 1024;
    }
    void theLargestImageIsSwapped()
    {
        QFETCH(int, slot);
        BootBench amp(static_cast<std::size_t>(slot) * 1024);
        const std::size_t most = firmware::largestImage(amp), around = kNew.size() - 13000;
        QCOMPARE(most, static_cast<std::size_t>(slot) * 1024 - (slot == 1024 ? 3u : 2u) * 4096);
        const ImageBytes big = exampleImage({1, 2, 0, 0}, most - around);
        amp.put(Region::Slot0, kOld);
        amp.putUpload(big);
        Slots(amp).want(SwapType::Test);
        QVERIFY(amp.boot().runs && amp.runs(big));
        QVERIFY(amp.boot().runs && amp.runs(kOld));
        amp.putUpload(exampleImage({1, 2, 0, 0}, most - around + 1));
        Slots(amp).want(SwapType::Test);
        QCOMPARE(*amp.boot().error, ImageError::TooLarge);
    }
};

QTEST_GUILESS_MAIN(BootLoaderTest)
#include "boot_loader_test.moc"
