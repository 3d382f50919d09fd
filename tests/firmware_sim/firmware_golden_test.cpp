// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/image_maker.h"
#include "firmware_sim/boot/slots.h"
#include "firmware_sim/core/description.h"
#include "tests/support/firmware_bench.h"
#include "tests/support/golden.h"
#include "tests/support/two_band_model.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;

namespace {

/// name -> packet, and the names in the order of the file.
struct Golden {
    explicit Golden(const QString &fileName) : bytes(goldenBytes(fileName))
    {
        for (const QByteArray &line : goldenText(fileName).split('\n')) {
            if (!line.startsWith('#') && line.contains(": "))
                names.append(line.left(line.indexOf(':')));
        }
    }
    QByteArray operator[](const QByteArray &name) const { return asArray(bytes.at(name.toStdString())); }

    std::map<std::string, Bytes> bytes;
    QList<QByteArray> names;
};

/// The amp of section 9, with a second client on link 1 whose framing does not matter.
class GoldenBench : public FirmwareBench {
public:
    explicit GoldenBench(firmware::Framing framing) : FirmwareBench(twoBandModel(), {framing, firmware::Framing::Console}) {}

    /// As it stands when section 9 begins: 17 writes of flash in its life, "Evening" in slot 0, two faults, revision 41.
    void beginSession()
    {
        leaveFactory();
        willBegin(39);
        setOutside(912, 10150);
        powerOn("EA-0001");
        advance(812000 - hardware.now);
        setProtection(1);
        setProtection(0);
        advance(4003000 - hardware.now);
        amp().supplyFailing(100);
        advance(1000);
        setOutside(384, 11980);
        random("8f1d02c4a6b35e70 5ac3917e0d48f26b");
    }
    void setProtection(std::uint32_t protection)
    {
        hardware.readings.protection = protection;
        amp().protectionChanged();
    }
    void setJack(std::uint8_t output, bool plugged, std::uint32_t milliohm)
    {
        hardware.jacks[output] = {plugged, milliohm};
        amp().jackChanged(output);
    }
    void willBegin(std::uint8_t revision)
    {
        hardware.randomBytes = {0, 0, 0, revision};
        hardware.jacks[1] = {true, 32000};
    }
    void random(const char *hex)
    {
        for (const std::uint8_t byte : fromHex(hex))
            hardware.randomBytes.push_back(byte);
    }
    /// Packets on the first link: answers and events in their order.
    QByteArray next()
    {
        if (m_waiting.empty())
            m_waiting = received();
        if (m_waiting.empty())
            return {};
        const QByteArray first = m_waiting.front().bytes;
        m_waiting.erase(m_waiting.begin());
        return first;
    }

private:
    void leaveFactory()
    {
        powerOnAndSettle();
        set({{3, -4500}});
        write(5, {{QLatin1String("slot"), 0}, {QLatin1String("do"), 0}});
        for (int i = 0; i < 16; ++i)
            write(5, {{QLatin1String("slot"), 0}, {QLatin1String("do"), 2}, {QLatin1String("name"), QLatin1String("Evening")}});
    }
    void setOutside(std::int32_t deciCelsius, std::int32_t millivolt)
    {
        hardware.readings = {{-2310, -2295}, 0, deciCelsius, {millivolt, 0}, 0, 0, true, 48000};
    }

    std::vector<Packet> m_waiting;
};

} // namespace

class FirmwareGoldenTest : public QObject {
    Q_OBJECT

    const Golden m_golden{QStringLiteral("gap.txt")};

    /// What somebody does to the amp before this packet of the session; the packets that follow are compared.
    static void before(GoldenBench &bench, const QByteArray &name)
    {
        if (name == "event-values-knob")
            bench.amp().knobTurned(1);
        if (name == "event-values-recall")
            bench.advance(100);
    }

private Q_SLOTS:
    void bothFramings_data()
    {
        QTest::addColumn<int>("framing");
        QTest::newRow("console") << static_cast<int>(firmware::Framing::Console);
        QTest::newRow("hid") << static_cast<int>(firmware::Framing::Hid);
    }

    void theDescriptionDocumentIsTheGoldenOne()
    {
        firmware::Description description;
        QVERIFY(description.build(twoBandModel()));
        const auto bytes = description.bytes();
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())), m_golden["description-document"]);
    }

    void everyRequestOfTheSessionGetsExactlyItsReply_data() { bothFramings_data(); }
    void everyRequestOfTheSessionGetsExactlyItsReply()
    {
        QFETCH(int, framing);
        GoldenBench bench(static_cast<firmware::Framing>(framing));
        bench.beginSession();
        int packets = 0;
        for (const QByteArray &name : m_golden.names.mid(1)) {
            if (name.startsWith("refusal"))
                break;
            before(bench, name);
            if (name.endsWith("-request"))
                bench.send(m_golden[name]);
            else
                QVERIFY2(bench.next().toHex(' ') == m_golden[name].toHex(' '), name.constData());
            ++packets;
        }
        QCOMPARE(packets, 60);
        QCOMPARE(bench.next(), QByteArray());
    }

    void everyRefusalIsTheGoldenOne_data() { bothFramings_data(); }
    void everyRefusalIsTheGoldenOne()
    {
        QFETCH(int, framing);
        GoldenBench bench(static_cast<firmware::Framing>(framing));
        bench.beginSession();
        const QByteArray state = bench.everything();
        int refusals = 0;
        for (const QByteArray &name : m_golden.names) {
            if (!name.startsWith("refusal") || !name.endsWith("-request"))
                continue;
            const QByteArray reply = m_golden[name.chopped(8) + "-reply"];
            const bool locked = name == "refusal-locked-request";
            if (locked)
                bench.write(8, {{QLatin1String("ms"), 1000}}, 1);
            bench.send(m_golden[name]);
            QVERIFY2(bench.next().toHex(' ') == reply.toHex(' '), name.constData());
            bench.advance(locked ? 1000 : 0);
            ++refusals;
        }
        QCOMPARE(refusals, 20);
        QCOMPARE(bench.everything(), state);
    }

    void everyEventIsTheGoldenOne_data() { bothFramings_data(); }
    void everyEventIsTheGoldenOne()
    {
        QFETCH(int, framing);
        GoldenBench bench(static_cast<firmware::Framing>(framing));
        bench.willBegin(49);
        bench.hardware.jacks[1] = {};
        bench.hardware.jacks[2] = {true, 0};
        bench.hardware.readings = {{-2310, -2295}, 0, 384, {11980, 0}, 0, 0, true, 48000};
        bench.powerOnAndSettle();
        bench.hello();
        bench.hello(1);
        const auto arrives = [&](const char *name) { return bench.next().toHex(' ') == m_golden[name].toHex(' '); };

        bench.set({{1, 1}, {3, -5200}}, 1);
        QVERIFY(arrives("event-values-client"));
        bench.write(5, {{QLatin1String("slot"), 0}, {QLatin1String("do"), 0}}, 1);
        bench.setJack(1, true, 32000);
        QVERIFY(arrives("event-jack-in"));
        bench.setJack(2, false, 0);
        QVERIFY(arrives("event-jack-out"));
        bench.hardware.readings.clips = 3;
        bench.amp().clipped();
        QVERIFY(arrives("event-clipping"));
        bench.setProtection(1);
        QVERIFY(arrives("event-protection"));
        bench.hardware.readings.sampleRate = 96000;
        bench.amp().inputChanged();
        QVERIFY(arrives("event-input"));
        bench.amp().supplyFailing(500);
        QVERIFY(arrives("event-power-down"));
        bench.hardware.readings.clips = 0;
        bench.write(6, {{QLatin1String("every"), 50}, {QLatin1String("lease"), 60}});
        bench.advance(50);
        QVERIFY(arrives("event-meters"));
        bench.write(3, {{QLatin1String("on"), true}}, 1);
        QVERIFY(arrives("event-equalizer"));
        bench.write(4, {}, 1);
        QVERIFY(arrives("event-stored"));
        bench.write(5, {{QLatin1String("slot"), 0}, {QLatin1String("do"), 1}}, 1);
        QVERIFY(arrives("event-everything"));
        bench.write(8, {{QLatin1String("ms"), 1000}}, 1);
        QVERIFY(arrives("event-lock"));
        QCOMPARE(bench.next(), QByteArray());
    }

    void framedRequestsOfTheStandardGroupsAreUnderstood()
    {
        const Golden golden(QStringLiteral("smp.txt"));
        const QByteArray packets[] = {"echo", "parameters", "upload-first", "upload-next"};
        for (const QByteArray &name : packets) {
            FirmwareBench bench(firmware::desktopModel(), {firmware::Framing::Console, firmware::Framing::Hid});
            bench.powerOnAndSettle();
            bench.sendRaw(golden["console-" + name]);
            const QByteArray reports = golden["hid-" + name];
            for (qsizetype at = 0; at < reports.size(); at += 64)
                bench.sendRaw(reports.mid(at, 64), 1);
            const auto overSerial = bench.received(0), overHid = bench.received(1);
            QCOMPARE(overSerial.size(), 1u);
            QCOMPARE(overHid.size(), 1u);
            QCOMPARE(overSerial[0].bytes, overHid[0].bytes);
            QCOMPARE(overSerial[0].sequence(), Packet{golden[name]}.sequence());
            QCOMPARE(overSerial[0].group(), Packet{golden[name]}.group());
        }
    }

    void repliesOfTheStandardGroupsAreThoseOfSmp()
    {
        const Golden golden(QStringLiteral("smp.txt"));
        FirmwareBench bench;
        bench.hardware.slots = sim::newSlotFlash(firmware::desktopModel());
        const auto image = readImage(firmware::Slots(bench.hardware).running()).image;
        QVERIFY(image);
        bench.powerOnAndSettle();
        const auto answered = [&](const char *name) {
            bench.send(golden[name]);
            const auto packets = bench.received();
            return packets.size() == 1 ? packets[0].bytes.toHex(' ') : QByteArray();
        };
        QCOMPARE(answered("echo"), "0b 00 00 06 00 00 00 00 a1 61 72 62 68 69");
        QCOMPARE(answered("echo-version-0"), "03 00 00 06 00 00 00 00 a1 61 72 62 68 69");
        QCOMPARE(answered("parameters"), "09 00 00 18 00 00 01 06 a2 68 62 75 66 5f 73 69 7a 65 19 08 00 69 62 75 66 5f 63 6f 75 6e 74 04");
        QCOMPARE(answered("boot-loader-info"), "09 00 00 14 00 00 02 08 a1 6a 62 6f 6f 74 6c 6f 61 64 65 72 67 4d 43 55 62 6f 6f 74");
        QCOMPARE(answered("reset"), "0b 00 00 01 00 00 04 05 a0");
        const QByteArray hash = asArray({image->hash.begin(), image->hash.end()}).toHex(' ');
        QCOMPARE(answered("image-state-read"),
                 QByteArray("09 00 00 83 00 01 03 00 a2 66 69 6d 61 67 65 73 81 a8 64 73 6c 6f 74 00 67 76 65 72 73 69 6f 6e 65 31 2e 34 "
                            "2e 30 64 68 61 73 68 58 20 ") %
                     hash %
                     QByteArray(" 68 62 6f 6f 74 61 62 6c 65 f5 67 70 65 6e 64 69 6e 67 f4 69 63 6f 6e 66 69 72 6d 65 64 f5 66 61 63 74 69 "
                                "76 65 f5 69 70 65 72 6d 61 6e 65 6e 74 f4 6b 73 70 6c 69 74 53 74 61 74 75 73 00"));
    }

    void theExampleSessionOnTheLineIsAnsweredToTheByte()
    {
        GoldenBench bench(firmware::Framing::Console);
        bench.willBegin(41);
        bench.hardware.readings = {{-12000, -12000}, 0, 384, {11980, 0}, 0, 0, true, 48000};
        bench.powerOn("EA-0001");
        bench.advance(500);
        int lines = 0;
        for (const QByteArray &line : goldenText(QStringLiteral("session.trace")).split('\n')) {
            const QByteArray bytes = asArray(fromHex(line.mid(2).toStdString()));
            if (line.startsWith("> "))
                bench.sendRaw(bytes);
            if (!line.startsWith("< "))
                continue;
            if (lines == 7)
                bench.amp().knobTurned(1);
            auto &sent = bench.hardware.sent[0];
            const QByteArray frames = bytes.startsWith('[') ? bytes.mid(bytes.indexOf('\n') + 1) : bytes;
            QCOMPARE(QByteArray(reinterpret_cast<const char *>(sent.data()), static_cast<qsizetype>(sent.size())).toHex(' '), frames.toHex(' '));
            sent.clear();
            ++lines;
        }
        QCOMPARE(lines, 8);
    }
};

QTEST_GUILESS_MAIN(FirmwareGoldenTest)
#include "firmware_golden_test.moc"
