// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/amp/ear_safe.h"
#include "tests/support/amp_world.h"

#include <QTest>

#include <cmath>
#include <ranges>

using namespace gainstage;
using namespace gainstage::test;
using namespace std::chrono_literals;

namespace {

constexpr double tolerance = 1e-6;

std::vector<SafeStep> stepsFor(const Description &amp, const State &now, const Values &values, const std::optional<Equalizer> &equalizer = {})
{
    return earSafeSteps(amp, now, *Change::of(amp, values, equalizer));
}

bool isSilent(const Ears &ears)
{
    return std::isinf(ears.left) && std::isinf(ears.right);
}

/// Plays the steps of one change on a true amp and remembers the first thing that an ear should not have heard.
class Listener {
public:
    Listener(const Traits &traits, const Description &amp, const State &from, const State &to)
        : m_traits(traits), m_amp(amp), m_now(from), m_from(from), m_to(to), m_start(heard(traits, from)), m_end(heard(traits, to))
    {}

    QString complaint() const { return m_complaint; }

    /// `backwards`: the amp carries out the settings of one write in the other order.
    void play(bool backwards)
    {
        const auto change = Change::of(m_amp, m_to.values, m_to.equalizer);
        for (const SafeStep &step : earSafeSteps(m_amp, m_from, *change))
            write(step.change, backwards);
        if (m_now.values != m_to.values || m_now.equalizer != m_to.equalizer)
            complain("the end is not what was asked for");
    }

private:
    void write(const Change &change, bool backwards)
    {
        const Ears before = heard(m_traits, m_now);
        writeParts(change, backwards);
        checkJump(before, heard(m_traits, m_now));
    }

    void writeParts(const Change &change, bool backwards)
    {
        std::vector<std::pair<SettingId, Value>> order(change.values().begin(), change.values().end());
        if (backwards)
            std::ranges::reverse(order);
        for (const auto &[id, value] : order) {
            const bool wasSilent = isSilent(heard(m_traits, m_now));
            m_now.values[id] = value;
            if (m_traits.clicks && (id == kGain || id == kOutput) && (m_traits.mute || m_traits.silentFloor) && !wasSilent)
                complain("a click is heard");
            check();
        }
        if (change.equalizer()) {
            if (!change.values().empty())
                complain("values and equalizer in one step");
            m_now.equalizer = change.equalizer();
            check();
        }
    }

    void check()
    {
        const Ears now = heard(m_traits, m_now);
        if (now.left > std::max(m_start.left, m_end.left) + tolerance || now.right > std::max(m_start.right, m_end.right) + tolerance)
            complain("louder than both ends");
    }

    /// More than a step of the ramp at once is right only up to what was heard at the start, and out of silence far below the end.
    void checkJump(const Ears &before, const Ears &now)
    {
        const double from = std::max(before.left, before.right), to = std::max(now.left, now.right);
        if (to <= from + kRampStep.value + tolerance || to <= std::max(m_start.left, m_start.right) + tolerance)
            return;
        const bool atLowest = m_now.value(kVolume)->raw <= m_traits.lowest + 50;
        const bool couldNot = !m_traits.mute && !m_traits.silentFloor && atLowest; // neither silent nor lower
        const bool outOfSilence = isSilent(before) && (atLowest || to <= std::max(m_end.left, m_end.right) - 30.0 + tolerance);
        if (!outOfSilence && !couldNot)
            complain("a jump");
    }

    void complain(const char *what)
    {
        if (!m_complaint.isEmpty())
            return;
        m_complaint = QLatin1String(what);
        for (const State *state : std::initializer_list<const State *>{&m_from, &m_to, &m_now}) {
            m_complaint += QStringLiteral(" |");
            for (const auto &[id, value] : state->values)
                m_complaint += QStringLiteral(" %1=%2").arg(id.number).arg(value.raw);
            if (state->equalizer)
                m_complaint +=
                    QStringLiteral(" eq %1 %2 %3").arg(state->equalizer->on).arg(state->equalizer->preamp).arg(state->equalizer->bands[0].gain);
        }
    }

    const Traits &m_traits;
    const Description &m_amp;
    State m_now;
    const State &m_from, &m_to;
    Ears m_start, m_end;
    QString m_complaint;
};

using Grid = std::vector<std::pair<SettingId, std::vector<std::int32_t>>>;

/// All combinations of the values of a grid.
std::vector<State> statesOf(const State &base, const Grid &grid, const std::vector<Equalizer> &equalizers = {})
{
    std::vector<State> states{base};
    for (const auto &[id, values] : grid) {
        std::vector<State> more;
        for (const State &state : states) {
            for (const std::int32_t value : values) {
                more.push_back(state);
                more.back().values[id] = {value};
            }
        }
        states = std::move(more);
    }
    if (equalizers.empty())
        return states;
    std::vector<State> more;
    for (const State &state : states) {
        for (const Equalizer &equalizer : equalizers) {
            more.push_back(state);
            more.back().equalizer = equalizer;
        }
    }
    return more;
}

void tryAllPairs(const Traits &traits, const std::vector<State> &states, std::size_t stride = 1)
{
    const Description amp = describedBy(traits);
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < states.size(); ++i) {
        for (std::size_t j = i % stride; j < states.size(); j += stride, ++pairs) {
            Listener listener(traits, amp, states[i], states[j]);
            listener.play(pairs % 2 == 0);
            if (!listener.complaint().isEmpty())
                QFAIL(qPrintable(listener.complaint()));
        }
    }
    qInfo("%zu pairs of states", pairs);
}

Values valuesOf(const SafeStep &step)
{
    return step.change.values();
}

} // namespace

class EarSafeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLevelIsTheSumOfGainVolumeOutputAndEqualizer()
    {
        const Description amp = describedBy({});
        State state = quietState({});
        state.values[kGain] = {2};
        state.values[kOutput] = {1};
        state.equalizer = equalizerWith(true, -200, 600);
        QCOMPARE(level(amp, state)->value, 12.0 + 6.0 - 30.0 + 4.0);
    }

    void silenceIsMinusInfinity()
    {
        const Description amp = describedBy({});
        State muted = quietState({}), floor = muted;
        muted.values[kMute] = {1};
        floor.values[kVolume] = {-6000};
        QVERIFY(std::isinf(level(amp, muted)->value) && level(amp, muted)->value < 0);
        QVERIFY(std::isinf(level(amp, floor)->value));
        QCOMPARE(level(describedBy({.silentFloor = false}), floor)->value, -60.0);
    }

    void whatIsNotKnownMakesTheLevelUnknown()
    {
        State state = quietState({});
        QVERIFY(!level(describedBy({.knownDecibels = false}), state));
        state.values.erase(kVolume);
        QVERIFY(!level(describedBy({}), state));
        state = quietState({});
        state.equalizer.reset();
        QVERIFY(!level(describedBy({}), state));
        state.values[kMute] = {1};
        QVERIFY(level(describedBy({}), state));
    }

    void aStepOfASliderIsOneWrite()
    {
        const Description amp = describedBy({});
        const State now = quietState({});
        const auto up = stepsFor(amp, now, {{kVolume, {-2700}}});
        QCOMPARE(up.size(), 1u);
        QCOMPARE(valuesOf(up[0]), (Values{{kVolume, {-2700}}}));
        QCOMPARE(up[0].pause, 0ms);
        QCOMPARE(stepsFor(amp, now, {{kBalance, {-300}}}).size(), 1u);
        QCOMPARE(stepsFor(amp, now, {}, equalizerWith(true, 0, 300)).size(), 1u);
        QCOMPARE(stepsFor(amp, now, {{kFilter, {1}}}).size(), 1u);
    }

    void aChangeThatOnlyLowersIsOneWrite()
    {
        const Description amp = describedBy({});
        State now = quietState({});
        now.values[kGain] = {2};
        QCOMPARE(stepsFor(amp, now, {{kVolume, {-6000}}}).size(), 1u);
        QCOMPARE(stepsFor(amp, now, {{kVolume, {-5000}}, {kGain, {0}}, {kFilter, {1}}}).size(), 1u);
        QCOMPARE(stepsFor(amp, now, {{kVolume, {-5000}}, {kMute, {1}}}).size(), 1u);
        QCOMPARE(stepsFor(amp, now, {{kBalance, {1000}}}).size(), 1u);
    }

    void nothingToDoIsNoStep()
    {
        const State now = quietState({});
        QVERIFY(stepsFor(describedBy({}), now, {{kVolume, {-3000}}, {kMute, {0}}}, now.equalizer).empty());
    }

    void aRaisedVolumeIsRampedInSteps()
    {
        const auto steps = stepsFor(describedBy({}), quietState({}), {{kVolume, {-2000}}});
        QCOMPARE(steps.size(), 4u);
        const Values expected[] = {{{kVolume, {-2700}}}, {{kVolume, {-2400}}}, {{kVolume, {-2100}}}, {{kVolume, {-2000}}}};
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(valuesOf(steps[i]), expected[i]);
        QCOMPARE(steps[0].pause, kRampPause);
    }

    void theVolumeGoesDownBeforeAKnownGainGoesUp()
    {
        const auto steps = stepsFor(describedBy({}), quietState({}), {{kGain, {2}}});
        QCOMPARE(valuesOf(steps[0]), (Values{{kVolume, {-4200}}}));
        QCOMPARE(valuesOf(steps[1]), (Values{{kGain, {2}}}));
        QCOMPARE(steps[1].pause, kRampPause > 8ms ? 8ms : kRampPause);
        QCOMPARE(valuesOf(steps[2]), (Values{{kVolume, {-3900}}}));
        QCOMPARE(valuesOf(steps.back()), (Values{{kVolume, {-3000}}}));
    }

    void aSettingThatClicksIsDoneWhileMutedAndTheSoundComesBackLow()
    {
        const auto steps = stepsFor(describedBy({.clicks = true}), quietState({}), {{kGain, {1}}});
        QCOMPARE(valuesOf(steps[0]), (Values{{kMute, {1}}}));
        QCOMPARE(valuesOf(steps[1]), (Values{{kGain, {1}}, {kVolume, {-6000}}}));
        QCOMPARE(steps[1].pause, 8ms);
        QCOMPARE(valuesOf(steps[2]), (Values{{kMute, {0}}}));
        QCOMPARE(valuesOf(steps.back()), (Values{{kVolume, {-3000}}}));
        for (std::size_t i = 2; i + 1 < steps.size(); ++i)
            QVERIFY(steps[i].pause >= kRampPause);
    }

    void withoutAMuteTheVolumeGoesToItsSilentFloor()
    {
        const auto steps = stepsFor(describedBy({.mute = false, .clicks = true}), quietState({}), {{kGain, {1}}});
        QCOMPARE(valuesOf(steps[0]), (Values{{kVolume, {-6000}}}));
        QCOMPARE(valuesOf(steps[1]), (Values{{kGain, {1}}}));
        QCOMPARE(valuesOf(steps.back()), (Values{{kVolume, {-3000}}}));
    }

    void aMuteThatIsMeantStays()
    {
        const auto steps = stepsFor(describedBy({.clicks = true}), quietState({}), {{kGain, {2}}, {kMute, {1}}, {kVolume, {0}}});
        QCOMPARE(steps.size(), 2u);
        QCOMPARE(valuesOf(steps[0]), (Values{{kMute, {1}}}));
        QCOMPARE(valuesOf(steps[1]), (Values{{kGain, {2}}, {kVolume, {0}}}));
    }

    void whileMutedEverythingIsOneWrite()
    {
        State muted = quietState({});
        muted.values[kMute] = {1};
        QCOMPARE(stepsFor(describedBy({.clicks = true}), muted, {{kGain, {2}}, {kVolume, {0}}, {kOutput, {1}}}).size(), 1u);
    }

    void takingAMuteAwayBeginsLowAndRampsUp()
    {
        State muted = quietState({});
        muted.values[kMute] = {1};
        muted.values[kVolume] = {-1000};
        const auto steps = stepsFor(describedBy({}), muted, {{kMute, {0}}});
        QCOMPARE(valuesOf(steps[0]), (Values{{kVolume, {-4000}}}));
        QCOMPARE(valuesOf(steps[1]), (Values{{kMute, {0}}}));
        QCOMPARE(valuesOf(steps[2]), (Values{{kVolume, {-3700}}}));
        QCOMPARE(valuesOf(steps.back()), (Values{{kVolume, {-1000}}}));
    }

    void anEqualizerIsWrittenBehindWhatBringsAnother()
    {
        Description amp = describedBy({});
        for (Setting &setting : amp.settings)
            setting.flags.bringsEqualizer = setting.id == kInput;
        const State now = quietState({});
        // Also one that the amp holds already: the other setting takes it away.
        for (const Equalizer &wanted : {equalizerWith(true, -600, 300), *now.equalizer}) {
            const auto steps = stepsFor(amp, now, {{kInput, {1}}}, wanted);
            const auto input = std::ranges::find_if(steps, [](const SafeStep &step) { return step.change.value(kInput).has_value(); });
            const auto equalizer = std::ranges::find_if(steps, [](const SafeStep &step) { return step.change.equalizer().has_value(); });
            QVERIFY(input < equalizer && equalizer != steps.end());
            QCOMPARE(equalizer->change.equalizer(), wanted);
        }
        QCOMPARE(stepsFor(amp, now, {{kInput, {0}}}, now.equalizer).size(), 0u);
    }

    void anInputOfUnknownLoudnessIsChangedInSilence()
    {
        const auto steps = stepsFor(describedBy({}), quietState({}), {{kInput, {1}}});
        QCOMPARE(valuesOf(steps.front()), (Values{{kMute, {1}}}));
        QVERIFY(steps.size() > 5);
    }

    void anUnknownVolumeBeginsAtItsLowest()
    {
        State now = quietState({});
        now.values.erase(kVolume);
        const auto steps = stepsFor(describedBy({}), now, {{kVolume, {-5000}}});
        QCOMPARE(valuesOf(steps.front()), (Values{{kVolume, {-6000}}}));
        QCOMPARE(valuesOf(steps.back()), (Values{{kVolume, {-5000}}}));
    }

    void anUnknownMuteIsNotTakenAwayUnasked()
    {
        State now = quietState({});
        now.values.erase(kMute);
        for (const SafeStep &step : stepsFor(describedBy({.clicks = true}), now, {{kGain, {1}}}))
            QVERIFY(!step.change.value(kMute));
    }

    void aVolumeWithoutDecibelsIsRampedInSmallParts()
    {
        Description amp = describedBy({});
        for (Setting &setting : amp.settings) {
            if (setting.role == Role::Volume)
                setting.kind = Range{Unit::Percent, 0, 100, 1};
        }
        State now = quietState({});
        now.values[kVolume] = {10};
        const auto steps = stepsFor(amp, now, {{kVolume, {100}}});
        QCOMPARE(steps.size(), 30u);
        QCOMPARE(valuesOf(steps.front()), (Values{{kVolume, {13}}}));
    }

    void noPairOfStatesIsLouderOnTheWayThanAtBothEnds_data()
    {
        QTest::addColumn<bool>("mute");
        QTest::addColumn<bool>("floor");
        QTest::addColumn<bool>("clicks");
        QTest::addColumn<bool>("known");
        for (int bits = 0; bits < 16; ++bits) {
            const bool mute = bits & 1, floor = bits & 2, clicks = bits & 4, known = !(bits & 8);
            if (!mute && !floor && (clicks || !known))
                continue; // nothing makes such an amp silent: see the next test
            QTest::addRow("mute %d floor %d clicks %d known %d", mute, floor, clicks, known) << mute << floor << clicks << known;
        }
    }

    void noPairOfStatesIsLouderOnTheWayThanAtBothEnds()
    {
        QFETCH(bool, mute);
        QFETCH(bool, floor);
        QFETCH(bool, clicks);
        QFETCH(bool, known);
        const Traits traits{.mute = mute, .silentFloor = floor, .clicks = clicks, .knownDecibels = known, .equalizer = true, .lowest = -6000};
        Grid grid{{kGain, {0, 1, 2}}, {kOutput, {0, 1}}, {kVolume, {-6000, -5900, -3000, -250, 0}}};
        if (mute)
            grid.push_back({kMute, {0, 1}});
        tryAllPairs(traits, statesOf(quietState(traits), grid));
    }

    void anAmpThatCannotBeSilentIsChangedAtItsLowestVolume()
    {
        const Traits traits{.mute = false, .silentFloor = false, .clicks = true, .knownDecibels = false};
        const auto steps = stepsFor(describedBy(traits), quietState(traits), {{kGain, {2}}, {kOutput, {1}}});
        QCOMPARE(valuesOf(steps[0]), (Values{{kVolume, {-6000}}}));
        QCOMPARE(valuesOf(steps[1]), (Values{{kGain, {2}}, {kOutput, {1}}}));
        QCOMPARE(valuesOf(steps[2]), (Values{{kVolume, {-5700}}}));
    }

    void severalSmallRisesDoNotMeetInOneEar()
    {
        const Traits traits;
        const Grid grid{{kBalance, {-200, -100, 0, 100, 200}}, {kVolume, {-3000, -2900}}};
        const std::vector<Equalizer> equalizers{equalizerWith(false, 0, 0), equalizerWith(true, 0, 200), equalizerWith(true, -100, 0)};
        tryAllPairs(traits, statesOf(quietState(traits), grid, equalizers));
    }

    void balanceCrossfeedEqualizerAndInputKeepToItAsWell_data()
    {
        QTest::addColumn<bool>("mute");
        QTest::addColumn<bool>("floor");
        QTest::newRow("with mute") << true << false;
        QTest::newRow("with silent floor") << false << true;
    }

    void balanceCrossfeedEqualizerAndInputKeepToItAsWell()
    {
        QFETCH(bool, mute);
        QFETCH(bool, floor);
        const Traits traits{.mute = mute, .silentFloor = floor, .clicks = false, .knownDecibels = true, .equalizer = true, .lowest = -6000};
        Grid grid{{kGain, {0, 1}}, {kVolume, {-6000, -2000, 0}}, {kBalance, {-1000, -200, 0, 200, 1000}}, {kCrossfeed, {0, 1}}, {kInput, {0, 1}}};
        if (mute)
            grid.push_back({kMute, {0, 1}});
        const std::vector<Equalizer> equalizers{equalizerWith(false, 0, 600), equalizerWith(true, 0, 600), equalizerWith(true, -600, 200)};
        tryAllPairs(traits, statesOf(quietState(traits), grid, equalizers), 31);
    }
};

QTEST_GUILESS_MAIN(EarSafeTest)
#include "ear_safe_test.moc"
