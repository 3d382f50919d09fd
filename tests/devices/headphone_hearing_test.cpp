// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/headphone/dose.h"
#include "devices/headphone/noise.h"
#include "devices/headphone/volume.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace gainstage;
using namespace gainstage::headphone;

namespace {

const double notANumber = std::nan("");

template <typename T>
bool isRefused(const Result<T> &result)
{
    return !result && result.error().code == Errc::OutOfRange;
}

bool areClose(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

/// Noise, dose and volume: the properties that worked numbers alone do not show.
class HeadphoneHearingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theClassOfAHissChangesAtItsThresholds()
    {
        const auto hissAt = [](double level) { return noiseAtEar(*noiseAllowed({level}, {120.0}), {120.0})->hiss; };
        QCOMPARE(hissAt(-0.001), Hiss::Inaudible);
        QCOMPARE(hissAt(0.001), Hiss::VeryUnlikely);
        QCOMPARE(hissAt(9.999), Hiss::VeryUnlikely);
        QCOMPARE(hissAt(10.001), Hiss::SilenceOnly);
        QCOMPARE(hissAt(20.001), Hiss::AudibleQuiet);
        QCOMPARE(hissAt(30.001), Hiss::ClearlyAudible);
    }

    void thePartsOfANoiseAddInPower()
    {
        QVERIFY(areClose(noiseOf({{3e-6}, {0.0}, {0.0}, {4e-6}})->value, 5e-6, 1e-15));
        QVERIFY(areClose(noiseOf({{2e-6}, {100.0}, {0.0}, {1e-6}})->value, 1e-6, 1e-12));
    }

    void distortionIsTheSameInBothUnits()
    {
        QVERIFY(areClose(distortionOf(Percent{distortionOf(Decibels{-93.0})->part.value})->level.value, -93.0));
        QVERIFY(distortionOf(Decibels{0.0}));
        QVERIFY(distortionOf(Percent{100.0}));
        for (const double wrong : {0.001, notANumber})
            QVERIFY(isRefused(distortionOf(Decibels{wrong})));
        for (const double wrong : {0.0, -1.0, 100.1, notANumber})
            QVERIFY(isRefused(distortionOf(Percent{wrong})));
    }

    void theACurveIsZeroAtAKilohertz()
    {
        QVERIFY(areClose(aWeight({1000.0})->value, 0.0, 0.001));
        QVERIFY(aWeight({20.0})->value < -50.0);
        QVERIFY(isRefused(aWeight({0.0})));
        QVERIFY(isRefused(aWeightOfWhiteNoise({20000.0}, {20.0})));
        // Of a narrow band the correction is the curve's own value.
        QVERIFY(areClose(aWeightOfWhiteNoise({99.9}, {100.1})->value, aWeight({100.0})->value, 1e-3));
    }

    void aDoseIsTheSumOfItsParts()
    {
        const std::array whole{Exposure{{85.0}, {4.0}}};
        const std::array parts{Exposure{{85.0}, {1.0}}, Exposure{{85.0}, {3.0}}};
        QVERIFY(areClose(dayDose(whole)->dose.value, 50.0));
        QVERIFY(areClose(dayDose(parts)->dose.value, 50.0));
        QVERIFY(areClose(weekDose(whole, Listener::Adult)->dose.value, weekDose(parts, Listener::Adult)->dose.value));
        QVERIFY(areClose(dayDose(std::array{Exposure{{85.0}, {8.0}}})->average->value, 85.0));
    }

    void noExposureHasNoAverage()
    {
        QCOMPARE(dayDose({})->dose.value, 0.0);
        QVERIFY(!dayDose({})->average);
        QVERIFY(!weekDose(std::array{Exposure{{80.0}, {0.0}}}, Listener::Adult)->average);
    }

    void theTimeLeftUsesTheWeekUp()
    {
        const std::array used{Exposure{{83.0}, {5.0}}};
        const Percent before = weekDose(used, Listener::Adult)->dose;
        const Hours left = *hoursLeft(before, {90.0}, Listener::Adult);
        QVERIFY(areClose(weekDose(std::array{used[0], Exposure{{90.0}, left}}, Listener::Adult)->dose.value, 100.0));
        QCOMPARE(hoursLeft({120.0}, {80.0}, Listener::Adult)->value, 0.0);
        QVERIFY(hoursLeft({0.0}, {80.0}, Listener::Child)->value < hoursLeft({0.0}, {80.0}, Listener::Adult)->value);
    }

    void aLevelThatCannotBeIsRefused()
    {
        QVERIFY(isRefused(dayDose(std::array{Exposure{{notANumber}, {1.0}}})));
        QVERIFY(isRefused(dayDose(std::array{Exposure{{85.0}, {-1.0}}})));
        QVERIFY(isRefused(allowedTime({85.0}, {{85.0}, {8.0}, {0.0}})));
        QVERIFY(isRefused(hoursLeft({-1.0}, {80.0}, Listener::Adult)));
        QVERIFY(isRefused(averageLevel({{100.0}, {0.0}, {0.0}, {0.0}, {0.0}})));
    }

    void aBalanceOnlyAttenuates()
    {
        for (double balance = -20.0; balance <= 20.0; balance += 0.5) {
            const auto sides = balanceOf(Decibels{balance});
            QVERIFY(sides->left->value <= 0.0 && sides->right->value <= 0.0 && areClose(sides->right->value - sides->left->value, balance));
        }
        QVERIFY(!balanceOf(Percent{100.0})->left && balanceOf(Percent{100.0})->right->value == 0.0);
        QVERIFY(!balanceOf(Percent{-100.0})->right);
        QVERIFY(isRefused(balanceOf(Percent{100.1})));
    }

    void volumeLaws()
    {
        QVERIFY(!*cubicVolume({0.0}));
        QVERIFY(areClose(cubicSlider(**cubicVolume({37.0}))->value, 37.0));
        QCOMPARE(volumeOf({0.0}, {{-60.0}, {0.0}, {0.5}})->value, -60.0);
        QCOMPARE(volumeOf({100.0}, {{-60.0}, {0.0}, {0.5}})->value, 0.0);
        QCOMPARE(volumeOf({99.9}, {{-60.0}, {0.0}, {0.5}})->value, -0.5); // the quieter step
        QVERIFY(isRefused(volumeOf({50.0}, {{0.0}, {-60.0}, {0.5}})));
        QVERIFY(isRefused(volumeOf({101.0}, {{-60.0}, {0.0}, {0.5}})));
        QCOMPARE(usbVolume({-200.0})->raw, -32767);
        QVERIFY(isRefused(usbVolume({notANumber})));
    }
};

QTEST_GUILESS_MAIN(HeadphoneHearingTest)
#include "headphone_hearing_test.moc"
