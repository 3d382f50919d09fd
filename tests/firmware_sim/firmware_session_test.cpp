// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/core/checksum.h"
#include "tests/support/firmware_bench.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

class FirmwareSessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void helloSaysWhoTheAmpIs()
    {
        FirmwareBench bench;
        bench.powerOn("SN-77");
        for (const QCborMap &request : {QCborMap(), QCborMap({{"gap"_L1, QCborArray{1, 0}}}), QCborMap({{"gap"_L1, QCborArray{9, 3}}})}) {
            const Packet hello = bench.read(0, request);
            QCOMPARE(hello["gap"].toArray(), QCborArray({1, 0}));
            QCOMPARE(hello["maker"].toString(), QStringLiteral("Gainstage"));
            QCOMPARE(hello["model"].toString(), QStringLiteral("Reference Desktop"));
            QCOMPARE(hello["sn"].toString(), QStringLiteral("SN-77"));
            QCOMPARE(hello["fw"].toString(), QStringLiteral("1.4.0"));
            QCOMPARE(hello.number("rev"), bench.read(2).number("rev"));
        }
    }

    void theDescriptionComesInPiecesThatFillThePacket_data()
    {
        QTest::addColumn<bool>("desktop");
        QTest::newRow("desktop") << true;
        QTest::newRow("dongle") << false;
    }
    void theDescriptionComesInPiecesThatFillThePacket()
    {
        QFETCH(bool, desktop);
        const auto &model = desktop ? firmware::desktopModel() : firmware::dongleModel();
        FirmwareBench bench(model);
        bench.powerOnAndSettle();
        const Packet hello = bench.read(0);
        QByteArray document;
        int pieces = 0;
        for (qint64 size = 1; size > 0; ++pieces) {
            const Packet piece = bench.read(1, {{"off"_L1, document.size()}});
            QCOMPARE(piece.number("off"), document.size());
            QCOMPARE(piece.number("len"), hello.number("len"));
            size = piece["data"].toByteArray().size();
            document += piece["data"].toByteArray();
            QVERIFY(piece.bytes.size() == model.bufferSize || document.size() == hello.number("len"));
        }
        QVERIFY(pieces > 1);
        QCOMPARE(document.size(), hello.number("len"));
        const std::vector<std::uint8_t> bytes(document.begin(), document.end());
        QByteArray digest;
        for (int i = 7; i >= 0; --i)
            digest.append(static_cast<char>(firmware::fnv1a64(bytes) >> (8 * i)));
        QCOMPARE(hello["digest"].toByteArray(), digest);
        const QCborMap description = QCborValue::fromCbor(document).toMap();
        QCOMPARE(description["settings"_L1].toArray().size(), static_cast<qsizetype>(model.settings.size()));
        QCOMPARE(description.contains("meters"_L1), desktop);
        QCOMPARE(bench.read(1, {{"off"_L1, document.size() + 1}}).rc(), 3);
    }

    void requestsAreAnsweredInTheirOrder()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        QByteArray burst;
        for (int sequence = 10; sequence < 20; ++sequence)
            burst += toConsole(FirmwareBench::packetOf(0, 64, sequence % 2 == 0 ? 2 : 3, QByteArray::fromHex("a0"), sequence));
        bench.sendRaw(burst);
        const auto packets = bench.received();
        QCOMPARE(packets.size(), 10u);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(packets[static_cast<std::size_t>(i)].sequence(), 10 + i);
    }

    void sequenceZeroIsAnsweredLikeAnyOther()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        bench.send(FirmwareBench::packetOf(0, 64, 2, QByteArray::fromHex("a0"), 0));
        const auto packets = bench.received();
        QCOMPARE(packets.size(), 1u);
        QCOMPARE(packets[0].sequence(), 0);
        QVERIFY(packets[0].map().contains("values"_L1));
    }

    void reservedBitsAndFlagsAreIgnored()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        QByteArray packet = FirmwareBench::packetOf(0, 64, 2, QByteArray::fromHex("a0"));
        packet[0] = static_cast<char>(packet[0] | 0xe0);
        packet[1] = '\x7f';
        bench.send(packet);
        const auto packets = bench.received();
        QCOMPARE(packets.size(), 1u);
        QCOMPARE(packets[0].bytes.left(2), QByteArray::fromHex("0900"));
    }

    void whatIsNoRequestIsDropped()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const QByteArray empty = QByteArray::fromHex("a0");
        for (const int operation : {1, 3, 4, 5, 6, 7})
            bench.send(FirmwareBench::packetOf(operation, 64, 2, empty));
        for (const int version : {2, 3})
            bench.send(FirmwareBench::packetOf(0, 64, 2, empty, 1, version));
        QVERIFY(bench.received().empty());
    }

    void versionZeroIsServedInTheStandardGroupsOnly()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        const auto rc = [&](int operation, int group, int command, const char *hex) {
            bench.send(FirmwareBench::packetOf(operation, group, command, QByteArray::fromHex(hex), 1, 0));
            const auto packets = bench.received();
            return packets.size() == 1 && packets[0].version() == 0 && packets[0].map().size() == 1 ? packets[0].rc() : -1;
        };
        QCOMPARE(rc(0, 64, 2, "a0"), 12);
        QCOMPARE(rc(0, 64, 63, "a0"), 12);
        QCOMPARE(rc(0, 64, 2, "ff"), 12);
        QCOMPARE(rc(0, 0, 63, "a0"), 8);
        QCOMPARE(rc(2, 0, 0, "a0"), 3);
        QCOMPARE(rc(0, 0, 7, "a1 66 666f726d6174 61 21"), 3); // format "!"
        QCOMPARE(rc(0, 65, 0, "a0"), 8);
    }

    void infoAnswersMcuMgrsFormats()
    {
        FirmwareBench bench;
        bench.powerOn("SN-1");
        const auto info = [&](const char *format) { return bench.ask(0, 0, 7, {{"format"_L1, QLatin1String(format)}})["output"].toString(); };
        QCOMPARE(bench.ask(0, 0, 7, {})["output"].toString(), QStringLiteral("Gainstage"));
        QCOMPARE(info(""), QStringLiteral("Gainstage"));
        QCOMPARE(info("vs"), QStringLiteral("Gainstage 1.4.0"));
        QCOMPARE(info("n"), QStringLiteral("SN-1"));
        QCOMPARE(info("a"), QStringLiteral("Gainstage SN-1 1.4.0 1.4.0 A Reference Desktop none"));
        QCOMPARE(bench.ask(0, 0, 7, {{"format"_L1, "s!"_L1}})["err"].toMap(), QCborMap({{"group"_L1, 0}, {"rc"_L1, 2}}));
        QCOMPARE(bench.ask(0, 0, 7, {{"format"_L1, QString(17, QLatin1Char('s'))}})["err"].toMap(), QCborMap({{"group"_L1, 0}, {"rc"_L1, 2}}));
        QCOMPARE(bench.ask(0, 0, 7, {{"format"_L1, 1}}).rc(), 3);
    }

    void theBootLoaderIsNamedAndAnUnknownQueryRefused()
    {
        FirmwareBench bench;
        bench.powerOn();
        QCOMPARE(bench.ask(0, 0, 8, {}).map(), QCborMap({{"bootloader"_L1, "MCUboot"_L1}}));
        QVERIFY(bench.ask(0, 0, 8, {{"query"_L1, "mode"_L1}})["mode"].isInteger());
        QCOMPARE(bench.ask(0, 0, 8, {{"query"_L1, "colour"_L1}}).rc(), 5);
        QCOMPARE(bench.ask(0, 0, 8, {{"query"_L1, 1}}).rc(), 3);
    }

    void echoGivesTheTextBackByReadAndByWrite()
    {
        FirmwareBench bench;
        bench.powerOn();
        const QString text = QString(900, QLatin1Char('e')) + QStringLiteral("ü");
        QCOMPARE(bench.ask(2, 0, 0, {{"d"_L1, text}})["r"].toString(), text);
        QCOMPARE(bench.ask(0, 0, 0, {{"d"_L1, "x"_L1}})["r"].toString(), QStringLiteral("x"));
        QCOMPARE(bench.ask(2, 0, 0, {}).rc(), 3);
        QCOMPARE(bench.ask(2, 0, 0, {{"d"_L1, 5}}).rc(), 3);
        bench.send(FirmwareBench::packetOf(2, 0, 0, QByteArray::fromHex("bf 61 64 7f 62 6162 60 61 63 ff ff"))); // in chunks
        const auto packets = bench.received();
        QCOMPARE(packets.size(), 1u);
        QCOMPARE(packets[0].bytes.mid(8), QByteArray::fromHex("a1 61 72 63 616263"));
    }

    void resetIsAnsweredThenTheAmpRestartsInSilence()
    {
        FirmwareBench bench;
        bench.powerOnAndSettle();
        QCOMPARE(bench.ask(2, 0, 5, {{"force"_L1, "yes"_L1}}).rc(), 3);
        QCOMPARE(bench.amp().nextDue(), UINT32_MAX);
        const Packet answer = bench.ask(2, 0, 5, {{"force"_L1, 1}});
        QCOMPARE(answer.bytes.mid(8), QByteArray::fromHex("a0"));
        QCOMPARE(bench.hardware.restarts, 0);
        QVERIFY(bench.amp().nextDue() <= 250);
        bench.advance(250);
        QCOMPARE(bench.hardware.restarts, 1);
        QVERIFY(bench.hardware.applied.back().path.silent);
        QCOMPARE(bench.ask(0, 0, 5, {}).rc(), 8);
    }

    void aPacketThatIsTooLargeIsAnsweredAndCostsNothingElse_data()
    {
        QTest::addColumn<bool>("hid");
        QTest::newRow("console") << false;
        QTest::newRow("hid") << true;
    }
    void aPacketThatIsTooLargeIsAnsweredAndCostsNothingElse()
    {
        QFETCH(bool, hid);
        FirmwareBench bench(firmware::dongleModel(), {hid ? firmware::Framing::Hid : firmware::Framing::Console});
        bench.powerOnAndSettle();
        const auto packetOfSize = [](int size) {
            QByteArray payload = QByteArray::fromHex("a1 61 64 79"); // {"d": text of …}
            appendNumber(payload, static_cast<std::uint32_t>(size - 8 - 6));
            return FirmwareBench::packetOf(2, 0, 0, payload + QByteArray(size - 8 - 6, 'x'), 9);
        };
        bench.send(packetOfSize(1024));
        auto packets = bench.received();
        QCOMPARE(packets.size(), 1u);
        QCOMPARE(packets[0]["r"].toString().size(), 1024 - 8 - 6);
        for (const int size : {1025, 1100, 5000, 60000}) {
            bench.send(packetOfSize(size));
            packets = bench.received();
            QCOMPARE(packets.size(), 1u);
            QCOMPARE(packets[0].rc(), 7);
            QCOMPARE(packets[0].sequence(), 9);
            QCOMPARE(packets[0].operation(), 3);
            QVERIFY(bench.read(2).map().contains("values"_L1));
        }
        QByteArray answerOfSomebody = packetOfSize(1025);
        answerOfSomebody[0] = '\x0b';
        bench.send(answerOfSomebody);
        QVERIFY(bench.received().empty());
    }

    void logLinesStandBetweenFramesOfSerialLinesOnly()
    {
        FirmwareBench bench(firmware::desktopModel(), {firmware::Framing::Console, firmware::Framing::Hid});
        bench.powerOnAndSettle();
        bench.amp().log("[00:00:07] relay: \x06\x09 idle");
        const std::string long_text(200, 'l');
        bench.amp().log(long_text);
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(bench.hardware.sent[0].data()), static_cast<qsizetype>(bench.hardware.sent[0].size())),
                 QByteArray("[00:00:07] relay: ?? idle\n") % QByteArray(200, 'l') % '\n');
        QVERIFY(bench.hardware.sent[1].empty());
        QVERIFY(bench.read(2).map().contains("values"_L1));
    }

    void serialLinesAreShortAndReportsAreWhole()
    {
        FirmwareBench bench(firmware::desktopModel(), {firmware::Framing::Console, firmware::Framing::Hid});
        bench.powerOnAndSettle();
        bench.read(1, {{"off"_L1, 0}}, 0);
        bench.read(1, {{"off"_L1, 0}}, 1);
        QCOMPARE(bench.hardware.largestPiece[0], 127u);
        QCOMPARE(bench.hardware.largestPiece[1], 64u);
    }

    void linksThatDoNotExistAreIgnored()
    {
        FirmwareBench bench(firmware::desktopModel(), {firmware::Framing::Console});
        bench.powerOnAndSettle();
        bench.amp().receive(3, {});
        bench.amp().linkReset(200);
        QVERIFY(bench.read(2).map().contains("values"_L1));
    }
};

QTEST_GUILESS_MAIN(FirmwareSessionTest)
#include "firmware_session_test.moc"
