// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smp/client.h"
#include "tests/support/outcome.h"
#include "tests/support/scripted_transport.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::smp;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::uint8_t uploadCommand = 1;

Bytes framed(Operation operation, int sequence, int offset)
{
    const Packet packet{operation, 1, kImageGroup, static_cast<std::uint8_t>(sequence), uploadCommand, {{u"off"_s, offset}}};
    return consoleFraming()->frame(encode(packet)).front();
}

Bytes piece(int number)
{
    return framed(Operation::Write, number, number);
}

Bytes yes(int number)
{
    return framed(Operation::WriteReply, number, number);
}

/// Sends pieces 1 … count through a pipeline and keeps what is said about each: its offset, or the error as a negative number.
struct Upload {
    ScriptedTransport cable;
    Client client{cable, consoleFraming()};
    int sent = 0;
    std::vector<int> answers;

    static int numberOf(const Result<QCborMap> &answer)
    {
        return answer ? static_cast<int>(answer->value(u"off"_s).toInteger()) : -static_cast<int>(answer.error().code);
    }

    Result<void> run(int count, int window, const std::function<bool(int)> &goOn = [](int) { return true; })
    {
        const auto next = [this, count]() -> std::optional<QCborMap> {
            return sent == count ? std::nullopt : std::optional(QCborMap{{u"off"_s, ++sent}});
        };
        const auto answered = [&](const Result<QCborMap> &answer) {
            answers.push_back(numberOf(answer));
            return goOn(answers.back());
        };
        return client.pipeline(kImageGroup, uploadCommand, window, next, answered, 2s);
    }
};

std::vector<int> upTo(int count)
{
    std::vector<int> numbers;
    for (int number = 1; number <= count; ++number)
        numbers.push_back(number);
    return numbers;
}

/// The wire of an amp that answers each piece once `window` are under way.
void expectPieces(ScriptedTransport &cable, int count, int window)
{
    for (int number = 1; number <= count; ++number) {
        cable.expect(piece(number));
        if (number >= window)
            cable.answer(yes(number - window + 1), 10ms);
    }
    for (int number = std::max(1, count - window + 2); number <= count; ++number)
        cable.answer(yes(number), 10ms);
}

} // namespace

class PipelineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asManyAsTheWindowAreUnderWayAndAnswersComeInOrder_data()
    {
        QTest::addColumn<int>("window");
        QTest::addColumn<int>("count");
        for (const int window : {1, 2, 3, 4}) {
            for (const int count : {0, 1, 2, 3, 7})
                QTest::addRow("%d of %d", window, count) << window << count;
        }
    }
    void asManyAsTheWindowAreUnderWayAndAnswersComeInOrder()
    {
        QFETCH(int, window);
        QFETCH(int, count);
        Upload upload;
        expectPieces(upload.cable, count, window);
        QVERIFY(upload.run(count, window));
        QCOMPARE(upload.answers, upTo(count));
        QCOMPARE(upload.cable.complaint(), QString());
    }

    void answersInOneBurstAreHandedOverInOrder()
    {
        Upload upload;
        Bytes burst;
        for (const int number : {3, 1, 2}) {
            const Bytes bytes = yes(number);
            burst.insert(burst.end(), bytes.begin(), bytes.end());
        }
        upload.cable.expect(piece(1)).expect(piece(2)).expect(piece(3)).answer(burst);
        QVERIFY(upload.run(3, 3));
        QCOMPARE(upload.answers, upTo(3));
    }

    void afterAStopNothingMoreIsSentAndWhatIsUnderWayIsAwaited()
    {
        Upload upload;
        upload.cable.expect(piece(1)).expect(piece(2)).expect(piece(3)).answer(yes(1), 10ms).expect(piece(4));
        upload.cable.answer(yes(2), 10ms).answer(yes(3), 20ms).answer(yes(4), 30ms);
        QVERIFY(upload.run(100, 3, [](int answer) { return answer != 2; }));
        QCOMPARE(upload.answers, upTo(4));
        QCOMPARE(upload.cable.complaint(), QString());
    }

    void aRequestThatTheAmpPassedOverIsNotWaitedFor()
    {
        Upload upload;
        upload.cable.expect(piece(1)).expect(piece(2)).answer(yes(2), 10ms);
        upload.cable.expect(piece(3)).answer(yes(3), 10ms);
        QVERIFY(upload.run(3, 2));
        QCOMPARE(upload.answers, (std::vector{-static_cast<int>(Errc::NotVerified), 2, 3}));
        QCOMPARE(upload.cable.complaint(), QString());
        QCOMPARE(upload.cable.clock().now() - Instant{}, Duration(20ms));
    }

    void aMissingAnswerIsOneMissingAnswer()
    {
        Upload upload;
        upload.cable.expect(piece(1)).expect(piece(2)).answer(yes(1), 10ms).expect(piece(3));
        QVERIFY(upload.run(3, 2));
        QCOMPARE(upload.answers, (std::vector{1, -static_cast<int>(Errc::NotVerified), -static_cast<int>(Errc::NotVerified)}));
        QCOMPARE(upload.cable.complaint(), QString());
        QCOMPARE(upload.cable.clock().now() - Instant{}, Duration(10ms + 2s + 2s));
    }

    void aRefusalIsHandedOverLikeAnAnswer()
    {
        Upload upload;
        const Packet no{Operation::WriteReply, 1, kImageGroup, 1, uploadCommand, {{u"err"_s, QCborMap{{u"group"_s, 1}, {u"rc"_s, 27}}}}};
        upload.cable.expect(piece(1)).expect(piece(2)).answer(consoleFraming()->frame(encode(no)).front()).answer(yes(2));
        QVERIFY(upload.run(100, 2, [](int answer) { return answer > 0; }));
        QCOMPARE(upload.answers, (std::vector{-static_cast<int>(Errc::Refused), 2}));
        QCOMPARE(upload.client.lastRefusal().code, 27U);
        QCOMPARE(upload.cable.complaint(), QString());
    }

    void anUnpluggedAmpEndsIt()
    {
        Upload upload;
        upload.cable.expect(piece(1)).expect(piece(2)).answer(yes(1), 10ms).expect(piece(3)).unplug(10ms);
        QVERIFY(failedWith(Errc::Disconnected, upload.run(100, 2)));
        QCOMPARE(upload.answers, upTo(1));
    }

    void aStopOfTheWireEndsIt()
    {
        Upload upload;
        std::stop_source stop;
        upload.cable.setStop(stop.get_token());
        upload.cable.expect(piece(1)).expect(piece(2)).answer(yes(1), 10ms);
        const auto outcome = upload.run(100, 2, [&](int) { return stop.request_stop(); });
        QVERIFY(failedWith(Errc::Cancelled, outcome));
        QCOMPARE(upload.answers, upTo(1));
    }

    void whatWasLeftUnderWayDoesNotDisturbWhatFollows()
    {
        Upload upload;
        upload.cable.expect(piece(1)).expect(piece(2)).answer(yes(1), 10ms);
        QVERIFY(upload.run(2, 2, [](int) { return false; }));
        upload.cable.expect(piece(3)).answer(yes(2)).answer(yes(3));
        const auto outcome = upload.client.write(kImageGroup, uploadCommand, {{u"off"_s, 3}});
        QCOMPARE(Upload::numberOf(outcome), 3);
    }

    void sequenceNumbersWrapWithinTheWindow()
    {
        Upload upload;
        const int count = 600;
        const auto sequence = [](int number) { return (number - 1) % 255 + 1; };
        for (int number = 1; number <= count; ++number) {
            upload.cable.expect(framed(Operation::Write, sequence(number), number));
            if (number > 3)
                upload.cable.answer(framed(Operation::WriteReply, sequence(number - 3), number - 3));
        }
        for (int number = count - 2; number <= count; ++number)
            upload.cable.answer(framed(Operation::WriteReply, sequence(number), number));
        QVERIFY(upload.run(count, 4));
        QCOMPARE(upload.answers, upTo(count));
        QCOMPARE(upload.cable.complaint(), QString());
    }
};

QTEST_APPLESS_MAIN(PipelineTest)
#include "pipeline_test.moc"
