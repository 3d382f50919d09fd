// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/eq/preamp.h"
#include "devices/eq/width.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <random>

using namespace gainstage;
using namespace gainstage::eq;

namespace {

constexpr FilterType everyType[] = {FilterType::Peaking,  FilterType::LowShelf, FilterType::HighShelf, FilterType::LowPass,
                                    FilterType::HighPass, FilterType::Notch,    FilterType::BandPass,  FilterType::AllPass};

/// The other way to the same response: the analogue filter that the digital one is made of, at the frequency that the bilinear transform takes it from.
std::complex<double> analogue(const Filter &filter, double frequency, double rate)
{
    const double a = std::pow(10.0, filter.gain.value / 40.0), root = std::sqrt(a), q = filter.q;
    const std::complex<double> s(0.0, std::tan(std::numbers::pi * frequency / rate) / std::tan(std::numbers::pi * filter.frequency.value / rate));
    const auto resonance = s * s + s / q + 1.0;
    switch (filter.type) {
    case FilterType::Peaking: return (s * s + s * (a / q) + 1.0) / (s * s + s / (a * q) + 1.0);
    case FilterType::LowShelf: return a * (s * s + s * (root / q) + a) / (a * s * s + s * (root / q) + 1.0);
    case FilterType::HighShelf: return a * (a * s * s + s * (root / q) + 1.0) / (s * s + s * (root / q) + a);
    case FilterType::LowPass: return 1.0 / resonance;
    case FilterType::HighPass: return s * s / resonance;
    case FilterType::Notch: return (s * s + 1.0) / resonance;
    case FilterType::BandPass: return s / q / resonance;
    case FilterType::AllPass: return (s * s - s / q + 1.0) / resonance;
    }
    return {};
}

class Dice {
public:
    double between(double low, double high) { return std::uniform_real_distribution(low, high)(m_engine); }
    Filter filter(double topFrequency = 20000.0)
    {
        const auto type = everyType[std::uniform_int_distribution<std::size_t>(0, std::size(everyType) - 1)(m_engine)];
        return {type, {20.0 * std::pow(topFrequency / 20.0, between(0, 1))}, {between(-12, 12)}, std::exp(between(std::log(0.3), std::log(10.0)))};
    }
    std::vector<Filter> filters(std::size_t count)
    {
        std::vector<Filter> all(count);
        std::ranges::generate(all, [this] { return filter(); });
        return all;
    }

private:
    std::mt19937 m_engine{42};
};

Response responseOf(const std::vector<Filter> &filters, double rate = 48000.0)
{
    return *Response::of(filters, {rate});
}

Decibels loudestOf(const std::vector<Filter> &filters, double rate = 48000.0)
{
    return responseOf(filters, rate).loudest().gain;
}

} // namespace

class EqResponseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFilterIsItsAnalogueForm()
    {
        Dice dice;
        for (int round = 0; round < 500; ++round) {
            const Filter filter = dice.filter();
            const double frequency = dice.between(10, 20000);
            const auto expected = analogue(filter, frequency, 48000);
            if (std::abs(expected) < 1e-4)
                continue; // the walls of a notch
            const ResponsePoint point = responseOf({filter}).at({frequency});
            QVERIFY(std::abs(point.magnitude.value - 20 * std::log10(std::abs(expected))) < 1e-6);
            QVERIFY(std::abs(std::remainder(*point.phase - std::arg(expected) * 180 / std::numbers::pi, 360.0)) < 1e-5);
        }
    }

    void filtersInARowAddUp()
    {
        Dice dice;
        const std::vector<Filter> filters = dice.filters(10);
        const Response all = responseOf(filters);
        for (const Frequency frequency : logarithmicGrid({20.0}, {20000.0}, 100)) {
            double sum = 0;
            for (const Filter &filter : filters)
                sum += responseOf({filter}).magnitude(frequency).value;
            QVERIFY(std::abs(std::max(sum, kDeepest.value) - all.magnitude(frequency).value) < 1e-9);
        }
    }

    void manyFiltersStayNumbers()
    {
        const std::vector<Filter> loud(256, Filter{FilterType::Peaking, {1000.0}, {40.0}, 1.0});
        QVERIFY(std::abs(responseOf(loud).magnitude({1000.0}).value - 256 * 40.0) < 1e-6);
        const std::vector<Filter> quiet(256, Filter{FilterType::HighPass, {10000.0}, {0.0}, 0.7});
        QCOMPARE(responseOf(quiet).magnitude({20.0}), kDeepest);
        QVERIFY(!responseOf(quiet).at({20.0}).phase);
    }

    void nothingIsZero()
    {
        const Response wires = responseOf({{FilterType::Peaking, {100.0}, {0.0}, 1.0}, {FilterType::LowShelf, {100.0}, {0.0}, 1.0}});
        QVERIFY(wires.biquads().empty());
        QCOMPARE(wires.magnitude({100.0}), Decibels{0.0});
        QCOMPARE(wires.loudest().gain, Decibels{0.0});
    }

    void theLoudestPointIsNotMissedBetweenGridPoints()
    {
        const double narrow = 200.0;
        QVERIFY(std::abs(loudestOf({{FilterType::Peaking, {1234.5}, {9.0}, narrow}}).value - 9.0) < 1e-6);
        // Its neighbour moves the top off the centre.
        const double both = loudestOf({{FilterType::Peaking, {1000.0}, {6.0}, 1.0}, {FilterType::Peaking, {1300.0}, {6.0}, 1.0}}).value;
        QVERIFY(both > 10.0 && both < 12.0);
    }

    /// Against a search that only knows patience.
    void theLoudestPointIsTheTrueMaximum()
    {
        Dice dice;
        for (int round = 0; round < 20; ++round) {
            const Response response = responseOf(dice.filters(1 + static_cast<std::size_t>(round) % 10));
            const auto grid = response.magnitudes(logarithmicGrid({10.0}, {0.49995 * 48000}, 20000));
            const double highest = std::ranges::max(grid).value;
            const Peak peak = response.loudest();
            QVERIFY2(peak.gain.value >= highest - 1e-9 && peak.gain.value < highest + 0.01, qPrintable(QString::number(peak.gain.value - highest)));
            QVERIFY(std::abs(response.magnitude(peak.frequency).value - peak.gain.value) < 1e-9);
        }
    }

    void thePreampIsRoundedToTheQuieterStep()
    {
        QCOMPARE(preampFor({6.317}).value, -6.4);
        QCOMPARE(preampFor({6.0}).value, -6.0);
        QCOMPARE(preampFor({6.0000000001}).value, -6.0);
        QCOMPARE(preampFor({-3.0}).value, 0.0);
        QCOMPARE(preampFor({6.317}, {0.5}).value, -6.5);
        QVERIFY(clipMargin({6.317}, preampFor({6.317})).value >= 0.0);
        QVERIFY(clipMargin({6.317}, {-6.1}).value < 0.0);
    }

    void aBandNearHalfTheRateDependsOnIt()
    {
        QVERIFY(dependsOnSampleRate({FilterType::Peaking, {15000.0}, {6.0}, 1.0}, {44100.0}));
        QVERIFY(!dependsOnSampleRate({FilterType::Peaking, {15000.0}, {6.0}, 1.0}, {96000.0}));
        QVERIFY(!dependsOnSampleRate({FilterType::HighShelf, {15000.0}, {6.0}, 0.7}, {44100.0}));
    }

    void whatCannotBeIsRefused()
    {
        const double nan = std::nan("");
        for (const Filter &bad : {Filter{FilterType::Peaking, {24000.0}, {1.0}, 1.0}, Filter{FilterType::Peaking, {0.0}, {1.0}, 1.0},
                                  Filter{FilterType::Peaking, {nan}, {1.0}, 1.0}, Filter{FilterType::Peaking, {100.0}, {nan}, 1.0},
                                  Filter{FilterType::Peaking, {100.0}, {40.1}, 1.0}, Filter{FilterType::Peaking, {100.0}, {1.0}, 0.0},
                                  Filter{FilterType::Peaking, {100.0}, {1.0}, nan}, Filter{FilterType::LowPass, {100.0}, {0.0}, -1.0}}) {
            const auto refused = design(bad, {48000.0});
            QVERIFY(!refused && refused.error().code == Errc::OutOfRange);
        }
        QVERIFY(!design({}, {0.0}));
        QVERIFY(!design({}, {nan}));
    }

    /// What it costs to draw ten bands.
    void tenBandsOnFiveHundredPoints()
    {
        Dice dice;
        const Response response = responseOf(dice.filters(10));
        const auto grid = logarithmicGrid({20.0}, {20000.0}, 500);
        std::vector<Decibels> drawn;
        QBENCHMARK
        {
            drawn = response.magnitudes(grid);
        }
        QCOMPARE(drawn.size(), 500u);
    }

    void theLoudestPointOfTenBands()
    {
        Dice dice;
        const Response response = responseOf(dice.filters(10));
        Peak peak{};
        QBENCHMARK
        {
            peak = response.loudest();
        }
        QVERIFY(peak.frequency.value > 0);
    }
};

QTEST_GUILESS_MAIN(EqResponseTest)
#include "eq_response_test.moc"
