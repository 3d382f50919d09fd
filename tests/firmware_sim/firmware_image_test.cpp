// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/boot_bench.h"
#include "tests/support/firmware_bench.h"
#include "tests/support/golden_image.h"
#include "tests/support/two_band_model.h"

#include <QCryptographicHash>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using firmware::Region;

namespace {

constexpr std::uint32_t kTenMinutes = 600000;

/// The amp of protocol/README.md, section 9, with a boot loader: image 1.2.0 in slot 0, and a client.
struct ImageBench : FirmwareBench {
    explicit ImageBench(const ImageBytes &image = exampleImage({1, 2, 0, 0})) : FirmwareBench(twoBandModel())
    {
        hardware.slots.nor.load(hardware.slots.offset(Region::Slot0), image);
        restart();
    }
    /// As the board does it.
    firmware::BootResult restart()
    {
        hardware.restarts = 0;
        const auto result = firmware::bootUp(hardware, twoBandModel().images);
        if (result.runs)
            powerOnAndSettle();
        return result;
    }
    /// Sends reset, and lets the amp do it.
    firmware::BootEvent reset()
    {
        ask(2, 0, 5, {});
        advance(300);
        return hardware.restarts == 1 ? restart().event : firmware::BootEvent::Refused;
    }
    Packet state() { return ask(0, 1, 0, {}); }
    Packet image(int command, const QCborMap &map) { return ask(2, 1, command, map); }
    Packet first(const QByteArray &file, qsizetype size, bool upgrade = false)
    {
        return image(1, {{"image"_L1, 0},
                         {"len"_L1, file.size()},
                         {"off"_L1, 0},
                         {"sha"_L1, QCryptographicHash::hash(file, QCryptographicHash::Sha256)},
                         {"data"_L1, file.left(size)},
                         {"upgrade"_L1, upgrade}});
    }
    Packet next(const QByteArray &file, qint64 offset, qsizetype size = 300)
    {
        return image(1, {{"off"_L1, offset}, {"data"_L1, file.mid(offset, size)}});
    }
    /// The last answer.
    Packet upload(const QByteArray &file, bool upgrade = false)
    {
        Packet answer = first(file, 128, upgrade);
        while (answer.number("off") > 0 && answer.number("off") < file.size())
            answer = next(file, answer.number("off"));
        return answer;
    }
    Packet want(const QByteArray &hash, bool confirm) { return image(0, {{"hash"_L1, hash}, {"confirm"_L1, confirm}}); }
    Packet confirm() { return image(0, {{"confirm"_L1, true}}); }
    /// Version and flags of the images: "1.2.0 confirmed active, 1.3.0 pending".
    QString images()
    {
        QStringList all;
        for (const QCborValue image : state()["images"].toArray()) {
            QString text = image["version"_L1].toString();
            for (const char *flag : {"pending", "confirmed", "active", "permanent"})
                text += image[QLatin1String(flag)].toBool() ? u' ' + QLatin1String(flag) : QString();
            all += text;
        }
        return all.join(u", "_s);
    }
    qint64 volume() { return read(2).setting(3); }
};

qint64 codeIn(const Packet &answer)
{
    return answer.bytes.isEmpty() ? -1 : answer.refusal().first;
}

QByteArray fileOf(const ImageBytes &image)
{
    return asArray(image);
}

QByteArray newFile()
{
    return fileOf(exampleImage({1, 3, 0, 0}, 9000));
}

QByteArray hashIn(const QByteArray &file)
{
    BootBench amp;
    amp.put(Region::Slot0, ImageBytes(file.begin(), file.end()));
    const auto image = firmware::readImage({amp, Region::Slot0, 0}).image;
    return image ? asArray({image->hash.begin(), image->hash.end()}) : QByteArray();
}

} // namespace

class FirmwareImageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGoldenExchangeIsAnsweredToTheByte()
    {
        const auto golden = goldenBytes(QStringLiteral("smp.txt"));
        const QByteArray file = asArray(goldenImage());
        ImageBench bench;
        const auto answered = [&](const char *name) {
            bench.received();
            bench.send(asArray(golden.at(name)));
            const auto packets = bench.received();
            return packets.size() == 1 ? packets[0].bytes.toHex(' ') : QByteArray();
        };
        QCOMPARE(answered("upload-first"), asArray(golden.at("upload-reply")).toHex(' '));
        QCOMPARE(answered("upload-next"), "0b 00 00 07 00 01 08 01 a1 63 6f 66 66 18 40");
        QCOMPARE(bench.next(file, 64, 228)["match"], QCborValue(true));
        const QByteArray tested = answered("image-test");
        QCOMPARE(tested.mid(24), bench.state().bytes.mid(8).toHex(' '));
        QCOMPARE(bench.images(), u"1.2.0 confirmed active, 1.2.3.4 pending"_s);
        QCOMPARE(bench.reset(), firmware::BootEvent::Tested);
        QVERIFY(answered("image-confirm").startsWith("0b 00 "));
        QCOMPARE(bench.images(), u"1.2.3.4 confirmed active, 1.2.0"_s);
        QCOMPARE(answered("erase"), "0b 00 00 01 00 01 06 05 a0");
        QCOMPARE(bench.images(), u"1.2.3.4 confirmed active"_s);
        QCOMPARE(answered("slot-info"),
                 "09 00 00 5d 00 01 05 06 a1 66 69 6d 61 67 65 73 81 a3 65 69 6d 61 67 65 00 65 73 6c 6f 74 "
                 "73 82 a2 64 73 6c 6f 74 00 64 73 69 7a 65 1a 00 01 00 00 a3 64 73 6c 6f 74 01 64 73 69 7a 65 1a 00 01 00 00 6f"
                 " 75 70 6c 6f 61 64 5f 69 6d 61 67 65 5f 69 64 00 6e 6d 61 78 5f 69 6d 61 67 65 5f 73 69 7a 65 19 e0 00");
        // A newer image runs: the same one is no upgrade any more.
        QCOMPARE(answered("upload-first"), asArray(golden.at("upload-refused")).toHex(' '));
    }

    void anUpdateIsTestedConfirmedAndShown()
    {
        ImageBench bench;
        QCOMPARE(bench.read(0)["fw"].toString(), u"1.2.0"_s);
        const QByteArray file = newFile();
        const Packet last = bench.upload(file, true);
        QCOMPARE(last.number("off"), file.size());
        QCOMPARE(last["match"], QCborValue(true));
        QCOMPARE(bench.images(), u"1.2.0 confirmed active, 1.3.0"_s);
        QCOMPARE(codeIn(bench.want(hashIn(file), false)), 0);
        QCOMPARE(bench.images(), u"1.2.0 confirmed active, 1.3.0 pending"_s);
        QCOMPARE(bench.reset(), firmware::BootEvent::Tested);
        QCOMPARE(bench.images(), u"1.3.0 active, 1.2.0 confirmed"_s);
        QCOMPARE(bench.read(0)["fw"].toString(), u"1.3.0"_s);
        QCOMPARE(bench.ask(0, 0, 7, {{"format"_L1, "v"_L1}})["output"].toString(), u"1.3.0"_s);
        QCOMPARE(codeIn(bench.confirm()), 0);
        QCOMPARE(bench.images(), u"1.3.0 confirmed active, 1.2.0"_s);
        bench.advance(2 * kTenMinutes);
        QCOMPARE(bench.hardware.restarts, 0);
        QCOMPARE(bench.reset(), firmware::BootEvent::None);
        QCOMPARE(bench.images(), u"1.3.0 confirmed active, 1.2.0"_s);
        // Back to the old one, for good.
        QCOMPARE(codeIn(bench.want(hashIn(fileOf(exampleImage({1, 2, 0, 0}))), true)), 0);
        QCOMPARE(bench.images(), u"1.3.0 confirmed active, 1.2.0 pending permanent"_s);
        QCOMPARE(bench.reset(), firmware::BootEvent::Installed);
        QCOMPARE(bench.images(), u"1.2.0 confirmed active, 1.3.0"_s);
    }

    void anImageThatNobodyConfirmsIsTakenBackAfterTenMinutes()
    {
        ImageBench bench;
        bench.upload(newFile());
        bench.want(hashIn(newFile()), false);
        bench.reset();
        bench.advance(kTenMinutes - 1000);
        QCOMPARE(bench.hardware.restarts, 0);
        bench.advance(1000);
        QCOMPARE(bench.hardware.restarts, 1);
        QCOMPARE(bench.restart().event, firmware::BootEvent::Reverted);
        QCOMPARE(bench.images(), u"1.2.0 confirmed active, 1.3.0"_s);
    }

    void anImageThatFailsItsSelfTestIsTakenBackAtOnceAndStaysSilent()
    {
        ImageBench bench;
        bench.upload(newFile());
        bench.want(hashIn(newFile()), false);
        bench.hardware.healthy = false;
        bench.hardware.applied.clear();
        bench.reset();
        QCOMPARE(bench.hardware.restarts, 1);
        QVERIFY(std::ranges::all_of(bench.hardware.applied, [](const AppliedPath &path) { return path.path.silent; }));
        bench.hardware.healthy = true;
        QCOMPARE(bench.restart().event, firmware::BootEvent::Reverted);
    }

    void aNewImageBeginsAtTheSafeVolume()
    {
        ImageBench bench;
        bench.set({{3, -1000}});
        bench.write(4, {});
        bench.upload(newFile());
        bench.want(hashIn(newFile()), false);
        bench.reset();
        QCOMPARE(bench.volume(), -4000);
        bench.confirm();
        bench.reset();
        QCOMPARE(bench.volume(), -1000);
    }

    void aPieceThatIsNotExpectedIsPassedOverAndTheRightPlaceTold()
    {
        ImageBench bench;
        const QByteArray file = newFile();
        QCOMPARE(bench.next(file, 500).number("off"), 0);
        QCOMPARE(bench.first(file, 100).number("off"), 100);
        QCOMPARE(bench.next(file, 50).number("off"), 100);
        QCOMPARE(bench.next(file, 1000).number("off"), 100);
        QCOMPARE(bench.next(file, 100).number("off"), 400);
        QCOMPARE(bench.next(file, 100).number("off"), 400);
        // The session broke; the client begins anew with the same file.
        QCOMPARE(bench.first(file, 100).number("off"), 400);
        const Packet last = bench.upload(file);
        QCOMPARE(last["match"], QCborValue(true));
        // The last answer was lost.
        QCOMPARE(bench.next(file, file.size() - 10).number("off"), file.size());
        QCOMPARE(bench.first(file, 100)["match"], QCborValue(true));
        // Another file begins at its beginning.
        QCOMPARE(bench.first(fileOf(exampleImage({1, 4, 0, 0})), 100).number("off"), 100);
        // Without power it is forgotten how far it was.
        bench.restart();
        QCOMPARE(bench.next(file, 100).number("off"), 0);
    }

    void aFileThatIsNotWhatItsDigestSaysDoesNotMatch()
    {
        ImageBench bench;
        QByteArray file = newFile();
        QCOMPARE(bench.first(file, 100).number("off"), 100);
        file[5000] = static_cast<char>(file[5000] ^ 1);
        Packet answer = bench.next(file, 100);
        while (answer.number("off") < file.size())
            answer = bench.next(file, answer.number("off"));
        QCOMPARE(answer["match"], QCborValue(false));
        QCOMPARE(codeIn(bench.want(hashIn(newFile()), false)), 8);
        // The last answer was lost.
        QCOMPARE(bench.next(file, file.size() - 10)["match"], QCborValue(false));
        // The same file again begins at its beginning.
        QCOMPARE(bench.first(newFile(), 100).number("off"), 100);
        QCOMPARE(bench.upload(newFile())["match"], QCborValue(true));
    }

    void anImageThatWasDamagedSinceIsNotTested()
    {
        ImageBench bench;
        bench.upload(newFile());
        const Bytes nothing(8, 0);
        QVERIFY(bench.hardware.slots.program(Region::Slot1, 4096 + 5000 / 8 * 8, nothing));
        QCOMPARE(codeIn(bench.want(hashIn(newFile()), false)), 24);
        QCOMPARE(bench.images(), u"1.2.0 confirmed active, 1.3.0"_s);
    }

    void anUploadThatCannotBeIsRefused()
    {
        ImageBench bench;
        const QByteArray file = newFile();
        const auto begin = [&](const QCborMap &more) {
            QCborMap map{{"len"_L1, file.size()}, {"off"_L1, 0}, {"data"_L1, file.left(64)}};
            for (const auto &entry : more)
                map[entry.first] = entry.second;
            return bench.image(1, map);
        };
        QCOMPARE(codeIn(begin({{"image"_L1, 1}})), 14);
        QCOMPARE(codeIn(begin({{"len"_L1, 0xe001}})), 30);
        QCOMPARE(codeIn(begin({{"len"_L1, 20}})), 21);
        QCOMPARE(codeIn(begin({{"len"_L1, 40}})), 31);
        QCOMPARE(codeIn(begin({{"data"_L1, file.left(16)}})), 22);
        QCOMPARE(codeIn(begin({{"data"_L1, QByteArray(64, 'x')}})), 23);
        QCOMPARE(begin({{"sha"_L1, QByteArray(20, 'x')}}).rc(), 3);
        QCOMPARE(begin({{"data"_L1, "text"_L1}}).rc(), 3);
        QCOMPARE(codeIn(bench.upload(fileOf(exampleImage({1, 2, 0, 0}, 9000)), true)), 27);
        QCOMPARE(codeIn(bench.upload(fileOf(exampleImage({1, 1, 0, 0})), false)), 0);
        QCOMPARE(begin({}).number("off"), 64);
        QCOMPARE(begin({{"len"_L1, 70}}).number("off"), 64);
        QCOMPARE(codeIn(bench.next(file, 64)), 31);
    }

    void anImageForSomethingElseIsRefusedAtItsEnd()
    {
        ImageBench bench;
        auto content = exampleContent({1, 3, 0, 0});
        content.device[0] ^= 1;
        QCOMPARE(codeIn(bench.upload(fileOf(sim::makeImage(content)))), 5);
        content = exampleContent({1, 3, 0, 0});
        content.key = sim::kNextSimulatorKey; // this model pins only one
        QCOMPARE(codeIn(bench.upload(fileOf(sim::makeImage(content)))), 5);
        QByteArray trailing = newFile() + QByteArray(8, 'x');
        QCOMPARE(codeIn(bench.upload(trailing)), 21);
        QCOMPARE(bench.reset(), firmware::BootEvent::None);
    }

    void whileAnImageWaitsOrIsOnTrialTheOtherSlotIsKept()
    {
        ImageBench bench;
        const QByteArray file = newFile(), other = fileOf(exampleImage({1, 4, 0, 0}));
        bench.upload(file);
        QCOMPARE(codeIn(bench.want(hashIn(file), false)), 0);
        QCOMPARE(codeIn(bench.want(hashIn(file), false)), 0); // asked again
        QCOMPARE(codeIn(bench.want(hashIn(file), true)), 28);
        QCOMPARE(codeIn(bench.upload(other)), 9);
        QCOMPARE(codeIn(bench.image(5, {})), 9);
        bench.reset();
        QCOMPARE(codeIn(bench.upload(other)), 9);
        QCOMPARE(codeIn(bench.image(5, {{"slot"_L1, 1}})), 9);
        QCOMPARE(codeIn(bench.want(hashIn(fileOf(exampleImage({1, 2, 0, 0}))), true)), 9);
        QCOMPARE(codeIn(bench.confirm()), 0);
        QCOMPARE(codeIn(bench.upload(other)), 0);
    }

    void theStateIsWrittenOnlyForImagesThatAreThere()
    {
        ImageBench bench;
        const QByteArray running = hashIn(fileOf(exampleImage({1, 2, 0, 0})));
        QCOMPARE(codeIn(bench.want(QByteArray(32, 'x'), false)), 8);
        QCOMPARE(codeIn(bench.want(running, false)), 33);
        QCOMPARE(codeIn(bench.want(running, true)), 0);
        QCOMPARE(codeIn(bench.image(0, {})), 24);
        QCOMPARE(bench.want(QByteArray(31, 'x'), false).rc(), 3);
        QCOMPARE(codeIn(bench.image(5, {{"slot"_L1, 0}})), 14);
        QCOMPARE(codeIn(bench.image(5, {{"slot"_L1, 2}})), 14);
    }

    void aLowerSecurityCounterIsRefusedOnceAHigherOneIsConfirmed()
    {
        ImageBench bench;
        const QByteArray higher = fileOf(exampleImage({1, 3, 0, 0}, 5000, 5));
        bench.upload(higher);
        bench.want(hashIn(higher), false);
        bench.reset();
        bench.confirm();
        QCOMPARE(codeIn(bench.want(hashIn(fileOf(exampleImage({1, 2, 0, 0}))), true)), 27);
        QCOMPARE(codeIn(bench.upload(fileOf(exampleImage({1, 4, 0, 0}, 5000, 4)))), 27);
        QCOMPARE(codeIn(bench.upload(fileOf(exampleImage({1, 4, 0, 0}, 5000, 5)))), 0);
    }
};

QTEST_GUILESS_MAIN(FirmwareImageTest)
#include "firmware_image_test.moc"
