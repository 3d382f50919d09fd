// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/firmware_bench.h"
#include "tests/support/golden.h"

#include <QTest>

#include <random>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

/// An amp whose equalizer, slots and lock can all be spoilt, and what must not change.
struct Target : FirmwareBench {
    Target() : FirmwareBench(firmware::desktopModel(), {firmware::Framing::Console, firmware::Framing::Hid})
    {
        powerOnAndSettle();
        write(5, {{"slot"_L1, 0}, {"do"_L1, 0}, {"name"_L1, "kept"_L1}});
        flash = hardware.flash.bytes;
        state = everything();
    }
    bool isUntouched() { return everything() == state && hardware.flash.bytes == flash && !read(8)["held"].toBool(true) && hardware.restarts == 0; }

    std::vector<std::uint8_t> flash;
    QByteArray state;
};

} // namespace

class FirmwareMalformedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void malformedRequestsAreRefusedAndChangeNothing_data()
    {
        QTest::addColumn<int>("operation");
        QTest::addColumn<int>("command");
        QTest::addColumn<QByteArray>("hex");
        const auto row = [](const char *name, int operation, int command, const char *hex) {
            QTest::newRow(name) << operation << command << QByteArray(hex);
        };
        row("no payload", 2, 2, "");
        row("an array", 2, 2, "80");
        row("a number", 2, 2, "00");
        row("a break", 2, 2, "ff");
        row("reserved length", 2, 2, "bc");
        row("cut map", 2, 2, "a1 66 76616c756573");
        row("bytes after the map", 2, 2, "a1 66 76616c756573 a1 04 39 1387 00");
        row("map without its value", 2, 2, "bf 66 76616c756573 ff");
        row("a key too many", 2, 2, "bf 66 76616c756573 a1 04 39 1387 61 78 ff");
        row("map that never ends", 2, 2, "bf 66 76616c756573 a1 04 39 1387");
        row("nine deep", 2, 2, "a2 66 76616c756573 a1 04 39 1387 61 78 81 81 81 81 81 81 81 81 00");
        row("huge map", 2, 2, "bb ffffffffffffffff");
        row("huge string", 2, 2, "a1 7b ffffffffffffffff");
        row("chunk of another kind", 2, 2, "a1 7f 41 61 ff 00");
        row("values is an array", 2, 2, "a1 66 76616c756573 82 04 00");
        row("values missing", 2, 2, "a0");
        row("a key of text", 2, 2, "a1 66 76616c756573 a2 04 39 1387 61 61 00");
        row("a negative id", 2, 2, "a1 66 76616c756573 a2 04 39 1387 20 00");
        row("a value of text", 2, 2, "a1 66 76616c756573 a1 04 61 31");
        row("a value that is a float", 2, 2, "a1 66 76616c756573 a1 04 f9 3c00");
        row("a value that is true", 2, 2, "a1 66 76616c756573 a2 04 39 1387 05 f5");
        row("rev of text", 2, 2, "a2 66 76616c756573 a1 04 39 1387 63 726576 61 31");
        row("rev negative", 2, 2, "a2 66 76616c756573 a1 04 39 1387 63 726576 20");
        row("key of text", 2, 2, "a2 66 76616c756573 a1 04 39 1387 63 6b6579 61 31");
        row("malformed and a wrong revision", 2, 2, "a2 66 76616c756573 80 63 726576 01");
        row("on is a number", 2, 3, "a1 62 6f6e 01");
        row("pre is true", 2, 3, "a2 62 6f6e f5 63 707265 f5");
        row("bands is a map", 2, 3, "a2 62 6f6e f5 65 62616e6473 a0");
        row("a band of five", 2, 3, "a2 62 6f6e f5 65 62616e6473 81 85 00 00 1903e8 00 1903e8");
        row("a band of seven", 2, 3, "a2 62 6f6e f5 65 62616e6473 81 87 00 00 1903e8 00 1903e8 01 00");
        row("a band with a negative index", 2, 3, "a2 62 6f6e f5 65 62616e6473 81 86 20 00 1903e8 00 1903e8 01");
        row("a band with true", 2, 3, "a2 62 6f6e f5 65 62616e6473 81 86 00 00 1903e8 00 1903e8 f5");
        row("a band that is a number", 2, 3, "a2 62 6f6e f5 65 62616e6473 81 00");
        row("store: key is a number", 2, 4, "a1 63 6b6579 00");
        row("slot missing", 2, 5, "a1 62 646f 00");
        row("do missing", 2, 5, "a1 64 736c6f74 00");
        row("do of text", 2, 5, "a2 64 736c6f74 00 62 646f 61 33");
        row("do too high", 2, 5, "a2 64 736c6f74 00 62 646f 04");
        row("slot negative", 2, 5, "a2 64 736c6f74 20 62 646f 03");
        row("name of bytes", 2, 5, "a3 64 736c6f74 00 62 646f 00 64 6e616d65 41 61");
        row("name missing", 2, 5, "a2 64 736c6f74 00 62 646f 02");
        row("read slot of text", 0, 5, "a1 64 736c6f74 61 30");
        row("every missing", 2, 6, "a1 65 6c65617365 01");
        row("every negative", 2, 6, "a2 65 6576657279 20 65 6c65617365 01");
        row("identify of text", 2, 7, "a1 62 6d73 61 31");
        row("lock without ms", 2, 8, "a0");
        row("lock with a text key", 2, 8, "a2 62 6d73 01 63 6b6579 61 31");
        row("lock for nothing", 2, 8, "a1 62 6d73 00");
        row("from negative", 0, 9, "a1 64 66726f6d 20");
        row("clear missing", 2, 9, "a0");
        row("clear is 1", 2, 9, "a1 65 636c656172 01");
        row("token of text", 2, 10, "a1 65 746f6b656e 68 6161616161616161");
        row("token missing", 2, 10, "a0");
        row("description without off", 0, 1, "a0");
        row("description from below", 0, 1, "a1 63 6f6666 20");
        row("gap is a number", 0, 0, "a1 63 676170 01");
        row("gap of one", 0, 0, "a1 63 676170 81 01");
        row("gap of three", 0, 0, "a1 63 676170 83 01 00 00");
        row("gap of text", 0, 0, "a1 63 676170 82 61 31 00");
        row("read with a payload that is none", 0, 2, "");
    }
    void malformedRequestsAreRefusedAndChangeNothing()
    {
        QFETCH(int, operation);
        QFETCH(int, command);
        QFETCH(QByteArray, hex);
        Target amp;
        for (const auto link : {std::uint8_t{0}, std::uint8_t{1}}) {
            amp.send(FirmwareBench::packetOf(operation, 64, command, QByteArray::fromHex(hex)), link);
            const auto packets = amp.received(link);
            QCOMPARE(packets.size(), 1u);
            QCOMPARE(packets[0].bytes.mid(8), QByteArray::fromHex("a1 62 7263 03"));
        }
        QVERIFY(amp.isUntouched());
    }

    void everyCborFormOfAValidRequestIsAccepted_data()
    {
        QTest::addColumn<QByteArray>("hex");
        const auto row = [](const char *name, const char *hex) { QTest::newRow(name) << QByteArray(hex); };
        row("shortest", "a1 66 76616c756573 a1 04 39 1387");
        row("indefinite maps", "bf 66 76616c756573 bf 04 39 1387 ff ff");
        row("wide integers", "b9 0001 78 06 76616c756573 ba 00000001 1b 0000000000000004 3b 0000000000001387");
        row("text in chunks", "a1 7f 63 76616c 60 63 756573 ff a1 04 39 1387");
        row("unknown keys of every kind",
            "ab 00 01 61 61 80 61 62 a1 01 02 61 63 f6 61 64 fb 3ff0000000000000 61 65 c1 00 61 66 f7 61 67 9f 01 ff 82 01 02 00"
            " 61 68 f8 ff 66 76616c756573 a1 04 39 1387");
        row("eight deep", "a2 66 76616c756573 a1 04 39 1387 61 78 81 81 81 81 81 81 81 00");
        row("tags stand for their content", "d9 d9f7 a1 c0 66 76616c756573 c6 a1 c1 04 d8 20 c2 39 1387");
        row("the last of two counts", "a2 66 76616c756573 80 66 76616c756573 a1 04 39 1387");
    }
    void everyCborFormOfAValidRequestIsAccepted()
    {
        QFETCH(QByteArray, hex);
        Target amp;
        amp.send(FirmwareBench::packetOf(2, 64, 2, QByteArray::fromHex(hex)));
        const auto packets = amp.received();
        QCOMPARE(packets.size(), 1u);
        QCOMPARE(packets[0].setting(4), -5000);
    }

    /// Bytes without sense, true requests with a few bytes changed, and packets that are nearly right: none that is refused or dropped changes
    /// anything, and the amp always answers the next question.
    void noPacketThatIsNotAcceptedChangesAnything()
    {
        Target amp;
        std::vector<QByteArray> seeds;
        for (const auto &[name, bytes] : goldenBytes(QStringLiteral("gap.txt"))) {
            if (QByteArray::fromStdString(name).endsWith("-request"))
                seeds.push_back(asArray(bytes));
        }
        QVERIFY(seeds.size() > 40);
        std::mt19937 random(20240607);
        const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
        const auto watched = [&]() -> QByteArray { return amp.read(2).bytes.mid(8) + amp.read(3).bytes.mid(8) + amp.read(8).bytes.mid(8); };
        QByteArray before = watched();
        int refused = 0, accepted = 0, dropped = 0;
        for (int i = 0; i < 20000; ++i) {
            QByteArray packet = seeds[below(seeds.size())];
            for (std::size_t changes = below(4); changes > 0; --changes)
                packet[static_cast<qsizetype>(8 + below(static_cast<std::size_t>(packet.size()) - 8))] = static_cast<char>(random());
            if (below(4) == 0)
                packet = packet.left(static_cast<qsizetype>(below(static_cast<std::size_t>(packet.size()) + 1)));
            if (below(8) == 0 && !packet.isEmpty())
                packet[0] = static_cast<char>(random());
            if (below(2) == 0 && packet.size() >= 8) {
                packet[2] = static_cast<char>((packet.size() - 8) >> 8);
                packet[3] = static_cast<char>(packet.size() - 8);
            }
            const int writes = amp.hardware.flash.operations;
            amp.send(packet);
            std::vector<Packet> answers = amp.received();
            std::erase_if(answers, [](const Packet &answer) { return answer.isEvent(); });
            const bool wasRefused = answers.size() == 1 && (answers[0].rc() != 0 || answers[0].map().contains("err"_L1));
            (answers.empty() ? dropped : wasRefused ? refused : accepted) += 1;
            QVERIFY(answers.size() <= 1);
            if (answers.empty() || wasRefused || answers[0].operation() == 1) {
                QCOMPARE(watched(), before);
                QCOMPARE(amp.hardware.flash.operations, writes);
            } else {
                before = watched();
            }
            if (i % 100 == 0) {
                amp.advance(700000); // locks fall
                before = watched();
            }
        }
        QVERIFY(refused > 3000 && accepted > 1000 && dropped > 1000);
    }

    void garbageOnEitherWireDoesNoHarm()
    {
        Target amp;
        std::mt19937 random(7);
        for (int i = 0; i < 20000; ++i) {
            QByteArray bytes(static_cast<qsizetype>(random() % 100), '\0');
            for (char &byte : bytes)
                byte = static_cast<char>(random());
            if (i % 3 == 0)
                bytes.prepend("\x06\x09");
            amp.sendRaw(bytes, 0);
            amp.sendRaw(bytes.leftJustified(64, '\0', true), 1);
            if (i % 5 == 0)
                amp.sendRaw(bytes, 1);
        }
        amp.sendRaw("\n");
        amp.received(0);
        amp.received(1);
        QVERIFY(amp.isUntouched());
    }
};

QTEST_GUILESS_MAIN(FirmwareMalformedTest)
#include "firmware_malformed_test.moc"
