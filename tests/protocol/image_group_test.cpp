// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smp/cbor.h"
#include "protocol/smp/image_group.h"
#include "protocol/smp/os_group.h"
#include "tests/support/golden.h"
#include "tests/support/golden_image.h"
#include "tests/support/outcome.h"

#include <QCborArray>
#include <QTest>

#include <algorithm>

using namespace gainstage;
using namespace gainstage::smp;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

/// The payload of a golden packet.
QCborMap golden(const char *name)
{
    return decode(goldenBytes(u"smp.txt"_s).at(name))->payload;
}

Sha256 hashFrom(std::string_view hex)
{
    const Bytes bytes = fromHex(hex);
    Sha256 hash{};
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

const Sha256 imageHash = hashFrom("a4da69509322338ff4837c1b2b6ca7cde3eda1beabff57acc88fbaddd781f061");
const Sha256 fileHash = hashFrom("d52ec4ba422dd4fbca9bda00d6e0ba7a37025fd588554fafbd2b84efbec07632");

Bytes pieceOf(const Bytes &file, std::size_t offset, std::size_t size)
{
    const BytesView piece = BytesView(file).subspan(offset, size);
    return {piece.begin(), piece.end()};
}

QCborMap slotMap()
{
    return {{u"slot"_s, 1}, {u"version"_s, u"1.2.3"_s}, {u"hash"_s, QByteArray(32, 'h')}, {u"active"_s, true}};
}

QCborMap with(QCborMap map, const char *key, const QCborValue &value)
{
    map[QLatin1String(key)] = value;
    return map;
}

QCborMap without(QCborMap map, const char *key)
{
    map.remove(QLatin1String(key));
    return map;
}

QCborMap imagesOf(const QCborMap &slot)
{
    return {{u"images"_s, QCborArray{slot}}, {u"splitStatus"_s, 0}};
}

QCborMap slotInfoOf(const QCborValue &slot, const QCborValue &largest)
{
    return {{u"images"_s, QCborArray{QCborMap{{u"image"_s, 0}, {u"slots"_s, QCborArray{slot}}, {u"max_image_size"_s, largest}}}}};
}

/// The packet that carries a message.
template <typename Message>
std::size_t packetSize(const Message &message)
{
    return encode({Operation::Write, 1, kImageGroup, 1, static_cast<std::uint8_t>(ImageCommand::Upload), message.encode()}).size();
}

} // namespace

class ImageGroupTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void requestsAreTheGoldenBytes()
    {
        const Bytes image = goldenImage();
        QCOMPARE((UploadFirst{0x124, fileHash, pieceOf(image, 0, 32), true}.encode()), golden("upload-first"));
        QCOMPARE((UploadNext{32, pieceOf(image, 32, 32)}.encode()), golden("upload-next"));
        QCOMPARE((ImageStateWrite{imageHash, false}.encode()), golden("image-test"));
        QCOMPARE((ImageStateWrite{std::nullopt, true}.encode()), golden("image-confirm"));
        QCOMPARE((EchoWrite{u"hi"_s}.encode()), golden("echo"));
        // Also in the order of their keys.
        QCOMPARE(encodeMap(UploadFirst{0x124, fileHash, pieceOf(image, 0, 32), true}.encode()), encodeMap(golden("upload-first")));
    }

    void goldenBytesAreUnderstood()
    {
        const auto first = UploadFirst::decode(golden("upload-first"));
        QVERIFY(first && first->length == 292 && first->sha == fileHash && first->onlyNewer);
        QCOMPARE(first->data, pieceOf(goldenImage(), 0, 32));
        const auto next = UploadNext::decode(golden("upload-next"));
        QVERIFY(next && next->offset == 32 && next->data == pieceOf(goldenImage(), 32, 32));
        const auto reply = UploadReply::decode(golden("upload-reply"));
        QVERIFY(reply && reply->offset == 32 && !reply->matches);
        const auto test = ImageStateWrite::decode(golden("image-test"));
        QVERIFY(test && test->hash == imageHash && !test->confirm);
        const auto confirm = ImageStateWrite::decode(golden("image-confirm"));
        QVERIFY(confirm && !confirm->hash && confirm->confirm);
    }

    void anImageStateIsReadAndFlagsThatAreMissingAreFalse()
    {
        const auto reply = ImageStateReply::decode(imagesOf(with(slotMap(), "pending", false)));
        QVERIFY(reply && reply->images.size() == 1);
        ImageState expected{.slot = 1, .version = "1.2.3", .active = true};
        expected.hash.fill('h');
        QVERIFY(reply->images[0] == expected);
        QCOMPARE(ImageStateReply::decode(reply->encode())->images, reply->images);
        QVERIFY(ImageStateReply::decode({{u"images"_s, QCborArray()}})->images.empty());
    }

    void slotInfoIsRead()
    {
        const auto reply = SlotInfoReply::decode(slotInfoOf(QCborMap{{u"slot"_s, 1}, {u"size"_s, 524288}, {u"upload_image_id"_s, 0}}, 516096));
        QVERIFY(reply && reply->images.size() == 1);
        QCOMPARE(reply->images[0].largestImage, std::optional(516096u));
        QVERIFY(reply->images[0].slots[0].uploadImage == 0u && reply->images[0].slots[0].size == 524288);
        QCOMPARE(SlotInfoReply::decode(reply->encode())->encode(), reply->encode());
    }

    void aMatchIsRead()
    {
        QCOMPARE(UploadReply::decode({{u"off"_s, 292}, {u"match"_s, false}})->matches, std::optional(false));
        QCOMPARE(UploadReply::decode({{u"off"_s, 292}, {u"match"_s, true}})->matches, std::optional(true));
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QCborMap>("map");
        QTest::addColumn<QString>("where");
        const auto bad = [](const char *name, const QCborMap &slot, const char *where) {
            QTest::newRow(name) << imagesOf(slot) << QString::fromLatin1(where);
        };
        bad("a slot without number", without(slotMap(), "slot"), "images[0].slot");
        bad("a slot number beyond all", with(slotMap(), "slot", 17), "images[0].slot");
        bad("a negative slot", with(slotMap(), "slot", -1), "images[0].slot");
        bad("no version", without(slotMap(), "version"), "images[0].version");
        bad("a version that is a number", with(slotMap(), "version", 1), "images[0].version");
        bad("an endless version", with(slotMap(), "version", QString(300, u'1')), "images[0].version");
        bad("no hash", without(slotMap(), "hash"), "images[0].hash");
        bad("a short hash", with(slotMap(), "hash", QByteArray(31, 'h')), "images[0].hash");
        bad("a long hash", with(slotMap(), "hash", QByteArray(33, 'h')), "images[0].hash");
        bad("a hash in words", with(slotMap(), "hash", QString(32, u'h')), "images[0].hash");
        bad("a flag that is a number", with(slotMap(), "active", 1), "images[0].active");
        QCborArray many;
        for (int i = 0; i < 17; ++i)
            many.append(slotMap());
        QTest::newRow("too many images") << QCborMap{{u"images"_s, many}} << u"images"_s;
        QTest::newRow("no images") << QCborMap() << u"images"_s;
        QTest::newRow("an image that is none") << QCborMap{{u"images"_s, QCborArray{1}}} << u"images[0]"_s;
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QCborMap, map);
        QFETCH(QString, where);
        const auto reply = ImageStateReply::decode(map);
        QVERIFY(failedWith(Errc::BadFrame, reply));
        QCOMPARE(QString::fromStdString(reply.error().facts[0]), where);
    }

    void uploadRepliesAndSlotInfoThatMakeNoSenseAreRefused()
    {
        for (const QCborMap &map : {QCborMap(), QCborMap{{u"off"_s, -1}}, QCborMap{{u"off"_s, qint64{0x100000000}}}, QCborMap{{u"off"_s, u"0"_s}},
                                    QCborMap{{u"off"_s, 1}, {u"match"_s, 1}}})
            QVERIFY(failedWith(Errc::BadFrame, UploadReply::decode(map)));
        const QCborMap slot{{u"slot"_s, 1}, {u"size"_s, 4096}};
        QVERIFY(SlotInfoReply::decode(slotInfoOf(slot, 4096)));
        QVERIFY(failedWith(Errc::BadFrame, SlotInfoReply::decode(slotInfoOf(slot, -1))));
        QVERIFY(failedWith(Errc::BadFrame, SlotInfoReply::decode(slotInfoOf(slot, 0x40000001))));
        QVERIFY(failedWith(Errc::BadFrame, SlotInfoReply::decode(slotInfoOf(without(slot, "size"), 4096))));
        QVERIFY(failedWith(Errc::BadFrame, SlotInfoReply::decode(slotInfoOf(1, 4096))));
        QVERIFY(failedWith(Errc::BadFrame, EchoReply::decode({{u"r"_s, 1}})));
    }

    void piecesFillPacketsToTheLastByte()
    {
        for (std::size_t limit = 100; limit < 3000; ++limit) {
            for (const std::uint32_t offset : {0u, 23u, 24u, 255u, 256u, 65535u, 65536u}) {
                UploadNext next{offset, {}};
                next.data.resize(next.room(limit));
                QVERIFY(packetSize(next) <= limit);
                next.data.push_back(0);
                QVERIFY(packetSize(next) > limit);
            }
            UploadFirst first{524288, fileHash, {}, limit % 2 == 0};
            first.data.resize(first.room(limit));
            QVERIFY(packetSize(first) <= limit);
            first.data.push_back(0);
            QVERIFY(packetSize(first) > limit);
        }
        QCOMPARE((UploadNext{0, {}}.room(0)), 0u);
        QCOMPARE((UploadFirst{1, fileHash, {}, false}.room(50)), 0u);
    }
};

QTEST_APPLESS_MAIN(ImageGroupTest)
#include "image_group_test.moc"
