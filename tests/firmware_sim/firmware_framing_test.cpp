// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/firmware_bench.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray echoOf(int length)
{
    QByteArray payload = QByteArray::fromHex("a1 61 64 79");
    appendNumber(payload, static_cast<std::uint32_t>(length));
    payload += QByteArray(length, 'e');
    return FirmwareBench::packetOf(2, 0, 0, payload, 5);
}

const QByteArray kPing = FirmwareBench::packetOf(0, 0, 6, QByteArray::fromHex("a0"), 77);

/// Answers of an amp on one wire, counted.
struct Wire : FirmwareBench {
    explicit Wire(firmware::Framing framing) : FirmwareBench(firmware::desktopModel(), {framing}) { powerOnAndSettle(); }
    std::size_t answersTo(const QByteArray &bytes)
    {
        sendRaw(bytes);
        return received().size();
    }
    /// For reports: each of 64 bytes handed over by itself.
    std::size_t answersToReports(const QByteArray &reports)
    {
        for (qsizetype at = 0; at < reports.size(); at += 64)
            sendRaw(reports.mid(at, 64));
        return received().size();
    }
};

} // namespace

class FirmwareFramingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void packetsOfEverySizeArriveOverBothFramings()
    {
        FirmwareBench bench(firmware::desktopModel(), {firmware::Framing::Console, firmware::Framing::Hid});
        bench.powerOnAndSettle();
        for (int length = 256; length < 2048 - 14; length += 13) {
            for (const auto link : {std::uint8_t{0}, std::uint8_t{1}}) {
                bench.send(echoOf(length), link);
                const auto packets = bench.received(link);
                QCOMPARE(packets.size(), 1u);
                QCOMPARE(packets[0]["r"].toString().size(), length);
            }
        }
    }

    void aSerialLineMayArriveByteByByte()
    {
        Wire wire(firmware::Framing::Console);
        for (const char byte : toConsole(echoOf(300)))
            wire.sendRaw(QByteArray(1, byte));
        QCOMPARE(wire.received().size(), 1u);
    }

    void whatStandsBetweenFramesIsIgnored_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("log line") << QByteArray("[00:00:07] relay: idle\n");
        QTest::newRow("no line feed") << QByteArray("prompt> ");
        QTest::newRow("zeros") << QByteArray(500, '\0');
        QTest::newRow("half a marker") << QByteArray("\x06");
        QTest::newRow("two half markers") << QByteArray("\x06\x06\x04");
        QTest::newRow("empty frame") << QByteArray("\x06\x09\n");
        QTest::newRow("bad base64") << QByteArray("\x06\x09####\n");
        QTest::newRow("base64 cut") << QByteArray("\x06\x09"
                                                  "AAs\n");
        QTest::newRow("padding inside") << QByteArray("\x06\x09"
                                                      "AA==AAAA\n");
        QTest::newRow("lone continuation") << QByteArray("\x04\x14"
                                                         "AAsIAAABAAABBqBEIw==\n");
        QTest::newRow("line too long") << QByteArray("\x06\x09") % QByteArray(130, 'A') % '\n';
        QTest::newRow("line never ended") << toConsole(kPing).chopped(1);
        QTest::newRow("first line of a long packet") << toConsole(echoOf(300)).left(127);
        QTest::newRow("length of nothing") << QByteArray("\x06\x09"
                                                         "AAAA\n");
    }
    void whatStandsBetweenFramesIsIgnored()
    {
        QFETCH(QByteArray, before);
        Wire wire(firmware::Framing::Console);
        QCOMPARE(wire.answersTo(before + toConsole(kPing)), 1u);
        QCOMPARE(wire.answersTo(before), 0u);
        QCOMPARE(wire.answersTo(toConsole(kPing)), 1u);
    }

    void logBetweenTheLinesOfAPacketDoesNoHarm()
    {
        Wire wire(firmware::Framing::Console);
        QByteArray frame = toConsole(echoOf(150));
        frame.insert(127, "a log line\n");
        QCOMPARE(wire.answersTo(frame), 1u);
    }

    void aCarriageReturnMayEndALine()
    {
        Wire wire(firmware::Framing::Console);
        QCOMPARE(wire.answersTo(toConsole(echoOf(150)).replace("\n", "\r\n")), 1u);
    }

    void aPacketThatIsDamagedIsDropped()
    {
        Wire wire(firmware::Framing::Console);
        const QByteArray good = toConsole(kPing);
        for (qsizetype at = 2; at < good.size() - 3; ++at) {
            QByteArray bad = good;
            bad[at] = bad[at] == 'A' ? 'B' : 'A';
            QCOMPARE(wire.answersTo(bad), 0u);
        }
        QByteArray longer; // content goes on behind what the length says
        appendNumber(longer, static_cast<std::uint32_t>(kPing.size() + 2));
        longer += kPing;
        appendNumber(longer, bareCrc(kPing));
        longer += "more";
        QCOMPARE(wire.answersTo(QByteArray("\x06\x09") % longer.toBase64() % '\n'), 0u);
        QCOMPARE(wire.answersTo(good), 1u);
    }

    void aHeaderWhoseLengthIsWrongIsDropped()
    {
        for (const char length : {'\0', '\x02'}) {
            QByteArray packet = kPing;
            packet[3] = length;
            Wire console(firmware::Framing::Console), hid(firmware::Framing::Hid);
            console.send(packet);
            hid.send(packet);
            QVERIFY(console.received().empty());
            QVERIFY(hid.received().empty());
        }
    }

    void aNewFirstLineBeginsANewPacketInTheMiddleOfAnother()
    {
        Wire wire(firmware::Framing::Console);
        const QByteArray lines = toConsole(echoOf(300));
        QCOMPARE(wire.answersTo(lines.left(200) + toConsole(kPing)), 1u);
        QCOMPARE(wire.answersTo(lines.mid(200)), 0u);
    }

    void aGapInTheCounterDropsThePacket()
    {
        Wire wire(firmware::Framing::Hid);
        std::uint8_t counter = 250; // begins anywhere, and wraps
        QCOMPARE(wire.answersToReports(toHid(echoOf(600), counter)), 1u);
        QByteArray reports = toHid(echoOf(600), counter);
        QCOMPARE(wire.answersToReports(reports.left(192) + reports.mid(256)), 0u);
        reports = toHid(echoOf(600), counter);
        QCOMPARE(wire.answersToReports(reports.left(192) + reports.mid(128)), 0u);
        counter = 17;
        QCOMPARE(wire.answersToReports(toHid(kPing, counter)), 1u);
    }

    void reportsOutOfPlaceAreDropped()
    {
        Wire wire(firmware::Framing::Hid);
        std::uint8_t counter = 0;
        const QByteArray reports = toHid(echoOf(200), counter);
        QCOMPARE(wire.answersToReports(reports.mid(64)), 0u);
        QCOMPARE(wire.answersToReports(reports.left(64) + reports), 1u);
        QByteArray tooLong = reports;
        tooLong[0] = static_cast<char>(tooLong[0] | 0x3f);
        QCOMPARE(wire.answersToReports(tooLong), 0u);
        wire.sendRaw(reports.left(64));
        wire.sendRaw(reports.mid(64, 63));
        QCOMPARE(wire.answersToReports(reports.mid(64)), 0u);
        QCOMPARE(wire.answersToReports(reports), 1u);
    }

    void aSecondOfSilenceInsideAPacketDropsIt()
    {
        Wire wire(firmware::Framing::Hid);
        std::uint8_t counter = 0;
        const QByteArray reports = toHid(echoOf(100), counter);
        wire.sendRaw(reports.left(64));
        wire.advance(1000);
        QCOMPARE(wire.answersToReports(reports.mid(64)), 1u);
        wire.sendRaw(reports.left(64));
        wire.advance(1001);
        QCOMPARE(wire.answersToReports(reports.mid(64)), 0u);
    }

    void aLinkThatWasResetForgetsHalfAPacket()
    {
        Wire console(firmware::Framing::Console), hid(firmware::Framing::Hid);
        std::uint8_t counter = 0;
        const QByteArray lines = toConsole(echoOf(100)), reports = toHid(echoOf(100), counter);
        console.sendRaw(lines.left(127));
        hid.sendRaw(reports.left(64));
        console.amp().linkReset(0);
        hid.amp().linkReset(0);
        QCOMPARE(console.answersTo(lines.mid(127)), 0u);
        QCOMPARE(hid.answersToReports(reports.mid(64)), 0u);
        QCOMPARE(console.answersTo(lines), 1u);
        QCOMPARE(hid.answersToReports(reports), 1u);
    }

    void theCounterOfTheAmpsReportsGoesOn()
    {
        Wire wire(firmware::Framing::Hid);
        std::uint8_t expected = 0;
        for (int i = 0; i < 300; ++i) {
            wire.hardware.sent[0].clear();
            std::uint8_t counter = 0;
            for (const QByteArray &report : {toHid(kPing, counter)})
                wire.sendRaw(report);
            QCOMPARE(wire.hardware.sent[0].size(), 64u);
            QCOMPARE(wire.hardware.sent[0][1], expected++);
        }
    }
};

QTEST_GUILESS_MAIN(FirmwareFramingTest)
#include "firmware_framing_test.moc"
