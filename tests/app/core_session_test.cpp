// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/session.h"

#include "app/core/when_done.h"
#include "tests/app/fake_amp.h"
#include "tests/support/outcome.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Change to(SettingId id, Value value)
{
    return *Change::of(fakeDescription(), {{id, value}});
}

struct Confirmed {
    std::optional<Value> before, after;
    QString origin;
    friend bool operator==(const Confirmed &, const Confirmed &) = default;
};

/// A session on an amp in memory, and what it said.
struct Bench {
    FakeDevice device{fakeDescription(), fakeState()};
    std::atomic<int> openings = 0;
    std::mutex mutex;
    std::optional<Error> openError;
    SettingId watched = kVolume;
    std::vector<Confirmed> confirmed;
    std::unique_ptr<Session> session; ///< goes first: it may still confirm something

    Bench()
    {
        session = std::make_unique<Session>([this](std::stop_token stop) { return open(std::move(stop)); });
        QObject::connect(session.get(), &Session::confirmed, session.get(), [this](const State &before, const State &after, const QString &origin) {
            confirmed.push_back({before.value(watched), after.value(watched), origin});
        });
    }
    Result<std::unique_ptr<Amp>> open(std::stop_token stop)
    {
        ++openings;
        const std::scoped_lock lock(mutex);
        if (openError)
            return std::unexpected(*openError);
        auto amp = std::make_unique<FakeAmp>(device, std::move(stop));
        if (auto there = amp->read(); !there)
            return std::unexpected(there.error());
        return amp;
    }
    void failToOpen(std::optional<Error> error)
    {
        const std::scoped_lock lock(mutex);
        openError = std::move(error);
    }
    Value held(SettingId id) const { return *device.state().value(id); }
    Value shown(SettingId id) const { return *session->state()->value(id); }
};

/// Where an answer lands; empty until it does.
template <typename T>
std::shared_ptr<std::optional<Result<T>>> landing(QObject *context, const QFuture<Result<T>> &future)
{
    auto place = std::make_shared<std::optional<Result<T>>>();
    whenDone(context, future, [place](const Result<T> &outcome) { *place = outcome; });
    return place;
}

} // namespace

#define READY(bench) QTRY_COMPARE((bench).session->link(), Session::Link::Ready)

class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itConnectsByItselfAndSaysWhatTheAmpHolds();
    void anAnsweredChangeIsShownBeforeTheAnswer();
    void onlyTheNewestWishIsSentWhileOneIsUnderWay();
    void aWishForOneSettingDoesNotReplaceAnothers();
    void aWishIsPendingUntilTheAmpConfirmedIt();
    void aDragIsConfirmedAsOneChange();
    void aChoiceIsConfirmedAtOnce();
    void theKnobIsShownAndConfirmedAsTheKnobs();
    void theKnobTurnedDuringAChangeOfSomethingElseStaysTheKnobs();
    void aRefusedWishShowsWhatTheAmpHolds();
    void aRefusedChangeIsAnsweredAndReadAgain();
    void anIdleSessionAsksNothing();
    void aLossGreysAndItComesBackByItself();
    void whatChangedMeanwhileIsReadAnew();
    void waitingIsCutShortByRetry();
    void unpluggedInTheMiddleOfAWriteIsALossAndAnAnswer();
    void whatIsWishedWhileLostIsRefused();
    void anAmpThatCannotBeOpenedSaysWhy();
    void metersComeBackAfterALoss();
    void storingClearsUnstored();
    void theKnobTurnedWhileStoringIsConfirmed();
    void anotherAmpAtTheSamePlaceIsDescribedAnew();
    void theSameAmpKeepsItsDescription();
    void everyFutureIsAnsweredAtTheEnd();
    void theEndComesAlsoWhileAWriteHangs();
    void aDragIsConfirmedAtTheEnd();
    void everythingIsSaidOnTheCallersThread();
};

void SessionTest::itConnectsByItselfAndSaysWhatTheAmpHolds()
{
    Bench bench;
    QCOMPARE(bench.session->link(), Session::Link::Connecting);
    QVERIFY(!bench.session->description() && !bench.session->state());
    READY(bench);
    QCOMPARE(bench.session->description()->identity.model, u"Fake One"_s);
    QCOMPARE(bench.shown(kVolume), Value{-4000});
    QVERIFY(bench.confirmed.empty());
}

void SessionTest::anAnsweredChangeIsShownBeforeTheAnswer()
{
    Bench bench;
    READY(bench);
    std::optional<Result<Applied>> answer;
    whenDone(bench.session.get(), bench.session->apply(to(kVolume, {-5000}), u"preset Evening"_s), [&](const Result<Applied> &outcome) {
        QCOMPARE(bench.shown(kVolume), Value{-5000});
        QCOMPARE(bench.confirmed, (std::vector<Confirmed>{{Value{-4000}, Value{-5000}, u"preset Evening"_s}}));
        answer = outcome;
    });
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE((*answer)->before.value(kVolume), Value{-4000});
    QCOMPARE((*answer)->after.value(kVolume), Value{-5000});
    QCOMPARE(bench.held(kVolume), Value{-5000});
}

void SessionTest::onlyTheNewestWishIsSentWhileOneIsUnderWay()
{
    Bench bench;
    READY(bench);
    bench.device.hold();
    for (int raw = -4050; raw >= -6000; raw -= 50)
        bench.session->wish(to(kVolume, {raw}));
    bench.device.release();
    QTRY_COMPARE(bench.held(kVolume), Value{-6000});
    QTRY_VERIFY(!bench.session->isPending(kVolume));
    QCOMPARE(bench.device.writes(), 2); // the first, and the newest
    QCOMPARE(bench.shown(kVolume), Value{-6000});
}

void SessionTest::aWishForOneSettingDoesNotReplaceAnothers()
{
    Bench bench;
    READY(bench);
    bench.device.hold();
    bench.session->wish(to(kVolume, {-4100}));
    bench.session->wish(to(kBalance, {-50}));
    bench.session->wish(to(kVolume, {-4200}));
    bench.device.release();
    QTRY_COMPARE(bench.held(kVolume), Value{-4200});
    QTRY_COMPARE(bench.held(kBalance), Value{-50});
}

void SessionTest::aWishIsPendingUntilTheAmpConfirmedIt()
{
    Bench bench;
    READY(bench);
    const QSignalSpy changed(bench.session.get(), &Session::pendingChanged);
    bench.device.hold();
    bench.session->wish(to(kVolume, {-4100}));
    QVERIFY(bench.session->isPending(kVolume));
    QVERIFY(!bench.session->isPending(kGain));
    QCOMPARE(bench.shown(kVolume), Value{-4000}); // what the amp does, not what is wished
    QCOMPARE(changed.count(), 1);
    bench.device.release();
    QTRY_VERIFY(!bench.session->isPending(kVolume));
    QCOMPARE(bench.shown(kVolume), Value{-4100});
    QCOMPARE(changed.count(), 2);
}

void SessionTest::aDragIsConfirmedAsOneChange()
{
    Bench bench;
    READY(bench);
    for (int raw = -4050; raw >= -4500; raw -= 50) {
        bench.session->wish(to(kVolume, {raw}));
        QTRY_COMPARE(bench.shown(kVolume), Value{raw});
    }
    bench.session->confirmNow();
    QCOMPARE(bench.confirmed, (std::vector<Confirmed>{{Value{-4000}, Value{-4500}, u"user"_s}}));
    bench.session->wish(to(kVolume, {-5000}));
    QTRY_COMPARE(bench.confirmed.size(), 2U); // by itself, when it rests
}

void SessionTest::aChoiceIsConfirmedAtOnce()
{
    Bench bench;
    bench.watched = kFilter;
    READY(bench);
    bench.session->wish(to(kFilter, {1}));
    QTRY_COMPARE(bench.shown(kFilter), Value{1});
    QCOMPARE(bench.confirmed, (std::vector<Confirmed>{{Value{0}, Value{1}, u"user"_s}}));
}

void SessionTest::theKnobIsShownAndConfirmedAsTheKnobs()
{
    Bench bench;
    READY(bench);
    bench.device.turn(kVolume, {-3900});
    QTRY_COMPARE(bench.shown(kVolume), Value{-3900});
    bench.session->confirmNow();
    QCOMPARE(bench.confirmed, (std::vector<Confirmed>{{Value{-4000}, Value{-3900}, u"knob"_s}}));
}

void SessionTest::theKnobTurnedDuringAChangeOfSomethingElseStaysTheKnobs()
{
    Bench bench;
    READY(bench);
    bench.device.hold();
    const auto answer = landing(bench.session.get(), bench.session->apply(to(kFilter, {1})));
    bench.device.turn(kBalance, {100});
    bench.watched = kBalance;
    bench.device.release();
    QTRY_VERIFY(*answer);
    QTRY_COMPARE(bench.shown(kBalance), Value{100});
    bench.session->confirmNow();
    for (const Confirmed &each : bench.confirmed)
        QVERIFY2(each.origin == u"knob"_s || each.before == each.after, qPrintable(each.origin));
}

void SessionTest::aRefusedWishShowsWhatTheAmpHolds()
{
    Bench bench;
    READY(bench);
    QSignalSpy refused(bench.session.get(), &Session::refused);
    bench.device.refuseWith(Error{Errc::Refused, "No.", {}, ""});
    bench.session->wish(to(kVolume, {-4100}));
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused[0][0].value<Change>().value(kVolume), Value{-4100});
    QCOMPARE(refused[0][1].value<Error>().code, Errc::Refused);
    QCOMPARE(bench.shown(kVolume), Value{-4000});
    QVERIFY(!bench.session->isPending(kVolume));
    QCOMPARE(bench.session->link(), Session::Link::Ready);
    bench.device.refuseWith({});
    bench.session->wish(to(kVolume, {-4200}));
    QTRY_COMPARE(bench.shown(kVolume), Value{-4200});
}

void SessionTest::aRefusedChangeIsAnsweredAndReadAgain()
{
    Bench bench;
    READY(bench);
    bench.device.refuseWith(Error{Errc::Conflict, "Somebody else.", {}, ""});
    const auto answer = landing(bench.session.get(), bench.session->apply(to(kVolume, {-4100})));
    QTRY_VERIFY(*answer);
    QVERIFY(failedWith(Errc::Conflict, **answer));
    QCOMPARE(bench.shown(kVolume), bench.held(kVolume));
    QVERIFY(bench.confirmed.empty());
}

void SessionTest::anIdleSessionAsksNothing()
{
    Bench bench;
    READY(bench);
    const auto identified = landing(bench.session.get(), bench.session->identify(1ms)); // what was on its way has come
    QTRY_VERIFY(*identified);
    QSignalSpy state(bench.session.get(), &Session::stateChanged);
    const int before = bench.device.asked();
    QVERIFY(!state.wait(600));
    QVERIFY(bench.device.asked() <= before + 1); // it listens once after identify
}

void SessionTest::aLossGreysAndItComesBackByItself()
{
    Bench bench;
    READY(bench);
    const auto before = QDateTime::currentDateTimeUtc();
    bench.device.unplug();
    QTRY_COMPARE(bench.session->link(), Session::Link::Lost);
    QVERIFY(bench.session->lostSince() >= before);
    QCOMPARE(bench.session->linkError().code, Errc::Disconnected);
    QVERIFY(bench.session->description() && bench.session->state());
    bench.device.plug();
    READY(bench);
}

void SessionTest::whatChangedMeanwhileIsReadAnew()
{
    Bench bench;
    READY(bench);
    bench.device.unplug();
    QTRY_COMPARE(bench.session->link(), Session::Link::Lost);
    State other = fakeState();
    other.values[kGain] = {2};
    bench.device.setState(other);
    bench.device.plug();
    READY(bench);
    QCOMPARE(bench.shown(kGain), Value{2});
    QVERIFY(bench.confirmed.empty());
}

void SessionTest::waitingIsCutShortByRetry()
{
    Bench bench;
    READY(bench);
    bench.device.unplug();
    QTRY_VERIFY(bench.openings >= 4); // the pause has grown
    bench.device.plug();
    bench.session->retry();
    READY(bench);
}

void SessionTest::unpluggedInTheMiddleOfAWriteIsALossAndAnAnswer()
{
    Bench bench;
    READY(bench);
    QSignalSpy refused(bench.session.get(), &Session::refused);
    bench.device.hold();
    const auto answer = landing(bench.session.get(), bench.session->apply(to(kFilter, {1})));
    bench.session->wish(to(kVolume, {-4100}));
    bench.session->wish(to(kVolume, {-4200}));
    bench.device.unplug();
    bench.device.release();
    QTRY_VERIFY(*answer);
    QVERIFY(failedWith(Errc::Disconnected, **answer));
    QCOMPARE(bench.session->link(), Session::Link::Lost);
    QTRY_COMPARE(refused.count(), 2); // the one under way and the one behind it
    QVERIFY(!bench.session->isPending(kVolume) && !bench.session->isPending(kFilter));
    QCOMPARE(bench.shown(kVolume), Value{-4000});
}

void SessionTest::whatIsWishedWhileLostIsRefused()
{
    Bench bench;
    QSignalSpy refused(bench.session.get(), &Session::refused);
    const auto early = landing(bench.session.get(), bench.session->apply(to(kVolume, {-4100})));
    READY(bench);
    QVERIFY(*early && failedWith(Errc::Disconnected, **early));
    bench.device.unplug();
    QTRY_COMPARE(bench.session->link(), Session::Link::Lost);
    bench.session->wish(to(kVolume, {-4100}));
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(!bench.session->isPending(kVolume));
    const auto stored = landing(bench.session.get(), bench.session->store());
    QTRY_VERIFY(*stored);
    QVERIFY(failedWith(Errc::Disconnected, **stored));
}

void SessionTest::anAmpThatCannotBeOpenedSaysWhy()
{
    Bench bench;
    bench.failToOpen(Error{Errc::Permission, "No.", {}, ""});
    QTRY_VERIFY(bench.session->link() != Session::Link::Connecting);
    if (bench.session->link() == Session::Link::Ready) // it was quicker than the test
        QSKIP("the amp was open before it could be forbidden");
    QCOMPARE(bench.session->link(), Session::Link::Failed);
    QCOMPARE(bench.session->linkError().code, Errc::Permission);
    bench.failToOpen({});
    bench.session->retry();
    QCOMPARE(bench.session->link(), Session::Link::Connecting);
    READY(bench);
}

void SessionTest::metersComeBackAfterALoss()
{
    Bench bench;
    bench.session->meterEvery(100ms);
    READY(bench);
    QTRY_COMPARE(bench.device.metering(), 100ms);
    const QSignalSpy meters(bench.session.get(), &Session::metersMeasured);
    bench.device.measure({{{-20}}, 0, {}, {}});
    QTRY_COMPARE(meters.count(), 1);
    bench.device.unplug();
    QTRY_COMPARE(bench.session->link(), Session::Link::Lost);
    bench.device.forgetMetering();
    bench.device.plug();
    READY(bench);
    QTRY_COMPARE(bench.device.metering(), 100ms);
    bench.session->meterEvery(0ms);
    QTRY_COMPARE(bench.device.metering(), 0ms);
}

void SessionTest::storingClearsUnstored()
{
    Bench bench;
    READY(bench);
    bench.session->wish(to(kVolume, {-4100}));
    QTRY_VERIFY(bench.session->state()->unstored);
    const auto stored = landing(bench.session.get(), bench.session->store());
    QTRY_VERIFY(*stored);
    QVERIFY(**stored);
    QVERIFY(!bench.session->state()->unstored);
}

void SessionTest::theKnobTurnedWhileStoringIsConfirmed()
{
    Bench bench;
    READY(bench);
    bench.device.turnInStore(kVolume, {-4500});
    const auto stored = landing(bench.session.get(), bench.session->store());
    QTRY_VERIFY(*stored);
    bench.session->confirmNow();
    QCOMPARE(bench.shown(kVolume), Value{-4500});
    QCOMPARE(bench.confirmed, (std::vector<Confirmed>{{Value{-4000}, Value{-4500}, u"client"_s}}));
}

void SessionTest::anotherAmpAtTheSamePlaceIsDescribedAnew()
{
    Bench bench;
    READY(bench);
    bench.device.unplug();
    QTRY_COMPARE(bench.session->link(), Session::Link::Lost);
    Description other = fakeDescription();
    other.identity.serialNumber = u"F0002"_s;
    other.settings.resize(3);
    bench.device.setDescription(other);
    bench.device.plug();
    READY(bench);
    QCOMPARE(bench.session->description()->identity.serialNumber, u"F0002"_s);
    QCOMPARE(bench.session->description()->settings.size(), 3U);
}

void SessionTest::theSameAmpKeepsItsDescription()
{
    Bench bench;
    READY(bench);
    const Setting *volume = bench.session->description()->find(Role::Volume);
    bench.device.unplug();
    QTRY_COMPARE(bench.session->link(), Session::Link::Lost);
    bench.device.plug();
    READY(bench);
    QCOMPARE(bench.session->description()->find(Role::Volume), volume);
}

void SessionTest::everyFutureIsAnsweredAtTheEnd()
{
    Bench bench;
    READY(bench);
    bench.device.hold();
    const auto first = bench.session->apply(to(kVolume, {-4100}));
    const auto second = bench.session->apply(to(kVolume, {-4200}));
    const auto store = bench.session->store();
    const auto identify = bench.session->identify(1s);
    bench.session.reset();
    QVERIFY(first.isFinished() && second.isFinished() && store.isFinished() && identify.isFinished());
    QVERIFY(!first.result());
    QVERIFY(failedWith(Errc::Cancelled, second.result()));
    QVERIFY(failedWith(Errc::Cancelled, store.result()));
    QVERIFY(failedWith(Errc::Cancelled, identify.result()));
}

void SessionTest::theEndComesAlsoWhileAWriteHangs()
{
    Bench bench;
    READY(bench);
    bench.device.hold();
    bench.session->wish(to(kVolume, {-4100}));
    bench.session.reset(); // hangs here if the stop does not reach the amp
}

void SessionTest::aDragIsConfirmedAtTheEnd()
{
    Bench bench;
    READY(bench);
    bench.session->wish(to(kVolume, {-4100}));
    QTRY_COMPARE(bench.shown(kVolume), Value{-4100});
    std::optional<QString> origin;
    QObject::connect(bench.session.get(), &Session::confirmed, this, [&](const State &, const State &, const QString &by) { origin = by; });
    bench.session.reset();
    QCOMPARE(origin, std::optional(u"user"_s));
}

void SessionTest::everythingIsSaidOnTheCallersThread()
{
    Bench bench;
    QThread *here = QThread::currentThread();
    int said = 0;
    const auto check = [&] {
        ++said;
        QCOMPARE(QThread::currentThread(), here);
    };
    QObject::connect(bench.session.get(), &Session::linkChanged, check);
    QObject::connect(bench.session.get(), &Session::stateChanged, check);
    QObject::connect(bench.session.get(), &Session::metersMeasured, check);
    READY(bench);
    bench.device.measure({});
    bench.device.turn(kVolume, {-3900});
    bench.session->wish(to(kFilter, {1}));
    QTRY_VERIFY(said >= 5);
}

QTEST_GUILESS_MAIN(SessionTest)
#include "core_session_test.moc"
