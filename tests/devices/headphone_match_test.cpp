// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/headphone/drive.h"
#include "devices/headphone/gain_plan.h"
#include "devices/headphone/output_impedance.h"
#include "devices/headphone/sensitivity.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace gainstage;
using namespace gainstage::headphone;

namespace {

constexpr std::array figures{LoadPower{{32.0}, {1.0}}, LoadPower{{300.0}, {0.25}}, LoadPower{{600.0}, {0.15}}};

Limit at(double load)
{
    return limitOf(figures, {1.0}, {load})->limit;
}

GainQuestion question()
{
    GainQuestion made;
    made.source = {2.0};
    made.modes = {{"high", {12.0}}, {"low", {-6.0}}, {"mid", {0.0}}};
    made.largest = {7.0};
    made.headphone = {300.0};
    made.outputImpedance = {1.0};
    made.atOneVolt = {102.2288};
    made.target = {110.0};
    made.preferredAverage = {75.0};
    made.loudness = {-14.0};
    return made;
}

template <typename T>
bool isRefused(const Result<T> &result)
{
    return !result && result.error().code == Errc::OutOfRange && *result.error().sentence != '\0';
}

const double notANumber = std::nan("");

} // namespace

/// What an amp gives to a headphone: the properties that worked numbers alone do not show.
class HeadphoneMatchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothSensitivitiesAreEqualAtAThousandOhms()
    {
        QCOMPARE(atOneVolt({Sensitivity::At::OneMilliwatt, {100.0}}, {1000.0})->value, 100.0);
        const auto volt = atOneVolt({Sensitivity::At::OneMilliwatt, {97.0}}, {300.0});
        QVERIFY(std::abs(atOneMilliwatt({Sensitivity::At::OneVolt, *volt}, {300.0})->value - 97.0) < 1e-12);
        QCOMPARE(atOneVolt({Sensitivity::At::OneVolt, {97.0}}, {300.0})->value, 97.0);
    }

    void aBareNumberMayMeanEither()
    {
        QVERIFY(needsItsUnit(100.0) && needsItsUnit(115.0));
        QVERIFY(!needsItsUnit(97.0) && !needsItsUnit(120.0));
    }

    void aHeavierLoadNeverGetsMoreVoltsNorALighterOneMoreCurrent()
    {
        for (double load = 4.0; load < 2000.0; load *= 1.05) {
            QVERIFY(at(load).drive.volts.value <= at(load * 1.05).drive.volts.value * (1 + 1e-12));
            QVERIFY(at(load).drive.current.value >= at(load * 1.05).drive.current.value * (1 - 1e-12));
        }
    }

    void theFiguresThemselvesComeOut()
    {
        for (const LoadPower &figure : figures)
            QVERIFY(std::abs(at(figure.load.value).drive.power.value - figure.power.value) < 1e-12);
    }

    void oneFigureIsCurrentBelowAndVoltageAbove()
    {
        const std::array one{LoadPower{{32.0}, {1.0}}};
        QCOMPARE(limitOf(one, {0.0}, {16.0})->limit.binding, Binding::Current);
        QCOMPARE(limitOf(one, {0.0}, {64.0})->limit.binding, Binding::Voltage);
        QVERIFY(std::abs(limitOf(one, {0.0}, {64.0})->limit.drive.power.value - 0.5) < 1e-12);
    }

    void dataSheetsThatCannotBeAreCorrectedDownwards()
    {
        // More volts into 16 Ω than into 32, the same load twice, a load without power, and more current into 300 Ω than into 32.
        const std::array odd{LoadPower{{32.0}, {0.1}}, LoadPower{{16.0}, {0.5}}, LoadPower{{32.0}, {0.2}}, LoadPower{{64.0}, {0.0}},
                             LoadPower{{300.0}, {2.0}}};
        const auto found = limitOf(odd, {1.0}, {16.0});
        QCOMPARE(found->warnings, (std::vector{PointWarning::BadPointDropped, PointWarning::DuplicateLoad, PointWarning::VoltageNotMonotone,
                                               PointWarning::CurrentNotMonotone}));
        QVERIFY(found->limit.drive.power.value < 0.5);
        QVERIFY(limitOf(odd, {1.0}, {300.0})->limit.drive.power.value < 2.0);
    }

    void voltageBindsOnATie() { QCOMPARE(limitOf(OutputLimits{{3.2}, {0.1}, {0.0}}, {32.0})->binding, Binding::Voltage); }

    void aBridgeGainsSixDecibelsAtMost()
    {
        const OutputLimits single{{4.0}, {0.12}, {1.0}};
        for (double load = 8.0; load < 1000.0; load *= 1.3) {
            const auto one = limitOf(single, {load}), bridge = limitOf(balancedFrom(single), {load});
            const double gain = decibelsOf(bridge->drive.volts.value / one->drive.volts.value).value;
            QVERIFY(gain >= -1e-12 && gain <= 6.0206);
        }
    }

    void verdictsChangeAtTheirThresholds()
    {
        QCOMPARE(verdictOf({12.0}), Verdict::Ample);
        QCOMPARE(verdictOf({11.999}), Verdict::Comfortable);
        QCOMPARE(verdictOf({6.0}), Verdict::Comfortable);
        QCOMPARE(verdictOf({0.0}), Verdict::Enough);
        QCOMPARE(verdictOf({-0.001}), Verdict::Marginal);
        QCOMPARE(verdictOf({-6.0}), Verdict::Marginal);
        QCOMPARE(verdictOf({-6.001}), Verdict::NotEnough);
    }

    void theRuleOfAnEighthKeepsTheResponseWithinADecibel()
    {
        const auto damping = dampingOf({32.0}, {4.0});
        QVERIFY(damping->keepsRule);
        for (const double largest : {40.0, 100.0, 1000.0, 1e6})
            QVERIFY(rippleOf({32.0}, {largest}, damping->largestOutput)->ripple.value <= 1.0231);
        QVERIFY(!dampingOf({32.0}, {0.0})->factor);
        QVERIFY(dampingOf({32.0}, {0.0})->keepsRule);
    }

    void anOutputWithoutImpedanceChangesNothing()
    {
        const auto curve = ImpedanceCurve::of({{{1000.0}, {{32.0}, 5.0}}, {{100.0}, {{70.0}, 0.0}}});
        QCOMPARE(responseChange(*curve, {0.0}, {100.0})->value, 0.0);
        QVERIFY(responseChange(*curve, {10.0}, {100.0})->value > 1.0);
        QCOMPARE(responseChange(*curve, {10.0}, {20.0})->value, responseChange(*curve, {10.0}, {100.0})->value); // held outside
        QCOMPARE(curve->smallest().value, 32.0);
    }

    void theLowestModeThatIsEnoughIsChosenWhateverTheirOrder()
    {
        GainQuestion asked = question();
        QCOMPARE(asked.modes[planGain(asked)->mode].name, "high");
        asked.leastHeadroom = {-5.0};
        QCOMPARE(asked.modes[planGain(asked)->mode].name, "mid");
        asked.target = {200.0}; // nothing is enough: the loudest
        QCOMPARE(asked.modes[planGain(asked)->mode].name, "high");
        asked.modes = {{"more", {40.0}}, {"less", {30.0}}}; // both end at what the output gives
        QCOMPARE(asked.modes[planGain(asked)->mode].name, "less");
    }

    void theVolumeNeverClipsAndIsNeverRoundedUp()
    {
        GainQuestion asked = question();
        for (double level = 60.0; level < 130.0; level += 0.7) {
            asked.preferredAverage = {level};
            const auto plan = planGain(asked);
            QVERIFY(plan->volume <= plan->volumeCap && plan->volumeOnStep.value <= plan->volume.value + 1e-8);
            QVERIFY(plan->volumeOnStep.value > plan->volume.value - 0.5 - 1e-8);
        }
    }

    void whatCannotBeIsRefused()
    {
        QVERIFY(isRefused(atOneVolt({Sensitivity::At::OneVolt, {97.0}}, {0.0})));
        QVERIFY(isRefused(driveFor({110.0}, {notANumber}, {32.0})));
        QVERIFY(isRefused(driveFor({110.0}, {100.0}, {INFINITY})));
        QVERIFY(isRefused(limitOf(OutputLimits{{5.0}, {0.0}, {1.0}}, {32.0})));
        QVERIFY(isRefused(limitOf(OutputLimits{{5.0}, {0.1}, {-1.0}}, {32.0})));
        QVERIFY(limitOf(OutputLimits{{5.0}, {0.1}, {0.0}}, {32.0}));
        QVERIFY(isRefused(limitOf(std::array{LoadPower{{32.0}, {0.0}}}, {1.0}, {32.0})));
        QVERIFY(isRefused(limitOf(std::array{LoadPower{{32.0}, {notANumber}}, LoadPower{{300.0}, {1.0}}}, {1.0}, {32.0})));
        QVERIFY(isRefused(headroomOf({100.0}, {-1.0}, {110.0})));
        QVERIFY(isRefused(dampingOf({32.0}, {-0.1})));
        QVERIFY(isRefused(dividerLoss({{32.0}, 91.0}, {1.0})));
        QVERIFY(isRefused(rippleOf({60.0}, {30.0}, {1.0})));
        QVERIFY(isRefused(ImpedanceCurve::of({{{1000.0}, {{32.0}}}})));
        QVERIFY(isRefused(ImpedanceCurve::of({{{1000.0}, {{32.0}}}, {{1000.0}, {{33.0}}}})));
        GainQuestion asked = question();
        asked.modes.clear();
        QVERIFY(isRefused(planGain(asked)));
        asked = question();
        asked.volumeStep = {0.0};
        QVERIFY(isRefused(planGain(asked)));
    }
};

QTEST_GUILESS_MAIN(HeadphoneMatchTest)
#include "headphone_match_test.moc"
