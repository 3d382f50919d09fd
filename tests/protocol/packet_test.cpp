// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smp/cbor.h"
#include "protocol/smp/packet.h"
#include "protocol/smp/refusal.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QCborArray>
#include <QCborMap>
#include <QTest>

#include <random>

using namespace gainstage;
using namespace gainstage::smp;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray fromGolden(const char *hex)
{
    const Bytes bytes = fromHex(hex);
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

const QByteArray imageHash = fromGolden("a4da69509322338ff4837c1b2b6ca7cde3eda1beabff57acc88fbaddd781f061");
const QByteArray fileHash = fromGolden("d52ec4ba422dd4fbca9bda00d6e0ba7a37025fd588554fafbd2b84efbec07632");
const QByteArray imageStart = fromGolden("3db8f39600000000200034004000000000000000010203000400000000000000");

QByteArray countingBytes(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes.append(static_cast<char>(i));
    return bytes;
}

std::map<std::string, Packet> packetsAsTypes()
{
    using enum Operation;
    const QCborMap hi{{u"d"_s, u"hi"_s}};
    const QCborMap first{{u"image"_s, 0}, {u"len"_s, 0x124}, {u"off"_s, 0}, {u"sha"_s, fileHash}, {u"data"_s, imageStart}, {u"upgrade"_s, true}};
    return {
        {"echo", {Write, 1, 0, 0, 0, hi}},
        {"echo-version-0", {Write, 0, 0, 0, 0, hi}},
        {"parameters", {Read, 1, 0, 1, 6, {}}},
        {"boot-loader-info", {Read, 1, 0, 2, 8, {}}},
        {"image-state-read", {Read, 1, 1, 3, 0, {}}},
        {"reset", {Write, 1, 0, 4, 5, {}}},
        {"slot-info", {Read, 1, 1, 5, 6, {}}},
        {"erase", {Write, 1, 1, 6, 5, {{u"slot"_s, 1}}}},
        {"upload-first", {Write, 1, 1, 7, 1, first}},
        {"upload-next", {Write, 1, 1, 8, 1, {{u"off"_s, 32}, {u"data"_s, countingBytes(32)}}}},
        {"upload-reply", {WriteReply, 1, 1, 7, 1, {{u"off"_s, 32}}}},
        {"upload-refused", {WriteReply, 1, 1, 7, 1, {{u"err"_s, QCborMap{{u"group"_s, 1}, {u"rc"_s, 27}}}}}},
        {"image-test", {Write, 1, 1, 9, 0, {{u"hash"_s, imageHash}, {u"confirm"_s, false}}}},
        {"image-confirm", {Write, 1, 1, 10, 0, {{u"confirm"_s, true}}}},
    };
}

Bytes nested(int depth, const char *opening, const char *closing)
{
    std::string hex = "a1 61 61";
    for (int i = 1; i < depth; ++i)
        hex += opening;
    hex += "01";
    for (int i = 1; i < depth; ++i)
        hex += closing;
    return fromHex(hex);
}

Result<QCborMap> mapOf(const char *hex)
{
    return decodeMap(fromHex(hex));
}

} // namespace

class PacketTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void packetsOfTheStandardGroupsAreByteForByteTheirs_data()
    {
        QTest::addColumn<std::string>("name");
        for (const auto &[name, packet] : packetsAsTypes())
            QTest::newRow(name.c_str()) << name;
    }
    void packetsOfTheStandardGroupsAreByteForByteTheirs()
    {
        QFETCH(std::string, name);
        const Packet packet = packetsAsTypes().at(name);
        const Bytes golden = goldenBytes(u"smp.txt"_s).at(name);
        QCOMPARE(toHex(encode(packet)), toHex(golden));
        const auto decoded = decode(golden);
        QVERIFY(decoded);
        QCOMPARE(decoded->operation, packet.operation);
        QCOMPARE(decoded->version, packet.version);
        QCOMPARE(decoded->group, packet.group);
        QCOMPARE(decoded->sequence, packet.sequence);
        QCOMPARE(decoded->command, packet.command);
        QCOMPARE(decoded->payload, packet.payload);
    }

    void everyGoldenPacketOfTheAmpGroupSurvivesDecodingAndEncoding()
    {
        const auto golden = goldenBytes(u"gap.txt"_s);
        QVERIFY(golden.size() > 80);
        for (const auto &[name, bytes] : golden) {
            if (name == "description-document") {
                QVERIFY2(decodeMap(bytes), name.c_str());
                QCOMPARE(toHex(encodeMap(*decodeMap(bytes))), toHex(bytes));
                continue;
            }
            const auto packet = decode(bytes);
            QVERIFY2(packet, name.c_str());
            QCOMPARE(toHex(encode(*packet)), toHex(bytes));
        }
    }

    void aHeaderThatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QString>("hex");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("seven bytes") << u"08 00 00 01 00 00 01"_s;
        QTest::newRow("header only") << u"08 00 00 00 00 00 01 06"_s;
        QTest::newRow("shorter than announced") << u"08 00 00 02 00 00 01 06 a0"_s;
        QTest::newRow("longer than announced") << u"08 00 00 01 00 00 01 06 a0 a0"_s;
        QTest::newRow("operation 4") << u"0c 00 00 01 00 00 01 06 a0"_s;
        QTest::newRow("version 2") << u"10 00 00 01 00 00 01 06 a0"_s;
    }
    void aHeaderThatMakesNoSenseIsRefused()
    {
        QFETCH(QString, hex);
        QVERIFY(failedWith(Errc::BadFrame, decode(fromHex(hex.toStdString()))));
    }

    void reservedBitsAreIgnored()
    {
        const auto packet = decode(fromHex("e8 ff 00 01 00 00 01 06 a0"));
        QVERIFY(packet);
        QCOMPARE(packet->operation, Operation::Read);
        QCOMPARE(packet->version, 1);
    }

    void aPayloadThatIsNotOneSoundMapIsRefused_data()
    {
        QTest::addColumn<QString>("hex");
        const std::pair<const char *, const char *> corpus[] = {
            {"nothing", ""},
            {"array", "80"},
            {"number", "00"},
            {"text", "61 61"},
            {"break", "ff"},
            {"tagged map", "c1 a0"},
            {"byte behind", "a0 00"},
            {"two maps", "a0 a0"},
            {"cut off in the map", "a1"},
            {"cut off after the key", "a1 61 61"},
            {"key without value", "bf 61 61 ff"},
            {"no break", "bf 61 61 01"},
            {"cut off in a number", "a1 61 61 19 01"},
            {"cut off in a text", "a1 61 61 63 61 62"},
            {"cut off in bytes", "a1 61 61 43 61 62"},
            {"text of 4 GiB", "a1 61 61 7a ff ff ff ff 61"},
            {"text of 2^63", "a1 61 61 7b 7f ff ff ff ff ff ff ff 61"},
            {"text of 2^64 - 1", "a1 61 61 7b ff ff ff ff ff ff ff ff 61"},
            {"bytes of 2 GiB", "a1 61 61 5a 7f ff ff ff 61"},
            {"map of 2^32 entries", "ba ff ff ff ff 61 61 01"},
            {"map of 2^64 - 1 entries", "bb ff ff ff ff ff ff ff ff 61 61 01"},
            {"array of 2^63 values", "a1 61 61 9b 80 00 00 00 00 00 00 00 01"},
            {"array of 2^30 values", "a1 61 61 9a 40 00 00 00 01"},
            {"reserved length", "a1 61 61 1c"},
            {"indefinite number", "a1 61 61 1f"},
            {"simple value in two bytes below 32", "a1 61 61 f8 10"},
            {"text that is not UTF-8", "a1 61 61 62 c3 28"},
            {"key that is not UTF-8", "a1 61 ff 01"},
            {"chunk of another type", "a1 61 61 7f 41 61 ff"},
            {"chunks without end", "a1 61 61 7f 61 61"},
            {"chunk of 2^40 bytes", "a1 61 61 5f 5b 00 00 01 00 00 00 00 00 61"},
            {"tag without content", "a1 61 61 c1"},
        };
        for (const auto &[name, hex] : corpus)
            QTest::newRow(name) << QString::fromLatin1(hex);
    }
    void aPayloadThatIsNotOneSoundMapIsRefused()
    {
        QFETCH(QString, hex);
        const auto outcome = decodeMap(fromHex(hex.toStdString()));
        QVERIFY(failedWith(Errc::BadFrame, outcome));
        QCOMPARE(outcome.error().facts.size(), std::size_t(2));
    }

    void eightLevelsAreTakenAndNineAreNot()
    {
        QVERIFY(decodeMap(nested(8, "81", "")));
        QVERIFY(decodeMap(nested(8, "9f", "ff")));
        QVERIFY(decodeMap(nested(8, "a1 00", "")));
        QVERIFY(failedWith(Errc::BadFrame, decodeMap(nested(9, "81", ""))));
        QVERIFY(failedWith(Errc::BadFrame, decodeMap(nested(9, "9f", "ff"))));
        QVERIFY(failedWith(Errc::BadFrame, decodeMap(nested(9, "a1 00", ""))));
        QVERIFY(failedWith(Errc::BadFrame, decodeMap(nested(9, "c1", ""))));
        QVERIFY(failedWith(Errc::BadFrame, decodeMap(nested(60000, "81", ""))));
        QVERIFY(failedWith(Errc::BadFrame, decodeMap(nested(60000, "c1", ""))));
    }

    void moreValuesThanAnyMessageHasAreRefused()
    {
        std::string hex = "a1 00 9a 00 00 40 00";
        for (int i = 0; i < 0x4000; ++i)
            hex += "00";
        QVERIFY(failedWith(Errc::BadFrame, decodeMap(fromHex(hex))));
    }

    void everyWayToWriteTheSameMapIsTaken()
    {
        const QCborMap expected{{u"a"_s, 1}, {u"b"_s, QCborArray{2, u"xy"_s}}};
        for (const char *hex :
             {"a2 61 61 01 61 62 82 02 62 78 79", "bf 61 61 01 61 62 9f 02 62 78 79 ff ff", "bf 61 61 18 01 61 62 9f 19 00 02 62 78 79 ff ff",
              "ba 00 00 00 02 78 01 61 1b 00 00 00 00 00 00 00 01 61 62 98 02 02 7f 61 78 60 61 79 ff", "a2 61 61 c1 01 61 62 82 02 62 78 79"}) {
            const auto map = mapOf(hex);
            QVERIFY2(map, hex);
            QCOMPARE(*map, expected);
        }
    }

    void ofARepeatedKeyTheLastValueCounts()
    {
        const auto map = mapOf("a3 61 61 01 61 61 02 61 61 03");
        QVERIFY(map);
        QCOMPARE(map->value(u"a"_s).toInteger(), 3);
        QCOMPARE(map->size(), 1);
    }

    void numbersKeepTheirSignAndSize()
    {
        const auto map =
            mapOf("a5 00 1b 7f ff ff ff ff ff ff ff 01 3b 7f ff ff ff ff ff ff fe 02 20 03 1b ff ff ff ff ff ff ff ff 04 3b ff ff ff ff ff ff ff ff");
        QVERIFY(map);
        QCOMPARE(map->value(0).toInteger(), std::numeric_limits<qint64>::max());
        QCOMPARE(map->value(1).toInteger(), -std::numeric_limits<qint64>::max());
        QCOMPARE(map->value(2).toInteger(), -1);
        QVERIFY(!map->value(3).isInteger());
        QVERIFY(!map->value(4).isInteger());
    }

    void everyCutOfEveryGoldenPayloadIsRefused()
    {
        for (const auto &[name, bytes] : goldenBytes(u"gap.txt"_s)) {
            if (name == "description-document")
                continue;
            const BytesView payload = BytesView(bytes).subspan(kHeaderSize);
            for (std::size_t length = 0; length < payload.size(); ++length)
                QVERIFY2(failedWith(Errc::BadFrame, decodeMap(payload.first(length))), name.c_str());
        }
    }

    /// Whatever the bytes: an answer, never a crash, and what is accepted can be written again.
    void damagedPayloadsAreDecodedOrRefused()
    {
        std::mt19937 random(20240501);
        const auto golden = goldenBytes(u"gap.txt"_s);
        int accepted = 0;
        for (const auto &[name, bytes] : golden) {
            for (int round = 0; round < 200; ++round) {
                Bytes damaged(bytes.begin() + (name == "description-document" ? 0 : kHeaderSize), bytes.end());
                for (unsigned hits = 1 + random() % 4; hits > 0; --hits)
                    damaged[random() % damaged.size()] = static_cast<std::uint8_t>(random());
                const auto map = decodeMap(damaged);
                QVERIFY2(!map || decodeMap(encodeMap(*map)), toHex(damaged).c_str());
                accepted += map ? 1 : 0;
            }
        }
        QVERIFY2(accepted > 0, "none of the damages was harmless: nothing was tried");
    }

    void refusalsAreFoundInAnswers()
    {
        const auto generic = refusalIn(*mapOf("a1 62 72 63 08"));
        QVERIFY(generic && generic->group == 0 && generic->code == 8 && !generic->id);
        const auto ofGroup = refusalIn(decode(goldenBytes(u"gap.txt"_s).at("refusal-out-of-range-reply"))->payload);
        QVERIFY(ofGroup && ofGroup->group == 64 && ofGroup->code == 3 && ofGroup->id == 3U);
    }

    void anAnswerWithoutAnErrorIsNoRefusal()
    {
        for (const char *hex : {"a0", "a1 62 72 63 00", "a1 62 72 63 20", "a1 62 72 63 61 38", "a1 63 65 72 72 01", "a1 63 65 72 72 a0",
                                "a1 63 65 72 72 a2 65 67 72 6f 75 70 18 40 62 72 63 00"})
            QVERIFY2(!refusalIn(*mapOf(hex)), hex);
    }

    void refusalsHaveCodesThatProgramsTest()
    {
        QCOMPARE(errorOf({0, 8, {}}).code, Errc::Unsupported);
        QCOMPARE(errorOf({0, 3, {}}).code, Errc::Refused);
        QCOMPARE(errorOf({64, 2, 99U}).code, Errc::UnknownSetting);
        QCOMPARE(errorOf({64, 3, 3U}).code, Errc::OutOfRange);
        QCOMPARE(errorOf({64, 4, 7U}).code, Errc::ReadOnly);
        QCOMPARE(errorOf({64, 5, 1U}).code, Errc::Refused);
        QCOMPARE(errorOf({64, 6, {}}).code, Errc::Conflict);
        QCOMPARE(errorOf({64, 7, {}}).code, Errc::Locked);
        QCOMPARE(errorOf({64, 12, 1U}).code, Errc::OutOfRange);
        QCOMPARE(errorOf({64, 999, {}}).code, Errc::Refused);
        QCOMPARE(errorOf({1, 27, {}}).code, Errc::Refused);
    }

    void refusalsNameWhatIsToBlame()
    {
        QCOMPARE(errorOf({64, 2, 99U}).facts, std::vector<std::string>{"99"});
        QVERIFY(errorOf({64, 12, {}}).facts.empty());
        QCOMPARE(errorOf({1, 99, {}}).facts, (std::vector<std::string>{"99", "1"}));
        for (std::uint32_t code = 2; code <= 34; ++code)
            QVERIFY2(errorOf({1, code, {}}).facts.empty(), qPrintable(QString::number(code)));
    }
};

QTEST_APPLESS_MAIN(PacketTest)
#include "packet_test.moc"
