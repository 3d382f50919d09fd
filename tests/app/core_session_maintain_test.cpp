// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/core/session.h"

#include "app/core/when_done.h"
#include "tests/app/fake_amp.h"

#include <QSignalSpy>
#include <QTest>

#include <latch>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Change to(SettingId id, Value value)
{
    return *Change::of(fakeDescription(), {{id, value}});
}

/// A session on an amp in memory, ready.
struct Bench {
    FakeDevice device{fakeDescription(), fakeState()};
    Session session{[this](std::stop_token stop) -> Result<std::unique_ptr<Amp>> { return std::make_unique<FakeAmp>(device, std::move(stop)); }};
    std::optional<Result<void>> ended;

    void maintain(std::function<void(AmpLine &)> job)
    {
        whenDone(&session, session.maintain(std::move(job)), [this](const Result<void> &outcome) { ended = outcome; });
    }
};

/// A job that waits until the test lets it go.
struct Held {
    std::latch begun{1}, release{1};
    void operator()()
    {
        begun.count_down();
        release.wait();
    }
};

} // namespace

#define READY(bench) QTRY_COMPARE((bench).session.link(), Session::Link::Ready)

class SessionMaintainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theJobHasTheOpenAmp()
    {
        Bench bench;
        READY(bench);
        QString model;
        bench.maintain([&](AmpLine &line) { model = line.amp()->description().identity.model; });
        QTRY_VERIFY(bench.ended);
        QVERIFY(bench.ended->has_value());
        QCOMPARE(model, u"Fake One"_s);
        QCOMPARE(bench.session.link(), Session::Link::Ready);
    }

    void nobodyElseWritesMeanwhile()
    {
        Bench bench;
        READY(bench);
        Held held;
        bench.maintain([&](AmpLine &) { held(); });
        held.begun.wait();
        QVERIFY(bench.session.isMaintained());
        QSignalSpy refused(&bench.session, &Session::refused);
        bench.session.wish(to(kVolume, {-6000}));
        std::optional<Errc> applied, stored, again;
        whenDone(&bench.session, bench.session.apply(to(kVolume, {-5000})), [&](const Result<Applied> &outcome) { applied = outcome.error().code; });
        whenDone(&bench.session, bench.session.store(), [&](const Result<void> &outcome) { stored = outcome.error().code; });
        whenDone(&bench.session, bench.session.maintain([](AmpLine &) {}), [&](const Result<void> &outcome) { again = outcome.error().code; });
        QTRY_VERIFY(applied && stored && again && refused.size() == 1);
        QCOMPARE(*applied, Errc::Busy);
        QCOMPARE(*stored, Errc::Busy);
        QCOMPARE(*again, Errc::Busy);
        QCOMPARE(refused[0][1].value<Error>().code, Errc::Busy);
        held.release.count_down();
        QTRY_VERIFY(bench.ended);
        QCOMPARE(bench.device.writes(), 0);
        QVERIFY(!bench.session.isMaintained());
    }

    void whatIsThereAfterwardsIsReadAnew()
    {
        Bench bench;
        READY(bench);
        Description newer = fakeDescription();
        newer.identity.firmware = u"9.9.9"_s;
        bench.maintain([&](AmpLine &line) {
            line.close();
            bench.device.setDescription(newer);
            State state = fakeState();
            state.values[kVolume] = Value{-7000};
            bench.device.setState(state);
            QVERIFY(line.open().has_value());
        });
        QTRY_VERIFY(bench.ended);
        QCOMPARE(bench.session.description()->identity.firmware, u"9.9.9"_s);
        QCOMPARE(*bench.session.state()->value(kVolume), Value{-7000});
        QCOMPARE(bench.session.link(), Session::Link::Ready);
    }

    void anotherAmpInItsPlaceIsNotTaken()
    {
        Bench bench;
        READY(bench);
        Description other = fakeDescription();
        other.identity.serialNumber = u"another"_s;
        std::optional<Errc> why;
        bench.maintain([&](AmpLine &line) {
            line.close();
            bench.device.setDescription(other);
            const auto opened = line.open();
            why = opened ? std::nullopt : std::optional(opened.error().code);
        });
        QTRY_VERIFY(bench.ended);
        QCOMPARE(*why, Errc::NotFound);
        QCOMPARE(bench.session.link(), Session::Link::Lost);
    }

    void anAmpThatDidNotComeBackIsLost()
    {
        Bench bench;
        READY(bench);
        bench.maintain([&](AmpLine &line) {
            bench.device.unplug();
            line.close();
        });
        QTRY_VERIFY(bench.ended);
        QCOMPARE(bench.session.link(), Session::Link::Lost);
        bench.device.plug();
        bench.session.retry();
        READY(bench);
    }

    void aPauseEndsWithTheSession()
    {
        std::optional<Errc> why;
        {
            Bench bench;
            READY(bench);
            std::latch begun{1};
            bench.maintain([&](AmpLine &line) {
                begun.count_down();
                why = line.pause(10min).error().code;
            });
            begun.wait();
        }
        QCOMPARE(*why, Errc::Cancelled);
    }
};

QTEST_GUILESS_MAIN(SessionMaintainTest)
#include "core_session_maintain_test.moc"
