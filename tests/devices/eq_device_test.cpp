// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/eq/preamp.h"
#include "devices/eq/steps.h"
#include "devices/eq/width.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace gainstage;
using namespace gainstage::eq;

namespace {

EqualizerLimits limits(EqualizerLimits::ShelfQ shelf = EqualizerLimits::ShelfQ::Rbj)
{
    EqualizerLimits made{3,
                         {FilterType::Peaking, FilterType::LowShelf, FilterType::HighShelf},
                         {20, 20000, 1},
                         {-1200, 1200, 10},
                         {100, 10000, 5},
                         {-1200, 0, 10},
                         {44100, 48000}};
    made.shelf = shelf;
    return made;
}

Equalizer with(std::vector<Band> bands, std::int32_t preamp = 0)
{
    return {true, preamp, std::move(bands)};
}

} // namespace

/// What an amp makes of the numbers that it is given.
class EqDeviceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSlopeInTheFieldOfTheQMakesAnotherShelf()
    {
        const Band band{FilterType::LowShelf, 100, 600, 900, true};
        const auto q = filterOf(band, conventionOf(limits())), slope = filterOf(band, conventionOf(limits(EqualizerLimits::ShelfQ::Slope)));
        QCOMPARE(q->q, 0.9);
        QVERIFY(std::abs(slope->q - 0.6688) < 1e-4);
        // A peak's Q is a Q for both.
        const Band peak{FilterType::Peaking, 100, 600, 900, true};
        QCOMPARE(filterOf(peak, conventionOf(limits(EqualizerLimits::ShelfQ::Slope)))->q, 0.9);
    }

    void slopesAndQsAreEachOthersInverse()
    {
        for (const double gain : {-12.0, -3.0, 0.5, 6.0, 20.0}) {
            for (const double q : {0.3, 0.5, 0.7071, 0.9})
                QVERIFY(std::abs(*qOfSlope(*slopeOfQ(q, {gain}), {gain}) - q) < 1e-9);
            QVERIFY(std::abs(*qOfSlope(1.0, {gain}) - std::sqrt(0.5)) < 1e-12);
        }
        for (const double octaves : {0.1, 1.0, 3.0})
            QVERIFY(std::abs(*bandwidthOfQ(*qOfBandwidth(octaves)) - octaves) < 1e-12);
    }

    void aShelfOfSlopeOneIsTheSteepestWithoutOvershoot()
    {
        const auto shelfAt = [](double slope) {
            return shelfOf(FilterType::LowShelf, {200.0}, {6.0}, slope, {ShelfConvention::Width::Slope, ShelfConvention::At::Centre});
        };
        QVERIFY(Response::of(std::array{*shelfAt(1.0)}, {48000.0})->loudest().gain.value < 6.0 + 1e-6);
        QVERIFY(Response::of(std::array{*shelfAt(1.3)}, {48000.0})->loudest().gain.value > 6.05);
    }

    void theClassicQOfABoostIsNarrower()
    {
        const FilterConvention classic{{}, FilterConvention::PeakQ::Classic, {}, {}};
        const double a = std::pow(10.0, 6.0 / 40.0);
        QVERIFY(std::abs(filterOf(FilterType::Peaking, {100.0}, {6.0}, 2.0, classic)->q - 2.0 / a) < 1e-12);
        QCOMPARE(filterOf(FilterType::Peaking, {100.0}, {-6.0}, 2.0, classic)->q, 2.0);
        // Its boosted poles then have the Q that was named: 1/(A·Q_RBJ) of the denominator.
        QVERIFY(!filterOf(FilterType::Peaking, {100.0}, {6.0}, 0.0, classic));
    }

    void aQTimesGainIsTheSameForBoostAndCutAndLeavesShelves()
    {
        auto timesGain = limits();
        timesGain.peakQ = EqualizerLimits::PeakQ::TimesGain;
        timesGain.q.step = 1;
        const double a = std::pow(10.0, 6.0 / 40.0);
        for (const std::int32_t gain : {600, -600})
            QVERIFY(std::abs(filterOf(Band{FilterType::Peaking, 100, gain, 2000, true}, conventionOf(timesGain))->q - 2.0 / a) < 1e-12);
        QCOMPARE(filterOf(Band{FilterType::LowShelf, 100, 600, 2000, true}, conventionOf(timesGain))->q, 2.0);
        QVERIFY(!filterOf(Band{FilterType::Peaking, 100, 600, 0, true}, conventionOf(timesGain)));
        // What is fitted to the curve goes the other way.
        QCOMPARE(bandOf(Filter{FilterType::Peaking, {100.0}, {-6.0}, 2.0 / a}, timesGain)->q, 2000);
        QCOMPARE(bandOf(Filter{FilterType::HighShelf, {100.0}, {-6.0}, 2.0}, timesGain)->q, 2000);
    }

    void bandsWithoutASwitchAreFlatInsteadOfOff()
    {
        auto always = limits();
        const Equalizer off = with(
            {{FilterType::LowShelf, 100, 600, 700, false}, {FilterType::HighPass, 30, 0, 700, false}, {FilterType::Peaking, 1000, 300, 700, true}});
        QCOMPARE(always.held(off), off);
        always.bandsHaveSwitch = false;
        const Equalizer flat =
            with({{FilterType::LowShelf, 100, 0, 700, true}, {FilterType::Peaking, 30, 0, 700, true}, {FilterType::Peaking, 1000, 300, 700, true}});
        QCOMPARE(always.held(off), flat);
        QVERIFY(always.accepts(flat));
        always.fixedTypes = {FilterType::LowShelf, FilterType::Peaking, FilterType::Peaking};
        QVERIFY(always.accepts(flat));
        always.fixedTypes = {FilterType::LowShelf, FilterType::LowShelf, FilterType::Peaking};
        QVERIFY(!always.accepts(flat));
    }

    void fixedPointIsRoundedHalfUpAndNeverWraps()
    {
        const FixedPoint halves{4, 1};
        QCOMPARE(toFixed(0.25, halves)->raw, 1);
        QCOMPARE(toFixed(-0.25, halves)->raw, 0);
        QVERIFY(!toFixed(7.5, halves)->overflows);
        QVERIFY(toFixed(7.75, halves)->overflows);
        QVERIFY(!toFixed(-8.0, halves)->overflows);
        QVERIFY(toFixed(-8.5, halves)->overflows);
        QVERIFY(!toFixed(std::nan(""), kQ2_30));
        QVERIFY(!toFixed(1e300, kQ2_30));
        QVERIFY(!toFixed(1.0, {0, 8}));
        QVERIFY(!toFixed(1.0, {40, 40}));
        QCOMPARE(hexOf(-1, {4, 8}), std::string("FFF"));
    }

    void theCurveOfADeviceIsThatOfItsRoundedCoefficients()
    {
        const std::array bass{Filter{FilterType::Peaking, {25.0}, {6.0}, 4.0}};
        const auto exact = Response::of(bass, {96000.0}), coarse = Response::of(bass, {96000.0}, FixedPoint{5, 21}),
                   fine = Response::of(bass, {96000.0}, kQ2_30);
        QVERIFY(largestDifference(*exact, *coarse).gain.value > 0.1);
        QVERIFY(largestDifference(*exact, *fine).gain.value < 0.01);
    }

    void whatDoesNotFitTheDeviceIsRefused()
    {
        const std::array shelf{*filterOf(FilterType::HighShelf, {8000.0}, {8.0}, 0.7, kWalkplayFilters)};
        const auto refused = Response::of(shelf, {96000.0}, kQ2_30);
        QVERIFY(!refused && refused.error().code == Errc::OutOfRange);
        QVERIFY(Response::of(shelf, {96000.0}, kQ5_27));
        // So few bits that the poles land on the unit circle.
        QVERIFY(!Response::of(std::array{Filter{FilterType::Peaking, {20.0}, {6.0}, 10.0}}, {96000.0}, FixedPoint{4, 8}));
    }

    void aFilterBecomesTheNearestBand()
    {
        const auto band = bandOf({FilterType::Peaking, {99.6}, {-3.04}, 1.4142}, limits());
        QCOMPARE(*band, (Band{FilterType::Peaking, 100, -300, 1415, true}));
        QCOMPARE(bandOf({FilterType::Peaking, {100.0}, {-3.05}, 1.0}, limits())->gain, -300); // half up
        const auto slope = limits(EqualizerLimits::ShelfQ::Slope);
        const auto shelf = bandOf({FilterType::LowShelf, {100.0}, {6.0}, *qOfSlope(0.9, {6.0})}, slope);
        QCOMPARE(shelf->q, 900);
        QVERIFY(limits().accepts(*band));
    }

    void whatTheDeviceCannotDoIsNotBent()
    {
        QCOMPARE(bandOf({FilterType::Notch, {100.0}, {0.0}, 1.0}, limits()).error().code, Errc::Unsupported);
        QCOMPARE(bandOf({FilterType::Peaking, {100.0}, {12.1}, 1.0}, limits()).error().code, Errc::OutOfRange);
        QCOMPARE(bandOf({FilterType::Peaking, {10.0}, {6.0}, 1.0}, limits()).error().code, Errc::OutOfRange);
        QVERIFY(!nearestStep(std::nan(""), limits().gain));
        QCOMPARE(*quieterStep(-301.0, limits().gain), -310);
        QCOMPARE(*quieterStep(-300.0, limits().gain), -300);
    }

    void bandsBeyondTheRateAreOffThere()
    {
        const Equalizer equalizer = with({{FilterType::Peaking, 20000, 600, 1000, true},
                                          {FilterType::Peaking, 100, 300, 1000, true},
                                          {FilterType::Peaking, 100, 300, 1000, false}});
        const auto active = activeFilters(equalizer, {}, {32000.0});
        QCOMPARE(active->filters.size(), 1u);
        QCOMPARE(active->beyondRate, (std::vector<std::size_t>{0}));
    }

    void theLoudestPointIsExactWhereItIsPlain()
    {
        QCOMPARE(loudestPoint(with({{FilterType::Peaking, 100, 300, 707, true}}, -100), limits())->value, 2.0);
        QCOMPARE(loudestPoint(with({{FilterType::Peaking, 100, 300, 707, false}}, -100), limits())->value, -1.0);
        QCOMPARE(loudestPoint({false, -600, {{FilterType::Peaking, 100, 300, 707, true}}}, limits())->value, 0.0);
    }

    void theLoudestPointIsNotTheSumOfFarBands()
    {
        const auto loudest = loudestPoint(with({{FilterType::Peaking, 60, 600, 4000, true}, {FilterType::Peaking, 8000, 600, 4000, true}}), limits());
        QVERIFY(loudest->value >= 6.0 && loudest->value < 6.01);
    }

    void theLoudestPointIsUnknownWhereABandMakesNoFilter()
    {
        const Equalizer steep = with({{FilterType::LowShelf, 100, 1200, 9000, true}});
        QVERIFY(loudestPoint(steep, limits()));
        QVERIFY(!loudestPoint(steep, limits(EqualizerLimits::ShelfQ::Slope)));
    }
};

QTEST_GUILESS_MAIN(EqDeviceTest)
#include "eq_device_test.moc"
