// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/bad_files.h"
#include "tests/devices/firmware/golden_image.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace gainstage;
using namespace gainstage::firmware_file;
using namespace gainstage::test;

namespace {

constexpr std::size_t kFewest = 40;

std::vector<BadFile> allBadFiles()
{
    std::vector<BadFile> all = badImages();
    for (auto *more : {&badCabinets, &badMetainfos})
        std::ranges::move((*more)(), std::back_inserter(all));
    return all;
}

Inspection inspected(const Bytes &file)
{
    const PublicKey keys[] = {SecretKey({7, 7, 7}).publicKey(), goldenKey().publicKey()};
    return inspect(file, keys, goldenAmp());
}

std::string fact(const Error &error, std::size_t index)
{
    return index < error.facts.size() ? error.facts[index] : std::string();
}

/// Empty where the file is refused for its reason and no other.
QString whatIsWrong(const BadFile &bad)
{
    const Inspection inspection = inspected(bad.file);
    const CheckResult *refusal = inspection.refusal();
    if (!refusal || inspection.isAcceptable())
        return QStringLiteral("accepted");
    const QString said = QStringLiteral("%1: %2 [%3] [%4]")
                             .arg(QLatin1String(nameOf(refusal->check)), QString::fromUtf8(refusal->remark->sentence),
                                  QString::fromStdString(fact(*refusal->remark, 0)), QString::fromStdString(fact(*refusal->remark, 1)));
    const auto refusals = std::ranges::count(inspection.checks, Verdict::Refused, &CheckResult::verdict);
    const bool rightField = bad.field.empty() || fact(*refusal->remark, 0) == bad.field;
    const bool rightPlace = bad.where.empty() || fact(*refusal->remark, 1) == bad.where;
    const bool right = refusal->check == bad.check && refusal->remark->code == Errc::InvalidFile && rightField && rightPlace && refusals == 1;
    return right ? QString() : said;
}

} // namespace

class BadImages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theGoodOnesAreTaken();
    void thereAreEnoughOfThem();
    void eachIsRefusedForItsReason_data();
    void eachIsRefusedForItsReason();
    void everyPrefixAndEveryFlippedBitIsRefused();
    void everyPrefixAndEveryFlippedBitOfACabinetIsSurvived();
};

void BadImages::theGoodOnesAreTaken()
{
    QVERIFY(inspected(goldenImage()).isAcceptable());
    QVERIFY(inspected(goldenCabinet()).isAcceptable());
}

void BadImages::thereAreEnoughOfThem()
{
    const auto all = allBadFiles();
    std::set<std::string> names;
    for (const BadFile &bad : all)
        names.insert(bad.name);
    QCOMPARE(names.size(), all.size());
    QVERIFY(all.size() >= kFewest);
    qInfo("%zu bad files", all.size());
}

void BadImages::eachIsRefusedForItsReason_data()
{
    QTest::addColumn<std::size_t>("index");
    const auto all = allBadFiles();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%s", all[i].name.c_str()) << i;
}

void BadImages::eachIsRefusedForItsReason()
{
    QFETCH(const std::size_t, index);
    static const std::vector<BadFile> all = allBadFiles();
    QCOMPARE(whatIsWrong(all[index]), QString());
}

void BadImages::everyPrefixAndEveryFlippedBitIsRefused()
{
    const Bytes whole = goldenImage();
    for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY(!inspected(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))).isAcceptable());
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        Bytes flipped = whole;
        flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        const Inspection inspection = inspected(flipped);
        QVERIFY2(!inspection.isAcceptable() && inspection.refusal(), qPrintable(QString::number(bit)));
    }
}

/// What a cabinet says beside its image may change unseen (dates, notes); the image in it may not.
void BadImages::everyPrefixAndEveryFlippedBitOfACabinetIsSurvived()
{
    const Bytes whole = goldenCabinet();
    for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY(!inspected(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size))).isAcceptable());
    for (std::size_t byte = 0; byte < whole.size(); ++byte) {
        Bytes flipped = whole;
        flipped[byte] ^= static_cast<std::uint8_t>(1U << (byte % 8));
        const Inspection inspection = inspected(flipped);
        QVERIFY2(!inspection.isAcceptable() || inspection.package->image == goldenImage(), qPrintable(QString::number(byte)));
    }
}

QTEST_GUILESS_MAIN(BadImages)
#include "bad_images_test.moc"
