// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/cabinet_writer.h"
#include "tests/devices/firmware/golden_image.h"

#include <QTest>

#include <algorithm>

using namespace gainstage;
using namespace gainstage::firmware_file;
using namespace gainstage::test;

namespace {

Inspection inspected(const Bytes &file, const DeviceFacts &amp = goldenAmp())
{
    const PublicKey keys[] = {goldenKey().publicKey()};
    return inspect(file, keys, amp);
}

std::vector<Check> checksOf(const Inspection &inspection)
{
    std::vector<Check> all;
    for (const CheckResult &result : inspection.checks)
        all.push_back(result.check);
    return all;
}

const CheckResult &resultOf(const Inspection &inspection, Check check)
{
    return *std::ranges::find(inspection.checks, check, &CheckResult::check);
}

Consent consentOver(const ImageVersion &running, const Sha256 &hash = {})
{
    DeviceFacts amp = goldenAmp();
    amp.version = running;
    amp.imageHash = hash;
    const Inspection inspection = inspected(goldenImage(), amp);
    return inspection.isAcceptable() ? inspection.consent() : Consent::None;
}

} // namespace

class ImageVerify : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBareImageIsAskedEverythingInOrder();
    void aCabinetIsAskedMore();
    void signaturesOfADistributorAreOnlyARemark();
    void newerNeedsNoConsentAndTheRestDoes();
    void anEqualSecurityCounterIsEnough();
    void aLowerSecurityCounterIsRefusedForNewerVersionsToo();
    void oneOfSeveralKeysIsEnough();
    void withoutKeysNothingIsKnown();
    void whatIsNotKnownIsNotPassed();
    void aSlotThatFitsExactlyIsLargeEnough();
    void severalRefusalsAreAllTold();
    void afterABrokenStructureNothingIsAsked();
    void everyNameIsItsOwn();
};

void ImageVerify::aBareImageIsAskedEverythingInOrder()
{
    const Inspection inspection = inspected(goldenImage());
    QVERIFY(inspection.isAcceptable());
    QVERIFY(!inspection.refusal());
    QCOMPARE(inspection.consent(), Consent::None);
    const std::vector<Check> wanted{Check::FileSize, Check::Structure,       Check::Digest,  Check::Signer,
                                    Check::Hardware, Check::SecurityCounter, Check::Version, Check::SlotSize};
    QCOMPARE(checksOf(inspection), wanted);
    QVERIFY(std::ranges::all_of(inspection.checks, [](const CheckResult &result) { return result.verdict == Verdict::Passed && !result.remark; }));
    QCOMPARE(inspection.package->image, goldenImage());
}

void ImageVerify::aCabinetIsAskedMore()
{
    const Inspection inspection = inspected(goldenCabinet());
    QVERIFY(inspection.isAcceptable());
    const std::vector<Check> wanted{Check::FileSize, Check::Unpacking, Check::Checksum,        Check::Structure, Check::ReleaseVersion, Check::Digest,
                                    Check::Signer,   Check::Hardware,  Check::SecurityCounter, Check::Version,   Check::SlotSize};
    QCOMPARE(checksOf(inspection), wanted);
    QCOMPARE(inspection.package->image, goldenImage());
}

void ImageVerify::signaturesOfADistributorAreOnlyARemark()
{
    const Bytes file = writeCabinet({{"firmware.jcat", {1, 2, 3}}, {"reference.metainfo.xml", goldenMetainfo()}, {"firmware.bin", goldenImage()}});
    const Inspection inspection = inspected(file);
    QVERIFY(inspection.isAcceptable());
    QVERIFY(inspection.package->cabinet->hasSignatures);
    QCOMPARE(resultOf(inspection, Check::Origin).verdict, Verdict::Passed);
    QVERIFY(resultOf(inspection, Check::Origin).remark);
}

void ImageVerify::newerNeedsNoConsentAndTheRestDoes()
{
    const Sha256 ours = parseImage(goldenImage())->hash;
    QCOMPARE(consentOver({1, 2, 3, 3}), Consent::None);
    QCOMPARE(consentOver({1, 2, 3, 4}, ours), Consent::Reinstall);
    QCOMPARE(consentOver({1, 2, 3, 4}), Consent::SameVersion);
    QCOMPARE(consentOver({1, 2, 3, 5}), Consent::Downgrade);
    QCOMPARE(consentOver({2, 0, 0, 0}, ours), Consent::Downgrade);
}

void ImageVerify::anEqualSecurityCounterIsEnough()
{
    DeviceFacts amp = goldenAmp();
    for (const std::uint32_t counter : {0U, 1U}) {
        amp.securityCounter = counter;
        QVERIFY(inspected(goldenImage(), amp).isAcceptable());
    }
}

void ImageVerify::aLowerSecurityCounterIsRefusedForNewerVersionsToo()
{
    DeviceFacts amp = goldenAmp();
    amp.securityCounter = 2;
    const Inspection inspection = inspected(goldenImage(), amp);
    QCOMPARE(inspection.refusal()->check, Check::SecurityCounter);
    QCOMPARE(resultOf(inspection, Check::Version).verdict, Verdict::Passed);
}

void ImageVerify::oneOfSeveralKeysIsEnough()
{
    const SecretKey next({9, 9, 9});
    const PublicKey keys[] = {goldenKey().publicKey(), next.publicKey()};
    const auto rotated = signImage(goldenImage(), next);
    QVERIFY(rotated);
    QVERIFY(inspect(*rotated, keys, goldenAmp()).isAcceptable());
    QVERIFY(inspect(goldenImage(), keys, goldenAmp()).isAcceptable());
    QCOMPARE(inspect(*rotated, std::span(keys).first(1), goldenAmp()).refusal()->check, Check::Signer);
}

void ImageVerify::withoutKeysNothingIsKnown()
{
    const Inspection inspection = inspect(goldenImage(), {}, goldenAmp());
    QVERIFY(!inspection.isAcceptable());
    QCOMPARE(inspection.refusal()->check, Check::Signer);
}

void ImageVerify::whatIsNotKnownIsNotPassed()
{
    const Inspection inspection = inspected(goldenImage(), {});
    QVERIFY(!inspection.isAcceptable());
    QVERIFY(!inspection.refusal());
    for (const Check check : {Check::Hardware, Check::SecurityCounter, Check::Version, Check::SlotSize})
        QCOMPARE(resultOf(inspection, check).verdict, Verdict::NotChecked);
}

void ImageVerify::aSlotThatFitsExactlyIsLargeEnough()
{
    DeviceFacts amp = goldenAmp();
    amp.slotSize = goldenImage().size();
    QVERIFY(inspected(goldenImage(), amp).isAcceptable());
    amp.slotSize = goldenImage().size() - 1;
    QCOMPARE(inspected(goldenImage(), amp).refusal()->check, Check::SlotSize);
}

void ImageVerify::severalRefusalsAreAllTold()
{
    DeviceFacts amp = goldenAmp();
    amp.slotSize = 10;
    amp.vendor = Uuid{};
    amp.securityCounter = 7;
    const Inspection inspection = inspected(goldenImage(), amp);
    QCOMPARE(std::ranges::count(inspection.checks, Verdict::Refused, &CheckResult::verdict), 3);
    QCOMPARE(inspection.refusal()->check, Check::Hardware);
}

void ImageVerify::afterABrokenStructureNothingIsAsked()
{
    const Inspection inspection = inspected({1, 2, 3, 4});
    QCOMPARE(inspection.refusal()->check, Check::Structure);
    QCOMPARE(inspection.checks.back().check, Check::Structure);
    QVERIFY(!inspection.image);
}

void ImageVerify::everyNameIsItsOwn()
{
    std::vector<std::string> names;
    for (int i = 0; i <= static_cast<int>(Check::SlotSize); ++i) {
        names.push_back(nameOf(static_cast<Check>(i)));
        names.push_back(labelOf(static_cast<Check>(i)));
    }
    std::ranges::sort(names);
    QVERIFY(std::ranges::adjacent_find(names) == names.end());
}

QTEST_GUILESS_MAIN(ImageVerify)
#include "image_verify_test.moc"
