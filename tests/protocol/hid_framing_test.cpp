// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smp/framing.h"
#include "tests/support/golden.h"

#include <QTest>

#include <random>

using namespace gainstage;
using namespace gainstage::smp;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Packets = std::vector<Bytes>;

const Instant start{};

/// A packet with a header that fits its size.
Bytes somePacket(std::size_t size, std::uint8_t filling = 0x5a)
{
    Bytes packet(size, filling);
    const std::size_t payload = size - 8;
    const Bytes header{0x08, 0x00, static_cast<std::uint8_t>(payload >> 8U), static_cast<std::uint8_t>(payload), 0x00, 0x40, 0x01, 0x02};
    std::ranges::copy(header, packet.begin());
    return packet;
}

Packets packetsIn(Framing &framing)
{
    std::vector<Bytes> packets;
    while (auto packet = framing.next())
        packets.push_back(*std::move(packet));
    return packets;
}

/// Reports with counters from 0, as an amp that just started sends them.
std::vector<Bytes> reportsOf(std::initializer_list<Bytes> packets)
{
    const auto framing = hidFraming();
    std::vector<Bytes> reports;
    for (const Bytes &packet : packets) {
        for (Bytes &report : framing->frame(packet))
            reports.push_back(std::move(report));
    }
    return reports;
}

std::vector<Bytes> packetsOf(const std::vector<Bytes> &reports)
{
    const auto framing = hidFraming();
    for (const Bytes &report : reports)
        framing->take(report, start);
    return packetsIn(*framing);
}

} // namespace

class HidFramingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reportsAreByteForByteTheGoldenOnes()
    {
        const auto golden = goldenBytes(u"smp.txt"_s);
        for (const char *name : {"echo", "parameters", "upload-first", "upload-next"}) {
            Bytes all;
            const auto reports = hidFraming()->frame(golden.at(name));
            for (const Bytes &report : reports)
                all.insert(all.end(), report.begin(), report.end());
            QCOMPARE(toHex(all), toHex(golden.at(std::string("hid-") + name)));
            QCOMPARE(packetsOf(reports), Packets{golden.at(name)});
        }
    }

    void packetsOfEverySizeArrive()
    {
        for (std::size_t size = 8; size <= 600; ++size)
            QCOMPARE(packetsOf(reportsOf({somePacket(size)})), Packets{somePacket(size)});
        QCOMPARE(packetsOf(reportsOf({somePacket(8 + 0xffff)})), Packets{somePacket(8 + 0xffff)});
    }

    void theCounterRunsOnAcrossPacketsAndWraps()
    {
        const auto framing = hidFraming();
        for (unsigned packet = 0; packet < 300; ++packet) {
            const auto reports = framing->frame(somePacket(100));
            QCOMPARE(reports.size(), std::size_t(2));
            QCOMPARE(reports[0][1], static_cast<std::uint8_t>(2 * packet));
            QCOMPARE(reports[1][1], static_cast<std::uint8_t>(2 * packet + 1));
        }
    }

    void aPacketAcrossTheWrapOfTheCounterArrives()
    {
        const auto sender = hidFraming();
        const auto receiver = hidFraming();
        for (int packet = 0; packet < 300; ++packet) {
            for (const Bytes &report : sender->frame(somePacket(170)))
                receiver->take(report, start);
            QCOMPARE(packetsIn(*receiver), Packets{somePacket(170)});
        }
    }

    void aLostReportCostsItsPacketAndNoMore()
    {
        const Bytes one = somePacket(200, 1), two = somePacket(200, 2);
        const auto all = reportsOf({one, two});
        for (std::size_t lost = 0; lost < all.size(); ++lost) {
            auto reports = all;
            reports.erase(reports.begin() + static_cast<std::ptrdiff_t>(lost));
            QCOMPARE(packetsOf(reports), Packets{lost < all.size() / 2 ? two : one});
        }
    }

    void aRepeatedReportCostsAtMostItsPacket()
    {
        const Bytes one = somePacket(200, 1), two = somePacket(200, 2);
        const auto all = reportsOf({one, two});
        for (std::size_t repeated = 0; repeated < all.size() / 2; ++repeated) {
            auto reports = all;
            reports.insert(reports.begin() + static_cast<std::ptrdiff_t>(repeated), all[repeated]);
            const auto packets = packetsOf(reports);
            QVERIFY(!packets.empty() && packets.back() == two);
            QVERIFY(packets.size() == 1 || packets.front() == one);
        }
    }

    void reportsInTheWrongOrderYieldNothing()
    {
        const Bytes after = somePacket(20, 3);
        auto reports = reportsOf({somePacket(200), after});
        std::swap(reports[1], reports[2]);
        QCOMPARE(packetsOf(reports), Packets{after});
    }

    void aBeginningIsTakenWhateverItsCounter()
    {
        const auto framing = hidFraming();
        Bytes report = reportsOf({somePacket(20)}).front();
        for (const std::uint8_t counter : Bytes{0x90, 0x07, 0x07, 0xff}) {
            report[1] = counter;
            framing->take(report, start);
            QCOMPARE(packetsIn(*framing), Packets{somePacket(20)});
        }
    }

    void aContinuationOutOfPlaceIsDropped()
    {
        auto reports = reportsOf({somePacket(200), somePacket(20)});
        reports.erase(reports.begin());
        QCOMPARE(packetsOf(reports), Packets{somePacket(20)});
    }

    void aSecondBeginningTakesThePlaceOfTheFirst()
    {
        auto reports = reportsOf({somePacket(200, 1), somePacket(200, 2)});
        reports.erase(reports.begin() + 2, reports.begin() + 4);
        QCOMPARE(packetsOf(reports), Packets{somePacket(200, 2)});
    }

    void silenceOfMoreThanASecondInsideAPacketDropsIt()
    {
        for (const auto &[silence, arrives] : {std::pair{1000ms, true}, std::pair{1001ms, false}}) {
            const auto framing = hidFraming();
            const auto reports = reportsOf({somePacket(100), somePacket(20)});
            framing->take(reports[0], start);
            framing->take(reports[1], start + silence);
            QCOMPARE(packetsIn(*framing).size(), arrives ? std::size_t(1) : std::size_t(0));
            framing->take(reports[2], start + 10 * silence);
            QCOMPARE(packetsIn(*framing), Packets{somePacket(20)});
        }
    }

    void aPacketOfTheWrongSizeIsDropped()
    {
        for (const int wrong : {-1, 1}) {
            Bytes packet = somePacket(30);
            packet[3] = static_cast<std::uint8_t>(packet[3] + wrong);
            QCOMPARE(packetsOf(reportsOf({packet, somePacket(20)})), Packets{somePacket(20)});
        }
    }

    void reportsThatCannotBeAreDropped()
    {
        const Bytes good = reportsOf({somePacket(20)}).front();
        Bytes tooLong = good;
        tooLong[0] = 0xff; // 63 bytes of payload in a report of 64
        Bytes empty = good;
        empty[0] = 0xc0;
        for (const Bytes &report : {Bytes(), Bytes{0xd4}, Bytes{0xd4, 0x00}, Bytes(good.begin(), good.begin() + 10), tooLong, empty})
            QCOMPARE(packetsOf({report, good}), Packets{somePacket(20)});
    }

    void noiseDoesNotSpoilWhatFollows()
    {
        std::mt19937 random(31);
        for (int round = 0; round < 500; ++round) {
            const auto framing = hidFraming();
            for (int i = 0; i < 20; ++i) {
                Bytes report(64);
                for (std::uint8_t &byte : report)
                    byte = static_cast<std::uint8_t>(random());
                framing->take(report, start);
            }
            framing->take(reportsOf({somePacket(20)}).front(), start);
            const auto packets = packetsIn(*framing);
            QVERIFY(!packets.empty() && packets.back() == somePacket(20));
        }
    }

    void aFullPacketLeavesNoReportPartlyEmpty()
    {
        const auto framing = hidFraming();
        for (std::size_t limit = 1; limit < 2100; ++limit) {
            const std::size_t size = framing->fullPacket(limit);
            QVERIFY(size <= limit && size + 62 > limit);
            if (limit >= 62)
                QCOMPARE(framing->frame(Bytes(size)).size() + 1, framing->frame(Bytes(size + 1)).size());
        }
    }

    void aPacketThatNeverEndsIsGivenUp()
    {
        const auto framing = hidFraming();
        Bytes report(64, 0x08);
        for (unsigned i = 0; i < 5000; ++i) {
            report[0] = i == 0 ? 0x7e : 0x3e;
            report[1] = static_cast<std::uint8_t>(i);
            framing->take(report, start);
        }
        QVERIFY(packetsIn(*framing).empty());
    }
};

QTEST_APPLESS_MAIN(HidFramingTest)
#include "hid_framing_test.moc"
