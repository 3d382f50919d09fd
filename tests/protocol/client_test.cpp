// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smp/client.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "tests/support/scripted_transport.h"

#include <QCborArray>
#include <QTest>

using namespace gainstage;
using namespace gainstage::smp;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Group ampGroup = 64;
constexpr std::uint8_t stateCommand = 2;
constexpr std::uint8_t eventCommand = 11;

Bytes framed(const Packet &packet)
{
    return consoleFraming()->frame(encode(packet)).front();
}

Bytes request(Operation operation, std::uint8_t sequence, const QCborMap &payload = {}, std::uint8_t command = stateCommand)
{
    return framed({operation, 1, ampGroup, sequence, command, payload});
}

Bytes answer(Operation operation, std::uint8_t sequence, const QCborMap &payload = {}, std::uint8_t command = stateCommand)
{
    return framed({operation, 1, ampGroup, sequence, command, payload});
}

Bytes knobEvent(int number)
{
    return framed({Operation::ReadReply, 1, ampGroup, 0, eventCommand, {{u"ev"_s, number}}});
}

QCborMap number(int value)
{
    return {{u"n"_s, value}};
}

Bytes operator+(Bytes left, const Bytes &right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

/// A client on a scripted wire, and the events that it handed on.
struct Bench {
    ScriptedTransport cable;
    Client client{cable, consoleFraming()};
    std::vector<int> events;

    Bench()
    {
        client.onEvent([this](const Packet &packet) { events.push_back(static_cast<int>(packet.payload.value(u"ev"_s).toInteger())); });
    }
    Result<QCborMap> read() { return client.read(ampGroup, stateCommand, {}); }
    Result<QCborMap> write(const QCborMap &payload = number(1)) { return client.write(ampGroup, stateCommand, payload); }
};

bool answeredWith(const QCborMap &expected, const Result<QCborMap> &outcome)
{
    return outcome && *outcome == expected;
}

using enum Operation;

} // namespace

class ClientTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aReadGivesThePayloadOfItsAnswer()
    {
        Bench bench;
        bench.cable.expect(request(Read, 1)).answer(answer(ReadReply, 1, number(7)));
        QVERIFY(answeredWith(number(7), bench.read()));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aWriteGivesThePayloadOfItsAnswer()
    {
        Bench bench;
        bench.cable.expect(request(Write, 1, number(1))).answer(answer(WriteReply, 1, number(7)));
        QVERIFY(answeredWith(number(7), bench.write()));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aSilentReadIsTriedAgainUnderANewNumber()
    {
        Bench bench;
        bench.cable.expect(request(Read, 1)).expect(request(Read, 2)).expect(request(Read, 3)).answer(answer(ReadReply, 3, number(7)));
        QVERIFY(answeredWith(number(7), bench.read()));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aReadThatIsNeverAnsweredTimesOutAfterAllAttempts()
    {
        Bench bench;
        bench.cable.expect(request(Read, 1)).expect(request(Read, 2)).expect(request(Read, 3));
        const auto outcome = bench.read();
        QVERIFY(failedWith(Errc::Timeout, outcome));
        QCOMPARE(outcome.error().facts, (std::vector<std::string>{"3", "1000"}));
        QCOMPARE(bench.cable.clock().now() - Instant{}, Duration(3s));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aReadMayHaveItsOwnTime()
    {
        Bench bench;
        bench.cable.expect(request(Read, 1)).expect(request(Read, 2)).answer(answer(ReadReply, 2));
        QVERIFY(bench.client.read(ampGroup, stateCommand, {}, 500ms));
        QCOMPARE(bench.cable.clock().now() - Instant{}, Duration(500ms));
    }

    void aSilentWriteIsNotSentAgainAndNotKnown()
    {
        Bench bench;
        bench.cable.expect(request(Write, 1, number(1)));
        QVERIFY(failedWith(Errc::NotVerified, bench.write()));
        QCOMPARE(bench.cable.complaint(), QString());
        QCOMPARE(bench.cable.clock().now() - Instant{}, Duration(1s));
    }

    void aWriteMayHaveItsOwnTime()
    {
        Bench bench;
        bench.cable.expect(request(Write, 1)).answer(answer(WriteReply, 1), 4s);
        QVERIFY(bench.client.write(ampGroup, stateCommand, {}, 5s));
    }

    void aLateAnswerIsNotTakenForTheNextOne()
    {
        Bench bench;
        bench.cable.expect(request(Write, 1, number(1))).answer(answer(WriteReply, 1, number(1)), 1500ms);
        QVERIFY(failedWith(Errc::NotVerified, bench.write()));
        bench.cable.expect(request(Write, 2, number(2))).answer(answer(WriteReply, 2, number(2)), 800ms);
        QVERIFY(answeredWith(number(2), bench.write(number(2))));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void theLateAnswerToAnEarlierAttemptIsDropped()
    {
        Bench bench;
        bench.cable.expect(request(Read, 1)).answer(answer(ReadReply, 1, number(1)), 1200ms);
        bench.cable.expect(request(Read, 2)).answer(answer(ReadReply, 2, number(2)), 400ms);
        QVERIFY(answeredWith(number(2), bench.read()));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aRepeatedAnswerIsDropped()
    {
        Bench bench;
        const Bytes first = answer(ReadReply, 1, number(1));
        bench.cable.expect(request(Read, 1)).answer(first).answer(first);
        QVERIFY(answeredWith(number(1), bench.read()));
        bench.cable.expect(request(Read, 2)).answer(first).answer(answer(ReadReply, 2, number(2)));
        QVERIFY(answeredWith(number(2), bench.read()));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void aForeignAnswerIsDropped_data()
    {
        QTest::addColumn<QByteArray>("foreign");
        const auto row = [](const char *name, const Packet &packet) {
            const Bytes bytes = framed(packet);
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        };
        row("sequence", {ReadReply, 1, ampGroup, 2, stateCommand, number(1)});
        row("group", {ReadReply, 1, 65, 1, stateCommand, number(1)});
        row("command", {ReadReply, 1, ampGroup, 1, 3, number(1)});
        row("answer to a write", {WriteReply, 1, ampGroup, 1, stateCommand, number(1)});
        row("our own request, echoed", {Read, 1, ampGroup, 1, stateCommand, {}});
        row("sequence 0 of a standard group", {ReadReply, 1, 0, 0, 6, number(1)});
    }
    void aForeignAnswerIsDropped()
    {
        QFETCH(QByteArray, foreign);
        Bench bench;
        bench.cable.expect(request(Read, 1)).answer(Bytes(foreign.begin(), foreign.end())).answer(answer(ReadReply, 1, number(7)));
        QVERIFY(answeredWith(number(7), bench.read()));
        QVERIFY(bench.events.empty());
    }

    void eventsBetweenRequestAndAnswerAreHandedOn()
    {
        Bench bench;
        bench.cable.expect(request(Read, 1)).answer(knobEvent(1)).answer(knobEvent(2) + answer(ReadReply, 1, number(7)));
        QVERIFY(answeredWith(number(7), bench.read()));
        QCOMPARE(bench.events, (std::vector{1, 2}));
    }

    void anEventBehindTheAnswerInTheSameBytesIsNotLeftLying()
    {
        Bench bench;
        bench.cable.expect(request(Read, 1)).answer(answer(ReadReply, 1, number(7)) + knobEvent(3));
        QVERIFY(answeredWith(number(7), bench.read()));
        QCOMPARE(bench.events, std::vector{3});
    }

    void anUnreadableEventIsDropped()
    {
        Bench bench;
        Bytes broken = encode({ReadReply, 1, ampGroup, 0, eventCommand, {{u"ev"_s, 1}}});
        broken.back() = 0x19;
        bench.cable.expect(request(Read, 1)).answer(consoleFraming()->frame(broken).front()).answer(answer(ReadReply, 1, number(7)));
        QVERIFY(answeredWith(number(7), bench.read()));
        QVERIFY(bench.events.empty());
    }

    void listeningHandsOnEventsUntilTheDeadline()
    {
        Bench bench;
        bench.cable.answer(knobEvent(1)).answer(knobEvent(2), 300ms).answer(knobEvent(3), 700ms);
        QVERIFY(bench.client.listen(bench.cable.clock().in(500ms)));
        QCOMPARE(bench.events, (std::vector{1, 2}));
        QCOMPARE(bench.cable.clock().now() - Instant{}, Duration(500ms));
    }

    void listeningWithoutPatienceTakesWhatIsThere()
    {
        Bench bench;
        bench.cable.answer(knobEvent(1)).answer(knobEvent(2)).answer(knobEvent(3), 1ms);
        QVERIFY(bench.client.listen(bench.cable.clock().now()));
        QCOMPARE(bench.events, (std::vector{1, 2}));
    }

    void logTextAroundAnswersDoesNoHarm()
    {
        Bench bench;
        const std::string log = "[12] click\n[13] half a li";
        bench.cable.expect(request(Read, 1)).answer(Bytes(log.begin(), log.end()) + answer(ReadReply, 1, number(7)));
        QVERIFY(answeredWith(number(7), bench.read()));
    }

    void aWireThatNeverFallsSilentDoesNotHoldTheClient()
    {
        Bench bench;
        for (int i = 0; i < 1000; ++i)
            bench.cable.answer("78 78 78 0a", 999ms + i * 1ms);
        QVERIFY(bench.client.listen(bench.cable.clock().in(1s)));
        QVERIFY(bench.cable.clock().now() - Instant{} < Duration(1100ms));
    }

    void aRefusalIsAnErrorWithItsCode()
    {
        Bench bench;
        const QCborMap locked{{u"err"_s, QCborMap{{u"group"_s, 64}, {u"rc"_s, 7}}}};
        const QCborMap tooHigh{{u"err"_s, QCborMap{{u"group"_s, 64}, {u"rc"_s, 3}, {u"id"_s, 4}}}};
        bench.cable.expect(request(Write, 1, number(1))).answer(answer(WriteReply, 1, locked));
        bench.cable.expect(request(Write, 2, number(1))).answer(answer(WriteReply, 2, tooHigh));
        bench.cable.expect(request(Read, 3)).answer(answer(ReadReply, 3, {{u"rc"_s, 8}}));
        QVERIFY(failedWith(Errc::Locked, bench.write()));
        QVERIFY(failedWith(Errc::OutOfRange, bench.write()));
        QCOMPARE(bench.client.lastRefusal().code, 3U);
        QCOMPARE(bench.client.lastRefusal().id, std::optional(4U));
        QVERIFY(failedWith(Errc::Unsupported, bench.read()));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void anUnreadableAnswerToAReadSaysSo()
    {
        Bench bench;
        Bytes broken = encode({ReadReply, 1, ampGroup, 1, stateCommand, number(1)});
        broken.back() = 0x19;
        bench.cable.expect(request(Read, 1)).answer(consoleFraming()->frame(broken).front());
        QVERIFY(failedWith(Errc::BadFrame, bench.read()));
    }

    void anUnreadableAnswerToAWriteLeavesItUnknown()
    {
        Bench bench;
        Bytes broken = encode({WriteReply, 1, ampGroup, 1, stateCommand, number(1)});
        broken.back() = 0x19;
        bench.cable.expect(request(Write, 1, number(1))).answer(consoleFraming()->frame(broken).front());
        QVERIFY(failedWith(Errc::NotVerified, bench.write()));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void anAmpThatIsUnpluggedIsGoneAtOnce()
    {
        Bench bench;
        bench.cable.expect(request(Read, 1)).unplug(200ms);
        QVERIFY(failedWith(Errc::Disconnected, bench.read()));
        QCOMPARE(bench.cable.clock().now() - Instant{}, Duration(200ms));
        QVERIFY(failedWith(Errc::Disconnected, bench.write()));
        QVERIFY(failedWith(Errc::Disconnected, bench.client.listen(bench.cable.clock().in(1s))));
    }

    void aStopEndsEverything()
    {
        Bench bench;
        std::stop_source stop;
        bench.cable.setStop(stop.get_token());
        stop.request_stop();
        QVERIFY(failedWith(Errc::Cancelled, bench.read()));
        QVERIFY(failedWith(Errc::Cancelled, bench.write()));
        QVERIFY(failedWith(Errc::Cancelled, bench.client.listen(bench.cable.clock().in(1s))));
    }

    void aStopWhileAnAnswerIsAwaitedEndsTheWait()
    {
        Bench bench;
        std::stop_source stop;
        bench.cable.setStop(stop.get_token());
        bench.client.onEvent([&](const Packet &) { stop.request_stop(); });
        bench.cable.expect(request(Read, 1)).answer(knobEvent(1), 100ms);
        QVERIFY(failedWith(Errc::Cancelled, bench.read()));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void tooLargeARequestIsNotSent()
    {
        Bench bench;
        const QCborMap large{{u"d"_s, QByteArray(300, 'x')}};
        const auto outcome = bench.write(large);
        QVERIFY(failedWith(Errc::OutOfRange, outcome));
        QCOMPARE(outcome.error().facts, (std::vector<std::string>{"314", "256"}));
        QCOMPARE(bench.cable.complaint(), QString());

        bench.client.setPacketLimit(314);
        bench.cable.expect(request(Write, 2, large)).answer(answer(WriteReply, 2));
        QVERIFY(bench.write(large));
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void thePacketLimitStaysWithinWhatFramesCarry()
    {
        Bench bench;
        QCOMPARE(bench.client.packetLimit(), std::size_t(256));
        bench.client.setPacketLimit(10);
        QCOMPARE(bench.client.packetLimit(), std::size_t(256));
        bench.client.setPacketLimit(1U << 30U);
        QCOMPARE(bench.client.packetLimit(), std::size_t(65533));
    }

    void sequenceNumbersStartAgainAtOne()
    {
        Bench bench;
        for (int i = 0; i < 600; ++i) {
            const auto sequence = static_cast<std::uint8_t>(i % 255 + 1);
            bench.cable.expect(request(Read, sequence)).answer(answer(ReadReply, sequence, number(i)));
            QVERIFY(answeredWith(number(i), bench.read()));
        }
        QCOMPARE(bench.cable.complaint(), QString());
    }

    void theClientSpeaksHidAsWell()
    {
        const auto golden = goldenBytes(u"smp.txt"_s);
        ScriptedTransport cable;
        Client client(cable, hidFraming());
        const auto amp = hidFraming();
        cable.expect(golden.at("hid-parameters"));
        for (const Bytes &report : amp->frame(encode({ReadReply, 1, 0, 1, 6, {{u"buf_size"_s, 512}, {u"filler"_s, QByteArray(80, 'x')}}})))
            cable.answer(report);
        const auto outcome = client.read(kOsGroup, 6, {});
        QVERIFY(outcome);
        QCOMPARE(outcome->value(u"buf_size"_s).toInteger(), 512);
        QCOMPARE(cable.complaint(), QString());
    }
};

QTEST_APPLESS_MAIN(ClientTest)
#include "client_test.moc"
