// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/amp/ear_safe.h"
#include "tests/support/amp_world.h"
#include "tests/support/manual_clock.h"
#include "tests/support/outcome.h"

#include <QTest>

#include <cmath>

using namespace gainstage;
using namespace gainstage::test;

namespace {

constexpr double tolerance = 1e-6;

double loudest(const Ears &ears)
{
    return std::max(ears.left, ears.right);
}

/// An amp in memory with revisions, in which something else can happen before each write.
class WorldAmp final : public Amp {
public:
    explicit WorldAmp(const Traits &like) : traits(like), described(describedBy(like)), state(quietState(like)) { forget(); }

    const Description &description() const override { return described; }
    Result<State> read() override
    {
        ++reads;
        if (gone)
            return failure(Errc::Disconnected, "gone");
        return state;
    }
    Result<State> apply(const Change &change, std::optional<Revision> expected) override
    {
        ++writes;
        if (beforeWrite)
            beforeWrite(writes);
        if (gone)
            return failure(Errc::Disconnected, "gone");
        if (refusal && refusedWrite == writes)
            return std::unexpected(*refusal);
        if (expected && *expected != state.revision)
            return failure(Errc::Conflict, "another revision");
        for (const auto &[id, value] : change.values())
            state.values[id] = id == kVolume ? std::min(value, volumeLimit) : value;
        if (change.equalizer())
            state.equalizer = change.equalizer();
        touched();
        ++carriedOut;
        return state;
    }
    Result<void> store() override { return {}; }
    Result<void> identify(std::chrono::milliseconds) override { return {}; }
    Result<Meters> meters() override { return Meters{}; }
    Result<void> meterEvery(std::chrono::milliseconds) override { return {}; }
    void onEvent(std::function<void(const Event &)>) override {}
    Result<void> listen(Deadline deadline) override
    {
        time.advanceTo(deadline);
        if (gone)
            return failure(Errc::Disconnected, "gone");
        return {};
    }
    void onReadable(std::function<void()>) override {}
    const Clock &clock() const override { return time; }

    /// What somebody else does.
    void turn(SettingId id, std::int32_t raw)
    {
        state.values[id] = {raw};
        touched();
    }
    void touched()
    {
        ++state.revision.number;
        loudestSince = std::max(loudestSince, loudest(heard(traits, state)));
    }
    void forget() { loudestSince = loudest(heard(traits, state)); }

    Traits traits;
    Description described;
    State state;
    ManualClock time;
    std::function<void(int)> beforeWrite;
    std::optional<Error> refusal;
    int refusedWrite = 0;
    Value volumeLimit{0};
    bool gone = false;
    int reads = 0, writes = 0, carriedOut = 0;
    double loudestSince = 0;
};

Result<State> applyTo(WorldAmp &amp, const Values &values, const std::optional<Equalizer> &equalizer = {})
{
    return applySafely(amp, amp.state, *Change::of(amp.described, values, equalizer));
}

} // namespace

class ApplySafelyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theAnswerIsWhatTheAmpThenHolds()
    {
        WorldAmp amp({.clicks = true});
        const auto state = applyTo(amp, {{kGain, {2}}, {kVolume, {-4000}}}, equalizerWith(true, -300, 200));
        QVERIFY(state);
        QCOMPARE(state->value(kGain), std::optional(Value{2}));
        QCOMPARE(state->value(kVolume), std::optional(Value{-4000}));
        QCOMPARE(state->value(kMute), std::optional(Value{0}));
        QCOMPARE(state->equalizer, std::optional(equalizerWith(true, -300, 200)));
        QCOMPARE(state->revision, amp.state.revision);
    }

    void theRampTakesItsTime()
    {
        WorldAmp amp({});
        const Instant begin = amp.time.now();
        QVERIFY(applyTo(amp, {{kVolume, {-1500}}}));
        QCOMPARE(amp.writes, 5);
        QVERIFY(amp.time.now() - begin == 4 * kRampPause);
    }

    void whereNothingIsLeftToDoTheAmpIsAsked()
    {
        WorldAmp amp({});
        const State old = amp.state;
        amp.turn(kFilter, 1);
        const auto state = applySafely(amp, old, *Change::of(amp.described, {{kVolume, {-3000}}}));
        QVERIFY(state);
        QCOMPARE(state->value(kFilter), std::optional(Value{1}));
        QCOMPARE(amp.writes, 0);
    }

    void aKnobThatIsTurnedWhileTheVolumeRampsEndsTheRamp()
    {
        for (const int turned : {-5000, -2650}) {
            WorldAmp amp({});
            amp.beforeWrite = [&](int number) {
                if (number == 3)
                    amp.turn(kVolume, turned);
            };
            const auto outcome = applyTo(amp, {{kVolume, {0}}});
            QVERIFY(failedWith(Errc::Conflict, outcome));
            QCOMPARE(amp.state.value(kVolume), std::optional(Value{turned}));
            QCOMPARE(amp.carriedOut, 2);
        }
    }

    void aStateThatIsOldByAKnobTurnedDownIsNotRaised()
    {
        WorldAmp amp({});
        const State old = amp.state;
        amp.turn(kVolume, -5500);
        QVERIFY(failedWith(Errc::Conflict, applySafely(amp, old, *Change::of(amp.described, {{kVolume, {-2900}}}))));
        QCOMPARE(amp.state.value(kVolume), std::optional(Value{-5500}));
    }

    void whatOnlyLowersIsDoneInSpiteOfAConflict()
    {
        WorldAmp amp({});
        const State old = amp.state;
        amp.turn(kVolume, -1000);
        QVERIFY(applySafely(amp, old, *Change::of(amp.described, {{kMute, {1}}})));
        QCOMPARE(amp.state.value(kMute), std::optional(Value{1}));
        QVERIFY(applySafely(amp, old, *Change::of(amp.described, {{kVolume, {-4000}}})));
        QCOMPARE(amp.state.value(kVolume), std::optional(Value{-4000}));
    }

    void aRevisionThatMovesForAJackIsNoConflict()
    {
        WorldAmp amp({.clicks = true});
        amp.beforeWrite = [&](int number) {
            if (number == 2 || number == 5)
                amp.touched();
            if (number == 4)
                amp.turn(kBrightness, 100);
        };
        QVERIFY(applyTo(amp, {{kOutput, {1}}}));
        QCOMPARE(amp.state.value(kVolume), std::optional(Value{-3000}));
        QCOMPARE(amp.state.value(kMute), std::optional(Value{0}));
    }

    void aRevisionThatNeverRestsEndsTheChange()
    {
        WorldAmp amp({});
        amp.beforeWrite = [&](int) { amp.touched(); };
        QVERIFY(failedWith(Errc::Conflict, applyTo(amp, {{kVolume, {-2000}}})));
        QCOMPARE(amp.carriedOut, 0);
    }

    void aMuteOfOursIsTakenBackOnlyIfItIsNoLouderThanBefore()
    {
        for (const int turned : {-4000, -2000}) {
            WorldAmp amp({.clicks = true});
            amp.beforeWrite = [&](int number) {
                if (number == 2)
                    amp.turn(kVolume, turned);
            };
            const auto outcome = applyTo(amp, {{kGain, {2}}});
            QVERIFY(failedWith(Errc::Conflict, outcome));
            QCOMPARE(amp.state.value(kMute), std::optional(Value{turned == -4000 ? 0 : 1}));
            QCOMPARE(amp.state.value(kVolume), std::optional(Value{turned}));
            QCOMPARE(amp.state.value(kGain), std::optional(Value{0}));
        }
    }

    void aMuteOfSomebodyElseIsNotTakenBack()
    {
        WorldAmp amp({});
        amp.beforeWrite = [&](int number) {
            if (number == 2)
                amp.turn(kMute, 1);
        };
        QVERIFY(failedWith(Errc::Conflict, applyTo(amp, {{kVolume, {-1000}}})));
        QCOMPARE(amp.state.value(kMute), std::optional(Value{1}));
    }

    void aRefusedChangeLeavesTheAmpAsItWas_data()
    {
        QTest::addColumn<bool>("mute");
        QTest::addColumn<bool>("clicks");
        QTest::newRow("muted around it") << true << true;
        QTest::newRow("silent floor around it") << false << true;
        QTest::newRow("volume dipped") << true << false;
    }

    void aRefusedChangeLeavesTheAmpAsItWas()
    {
        QFETCH(bool, mute);
        QFETCH(bool, clicks);
        WorldAmp amp({.mute = mute, .clicks = clicks});
        const State before = amp.state;
        amp.refusal = Error{Errc::Refused, "not now", {}, ""};
        amp.refusedWrite = 2;
        QVERIFY(failedWith(Errc::Refused, applyTo(amp, {{kGain, {2}}})));
        QCOMPARE(amp.state.values, before.values);
    }

    void noFailureLeavesTheAmpLouderThanItBegan_data()
    {
        QTest::addColumn<bool>("mute");
        QTest::addColumn<bool>("clicks");
        QTest::addColumn<int>("code");
        for (const bool mute : {false, true})
            for (const bool clicks : {false, true})
                for (const Errc code : {Errc::Refused, Errc::NotVerified, Errc::Locked, Errc::Disconnected})
                    QTest::addRow("mute %d clicks %d error %d", mute, clicks, static_cast<int>(code)) << mute << clicks << static_cast<int>(code);
    }

    void noFailureLeavesTheAmpLouderThanItBegan()
    {
        QFETCH(bool, mute);
        QFETCH(bool, clicks);
        QFETCH(int, code);
        int tried = 0;
        for (int failing = 1; failing < 40; ++failing) {
            WorldAmp amp({.mute = mute, .clicks = clicks});
            amp.state.values[kGain] = {1};
            amp.forget();
            const double start = amp.loudestSince;
            amp.refusal = Error{static_cast<Errc>(code), "it failed", {}, ""};
            amp.refusedWrite = failing;
            const auto outcome = applyTo(amp, {{kGain, {0}}, {kOutput, {1}}, {kVolume, {-1500}}}, equalizerWith(true, 0, 400));
            if (outcome)
                break;
            ++tried;
            QVERIFY(failedWith(static_cast<Errc>(code), outcome));
            // Refused in the last ramp the amp stays where the ramp was; until then the ear got no more than it had.
            const double end = loudest(heard(amp.traits, after(amp, {{kGain, {0}}, {kOutput, {1}}, {kVolume, {-1500}}})));
            QVERIFY(amp.loudestSince <= std::max(start, end) + tolerance);
            if (amp.carriedOut < failing)
                QVERIFY2(loudest(heard(amp.traits, amp.state)) <= std::max(start, end) + tolerance, qPrintable(QString::number(failing)));
        }
        QVERIFY(tried > 5);
    }

    void anAmpThatGoesInTheMiddleIsDisconnected()
    {
        WorldAmp amp({.clicks = true});
        amp.beforeWrite = [&](int number) { amp.gone = number == 3; };
        QVERIFY(failedWith(Errc::Disconnected, applyTo(amp, {{kGain, {2}}})));
        QVERIFY(std::isinf(loudest(heard(amp.traits, amp.state))));
    }

    void whatTheAmpDoesNotHoldIsNotVerified()
    {
        WorldAmp amp({});
        amp.volumeLimit = {-2000};
        const auto outcome = applyTo(amp, {{kVolume, {-1000}}});
        QVERIFY(failedWith(Errc::NotVerified, outcome));
        QCOMPARE(outcome.error().facts, (std::vector<std::string>{"volume", "−18\u202fdB", "−20\u202fdB"}));
    }

    void aChangeMadeForAnotherAmpIsRefused()
    {
        WorldAmp amp({.mute = false});
        const auto change = Change::of(describedBy({}), {{kMute, {1}}});
        QVERIFY(failedWith(Errc::UnknownSetting, applySafely(amp, amp.state, *change)));
        QCOMPARE(amp.writes, 0);
    }

private:
    static State after(const WorldAmp &amp, const Values &values)
    {
        State state = quietState(amp.traits);
        for (const auto &[id, value] : values)
            state.values[id] = value;
        state.equalizer = equalizerWith(true, 0, 400);
        return state;
    }
};

QTEST_GUILESS_MAIN(ApplySafelyTest)
#include "apply_safely_test.moc"
