// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smp/crc16.h"
#include "protocol/smp/framing.h"
#include "tests/support/golden.h"

#include <QTest>

#include <random>

using namespace gainstage;
using namespace gainstage::smp;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

using Packets = std::vector<Bytes>;

const Instant start{};

Bytes text(std::string_view characters)
{
    return {characters.begin(), characters.end()};
}

Bytes joined(std::initializer_list<Bytes> parts)
{
    Bytes all;
    for (const Bytes &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes framed(const Bytes &packet)
{
    const auto writes = consoleFraming()->frame(packet);
    return writes.size() == 1 ? writes.front() : Bytes();
}

Packets packetsIn(Framing &framing)
{
    std::vector<Bytes> packets;
    while (auto packet = framing.next())
        packets.push_back(*std::move(packet));
    return packets;
}

Packets packetsIn(const Bytes &stream)
{
    const auto framing = consoleFraming();
    framing->take(stream, start);
    return packetsIn(*framing);
}

/// A packet of `size` bytes with content that depends on `seed`.
Bytes somePacket(std::size_t size, std::uint32_t seed)
{
    std::mt19937 random(seed);
    Bytes packet(size);
    for (std::uint8_t &byte : packet)
        byte = static_cast<std::uint8_t>(random());
    return packet;
}

std::vector<Bytes> linesOf(const Bytes &stream)
{
    std::vector<Bytes> lines(1);
    for (const std::uint8_t byte : stream) {
        lines.back().push_back(byte);
        if (byte == '\n')
            lines.emplace_back();
    }
    lines.pop_back();
    return lines;
}

const std::map<std::string, Bytes> &golden()
{
    static const auto bytes = goldenBytes(u"smp.txt"_s);
    return bytes;
}

} // namespace

class ConsoleFramingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCheckValueIsThatOfTheStandard() { QCOMPARE(crc16(text("123456789")), std::uint16_t(0x31c3)); }

    void framesAreByteForByteTheGoldenOnes()
    {
        for (const char *name : {"echo", "parameters", "upload-first", "upload-next"}) {
            const Bytes &frame = golden().at(std::string("console-") + name);
            QCOMPARE(toHex(framed(golden().at(name))), toHex(frame));
            QCOMPARE(packetsIn(frame), Packets{golden().at(name)});
        }
    }

    void packetsOfEverySizeArrive()
    {
        for (std::size_t size = 8; size <= 600; ++size) {
            const Bytes packet = somePacket(size, static_cast<std::uint32_t>(size));
            QCOMPARE(packetsIn(framed(packet)), Packets{packet});
        }
        const Bytes largest = somePacket(0xffff - 2, 1);
        QCOMPARE(packetsIn(framed(largest)), Packets{largest});
    }

    void noLineIsLongerThan127Bytes()
    {
        for (const Bytes &line : linesOf(framed(somePacket(2000, 3))))
            QVERIFY(line.size() <= 127);
    }

    void aStreamMayBeCutAnywhere()
    {
        const Bytes packet = somePacket(250, 4);
        const Bytes stream = framed(packet);
        for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
            const auto framing = consoleFraming();
            framing->take(BytesView(stream).first(cut), start);
            framing->take(BytesView(stream).subspan(cut), start);
            QCOMPARE(packetsIn(*framing), Packets{packet});
        }
    }

    void packetsMayComeByteByByteAndTogether()
    {
        const Bytes one = somePacket(20, 5), two = somePacket(300, 6);
        const Bytes stream = joined({framed(one), framed(two)});
        QCOMPARE(packetsIn(stream), (Packets{one, two}));
        const auto framing = consoleFraming();
        for (const std::uint8_t byte : stream)
            framing->take(BytesView(&byte, 1), start);
        QCOMPARE(packetsIn(*framing), (Packets{one, two}));
    }

    void logLinesDoNoHarm()
    {
        const Bytes one = somePacket(20, 7), two = somePacket(300, 8);
        const Bytes log = text("[00:01] relay: \x1b[31mclick\x1b[0m\r\n\n\n\x06\n\x04\n\t\x14\n");
        QCOMPARE(packetsIn(joined({log, framed(one), log, log, framed(two), log})), (Packets{one, two}));
    }

    void logLinesBetweenTheLinesOfAPacketDoNoHarm()
    {
        const Bytes packet = somePacket(300, 9);
        Bytes stream;
        for (const Bytes &line : linesOf(framed(packet)))
            stream = joined({stream, line, text("log\n")});
        QCOMPARE(packetsIn(stream), Packets{packet});
    }

    void logTextWithoutAnEndDoesNotSwallowAPacket()
    {
        const Bytes packet = somePacket(20, 10);
        QCOMPARE(packetsIn(joined({text("half a log li"), framed(packet)})), Packets{packet});
        QCOMPARE(packetsIn(joined({Bytes(100000, 'x'), framed(packet)})), Packets{packet});
    }

    void aCarriageReturnBeforeTheLineFeedIsAccepted()
    {
        const Bytes packet = somePacket(300, 11);
        Bytes stream;
        for (Bytes line : linesOf(framed(packet))) {
            line.insert(line.end() - 1, '\r');
            stream = joined({stream, line});
        }
        QCOMPARE(packetsIn(stream), Packets{packet});
    }

    void noSingleFlippedBitYieldsAWrongPacket()
    {
        const Bytes packet = somePacket(200, 12);
        const Bytes after = somePacket(30, 13);
        const Bytes stream = framed(packet);
        for (std::size_t bit = 0; bit < stream.size() * 8; ++bit) {
            Bytes flipped = stream;
            flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
            const auto packets = packetsIn(joined({flipped, framed(after)}));
            QVERIFY2(!packets.empty() && packets.back() == after, "the packet behind the damage is lost, too");
            QVERIFY(packets.size() == 1 || (packets.size() == 2 && packets.front() == packet));
        }
    }

    void aLostByteCostsOnePacketAndNoMore()
    {
        const Bytes packet = somePacket(200, 14), after = somePacket(30, 15);
        const Bytes stream = framed(packet);
        for (std::size_t lost = 0; lost < stream.size(); ++lost) {
            Bytes shorter = stream;
            shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(lost));
            QCOMPARE(packetsIn(joined({shorter, framed(after)})), Packets{after});
        }
    }

    void aRepeatedByteCostsAtMostOnePacket()
    {
        const Bytes packet = somePacket(200, 16), after = somePacket(30, 17);
        const Bytes stream = framed(packet);
        for (std::size_t at = 0; at < stream.size(); ++at) {
            Bytes longer = stream;
            longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(at), stream[at]);
            const auto packets = packetsIn(joined({longer, framed(after)}));
            QVERIFY(!packets.empty() && packets.back() == after);
            QVERIFY(packets.size() == 1 || (packets.size() == 2 && packets.front() == packet));
        }
    }

    void aContinuationWithoutABeginningIsDropped()
    {
        const Bytes packet = somePacket(200, 18), after = somePacket(30, 19);
        const auto lines = linesOf(framed(packet));
        QVERIFY(lines.size() == 3);
        QCOMPARE(packetsIn(joined({lines[1], lines[2], framed(after)})), Packets{after});
        QCOMPARE(packetsIn(joined({lines[0], lines[2], framed(after)})), Packets{after});
        QCOMPARE(packetsIn(joined({lines[0], lines[1], lines[1], lines[2], framed(after)})), Packets{after});
    }

    void aNewBeginningTakesThePlaceOfWhatWasUnderWay()
    {
        const Bytes packet = somePacket(200, 20), after = somePacket(200, 21);
        const auto lines = linesOf(framed(packet));
        QCOMPARE(packetsIn(joined({lines[0], lines[1], framed(after)})), Packets{after});
        QCOMPARE(packetsIn(joined({lines[0], Bytes(lines[1].begin(), lines[1].begin() + 60), framed(after)})), Packets{after});
    }

    void aLineThatIsTooLongIsDropped()
    {
        const Bytes after = somePacket(30, 22);
        const Bytes line = joined({fromHex("06 09"), Bytes(128, 'A'), text("\n")});
        QCOMPARE(packetsIn(joined({line, framed(after)})), Packets{after});
        const Bytes endless = joined({fromHex("06 09"), Bytes(1000000, 'A')});
        QCOMPARE(packetsIn(joined({endless, framed(after)})), Packets{after});
    }

    void emptyAndTinyFramesAreDropped()
    {
        const Bytes after = somePacket(30, 23);
        for (const char *line : {"\n", "AAA=\n", "AAA\n", "AAIAAA==\n", "AAAAAA==\n", "====\n"})
            QCOMPARE(packetsIn(joined({fromHex("06 09"), text(line), framed(after)})), Packets{after});
    }

    void noiseYieldsNothingAndDoesNotSpoilWhatFollows()
    {
        const Bytes after = somePacket(30, 24);
        for (std::uint32_t seed = 0; seed < 50; ++seed)
            QCOMPARE(packetsIn(joined({somePacket(5000, 1000 + seed), text("\n"), framed(after)})), Packets{after});
    }

    /// Noise made of what frames are made of, so that it goes deep into the decoder.
    void noiseThatLooksLikeFramesYieldsNothing()
    {
        const std::vector<Bytes> pieces{fromHex("06 09"), fromHex("04 14"), text("AAAA"), text("ABAK"),
                                        text("Zg=="),     text("\n"),       text("\r\n"), text("x")};
        const Bytes after = somePacket(30, 25);
        std::mt19937 random(26);
        for (int round = 0; round < 200; ++round) {
            Bytes stream;
            for (int i = 0; i < 200; ++i)
                stream = joined({stream, pieces[random() % pieces.size()]});
            QCOMPARE(packetsIn(joined({stream, framed(after)})), Packets{after});
        }
    }

    void aFullPacketLeavesNoLinePartlyEmpty()
    {
        const auto framing = consoleFraming();
        for (std::size_t limit = 1; limit < 2100; ++limit) {
            const std::size_t size = framing->fullPacket(limit);
            QVERIFY(size <= limit && size + 93 > limit);
            if (limit >= 93)
                QCOMPARE(framing->frame(Bytes(size))[0].size() % 127, 0u);
        }
    }

    void resetForgetsWhatIsUnderWay()
    {
        const Bytes packet = somePacket(200, 27), after = somePacket(30, 28);
        const auto framing = consoleFraming();
        framing->take(framed(after), start);
        framing->take(linesOf(framed(packet))[0], start);
        framing->reset();
        framing->take(linesOf(framed(packet))[1], start);
        QVERIFY(packetsIn(*framing).empty());
        framing->take(framed(after), start);
        QCOMPARE(packetsIn(*framing), Packets{after});
    }
};

QTEST_APPLESS_MAIN(ConsoleFramingTest)
#include "console_framing_test.moc"
