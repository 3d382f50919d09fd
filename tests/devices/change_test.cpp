// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/amp/change.h"
#include "tests/support/amp_world.h"
#include "tests/support/outcome.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;

namespace {

const Description amp = describedBy({});

Description readOnlyVolume()
{
    Description described = amp;
    for (Setting &setting : described.settings)
        setting.flags.readOnly = setting.role == Role::Volume;
    return described;
}

std::vector<std::string> factsOf(const Result<Change> &outcome)
{
    return outcome ? std::vector<std::string>{} : outcome.error().facts;
}

} // namespace

class ChangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aValueWithinTheLimitsAndOnTheStepIsTaken()
    {
        const auto change = Change::of(amp, {{kVolume, {-2050}}, {kGain, {2}}, {kMute, {1}}}, equalizerWith(true, -300, 250));
        QVERIFY(change);
        QCOMPARE(change->value(kVolume), std::optional(Value{-2050}));
        QCOMPARE(change->value(kOutput), std::nullopt);
        QVERIFY(change->equalizer());
        QVERIFY(!change->empty());
    }

    void aValueThatTheAmpCannotHoldIsRefused_data()
    {
        QTest::addColumn<int>("id");
        QTest::addColumn<int>("value");
        QTest::newRow("above the range") << 4 << 50;
        QTest::newRow("below the range") << 4 << -6050;
        QTest::newRow("off the step") << 4 << -2025;
        QTest::newRow("no such choice") << 1 << 3;
        QTest::newRow("a switch has no 2") << 5 << 2;
    }

    void aValueThatTheAmpCannotHoldIsRefused()
    {
        QFETCH(int, id);
        QFETCH(int, value);
        QVERIFY(failedWith(Errc::OutOfRange, Change::of(amp, {{SettingId{static_cast<std::uint16_t>(id)}, {value}}})));
    }

    void theRefusalNamesTheSettingAndItsLimits()
    {
        QCOMPARE(factsOf(Change::of(amp, {{kVolume, {50}}})), (std::vector<std::string>{"volume", "−60\u202fdB", "0\u202fdB", "0.5\u202fdB"}));
        QCOMPARE(factsOf(Change::of(amp, {{kGain, {7}}})), (std::vector<std::string>{"gain", "gain0, gain1, gain2"}));
    }

    void oneBadValueRefusesTheWholeChange() { QVERIFY(failedWith(Errc::OutOfRange, Change::of(amp, {{kGain, {1}}, {kVolume, {50}}}))); }

    void aSettingThatTheAmpDoesNotHaveIsUnknown()
    {
        const auto change = Change::of(amp, {{SettingId{99}, {0}}});
        QVERIFY(failedWith(Errc::UnknownSetting, change));
        QCOMPARE(factsOf(change), std::vector<std::string>{"99"});
    }

    void whatCanOnlyBeReadIsNotSet()
    {
        const auto change = Change::of(readOnlyVolume(), {{kVolume, {-2000}}});
        QVERIFY(failedWith(Errc::ReadOnly, change));
        QCOMPARE(factsOf(change), std::vector<std::string>{"volume"});
    }

    void anEqualizerOutsideTheLimitsIsRefused()
    {
        Equalizer oneBand = equalizerWith(true, 0, 0);
        oneBand.bands.pop_back();
        QVERIFY(failedWith(Errc::OutOfRange, Change::of(amp, {}, oneBand)));
        QVERIFY(failedWith(Errc::OutOfRange, Change::of(amp, {}, equalizerWith(true, 10, 0))));
        const auto badBand = Change::of(amp, {}, equalizerWith(true, 0, 0, 1300));
        QVERIFY(failedWith(Errc::OutOfRange, badBand));
        QCOMPARE(factsOf(badBand), std::vector<std::string>{"2"});
        QVERIFY(failedWith(Errc::Unsupported, Change::of(describedBy({.equalizer = false}), {}, equalizerWith(true, 0, 0))));
    }

    void againstAStateOnlyWhatDiffersIsLeft()
    {
        State state = quietState({});
        const auto change = Change::of(amp, {{kVolume, {-3000}}, {kGain, {1}}}, state.equalizer);
        QCOMPARE(change->against(state).values(), (Values{{kGain, {1}}}));
        QVERIFY(!change->against(state).equalizer());
        state.values.erase(kVolume);
        QCOMPARE(change->against(state).values().size(), 2u);
    }

    void aLaterChangeGoesOnTop()
    {
        const auto first = Change::of(amp, {{kVolume, {-3000}}, {kGain, {1}}}, equalizerWith(true, 0, 0));
        const auto later = Change::of(amp, {{kVolume, {-2000}}});
        const Change both = first->then(*later);
        QCOMPARE(both.values(), (Values{{kVolume, {-2000}}, {kGain, {1}}}));
        QCOMPARE(both.equalizer(), first->equalizer());
    }

    void aChangeCanBeTakenApart()
    {
        const auto change = Change::of(amp, {{kVolume, {-3000}}, {kGain, {1}}}, equalizerWith(true, 0, 0));
        QCOMPARE(change->only(kGain).values(), (Values{{kGain, {1}}}));
        QCOMPARE(change->without(kGain).values(), (Values{{kVolume, {-3000}}}));
        QVERIFY(change->without(kGain).equalizer());
        QVERIFY(change->onlyEqualizer().values().empty());
        QVERIFY(!change->onlyValues().equalizer());
        QVERIFY(Change().empty());
    }
};

QTEST_GUILESS_MAIN(ChangeTest)
#include "change_test.moc"
