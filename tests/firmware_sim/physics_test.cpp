// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/core/firmware.h"
#include "firmware_sim/physics/biquad.h"
#include "firmware_sim/physics/world.h"

#include <QTest>

#include <cmath>

using namespace gainstage;
using namespace gainstage::sim;
using firmware::AudioPath;
using firmware::BandSetting;

namespace {

constexpr std::int64_t kSecond = 1'000'000;

bool near(double value, double expected, double share = 1e-6)
{
    return std::abs(value - expected) <= share * std::abs(expected);
}

/// High gain at a volume in centi-decibel.
AudioPath loud(std::int32_t volume, std::uint8_t output = 0)
{
    AudioPath path;
    path.gainCentiDecibel = 1600;
    path.volumeCentiDecibel = volume;
    path.output = output;
    return path;
}

/// A desktop amp that is switched on and plays a sine of full scale.
struct Desktop {
    World world{firmware::desktopModel(), kDesktopElectrics};
    explicit Desktop(const AudioPath &path = loud(0))
    {
        world.powerOn();
        world.setSource(0, {.dbfs = 0, .rate = 48000, .locked = true, .hertz = 1000});
        world.apply(path);
    }
    void load(std::uint8_t output, double ohm) { world.plug(output, Load{.ohm = ohm}); }
    void pass(std::int64_t microseconds) { world.advanceTo(world.now() + microseconds); }
};

double loudestSince(const World &world)
{
    double loudest = 0;
    for (const LevelPoint &point : world.trajectory().points())
        loudest = std::max(loudest, std::ranges::max(point.volts));
    return loudest;
}

BandSetting band(std::uint8_t type, std::int32_t hertz, std::int32_t centiDecibel, std::int32_t milliQ = 707)
{
    return {.type = type, .on = true, .hertz = hertz, .centiDecibel = centiDecibel, .milliQ = milliQ};
}

} // namespace

class PhysicsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOpenJackShowsTheFullVoltage()
    {
        Desktop amp;
        amp.world.plug(0, std::nullopt);
        QVERIFY(near(amp.world.volts(0), 8.0));
        QCOMPARE(amp.world.volts(1), 0.0);
    }

    void theOutputImpedanceDividesTheVoltage()
    {
        Desktop amp;
        amp.load(0, 300);
        QVERIFY(near(amp.world.volts(0), 8.0 * 300 / 300.4));
        amp.load(0, 32);
        QVERIFY(near(amp.world.volts(0), 8.0 * 32 / 32.4));
    }

    void thePowerOfTheDescriptionIsReached_data()
    {
        QTest::addColumn<int>("output");
        QTest::addColumn<double>("ohm");
        QTest::addColumn<double>("watts");
        for (const auto &output : firmware::desktopModel().outputs)
            for (const auto &figure : output.power)
                QTest::addRow("output %d, %u mohm", output.id, figure.milliohm) << int(output.id) << figure.milliohm / 1e3 << figure.microwatt / 1e6;
    }
    void thePowerOfTheDescriptionIsReached()
    {
        QFETCH(const int, output);
        QFETCH(const double, ohm);
        QFETCH(const double, watts);
        const auto id = static_cast<std::uint8_t>(output);
        Desktop amp(loud(0, id));
        amp.load(id, ohm);
        amp.pass(kSecond / 2); // the supply has sagged to where it stays
        QCOMPARE(amp.world.protection(), 0u);
        QVERIFY2(near(std::pow(amp.world.volts(id), 2) / ohm, watts, 1e-5), qPrintable(QString::number(amp.world.volts(id))));
    }

    void clippingBeginsWhereVoltageRunsOut()
    {
        Desktop amp(loud(0));
        amp.load(0, 300);
        QVERIFY(!amp.world.isClipping());
        AudioPath boosted = loud(0);
        const BandSetting plus6 = band(0, 1000, 600);
        boosted.equalizerOn = true;
        boosted.bands = {&plus6, 1};
        amp.world.apply(boosted);
        QVERIFY(amp.world.isClipping());
        QVERIFY(near(amp.world.volts(0), 8.0 * 300 / 300.4));
    }

    void theVoltageThatCanBeReachedScalesWithTheGainMode()
    {
        AudioPath path = loud(0);
        path.gainCentiDecibel = 0;
        Desktop amp(path);
        amp.world.plug(0, std::nullopt);
        QVERIFY(near(amp.world.volts(0), 8.0 / std::pow(10.0, 16.0 / 20)));
        amp.world.setSupply(8); // less than high gain needs, enough for low gain
        amp.pass(kSecond);
        QVERIFY(!amp.world.isClipping());
    }

    void clippingBeginsWhereCurrentRunsOut()
    {
        Desktop amp;
        amp.load(0, 16);
        QVERIFY(amp.world.isClipping());
        QVERIFY(near(amp.world.volts(0), 0.3 * 16));
        QVERIFY(near(amp.world.powerIntoLoad(), 2 * 0.3 * 0.3 * 16));
    }

    void clipsAreCountedWhileTheyLast()
    {
        Desktop amp;
        amp.load(0, 16);
        QCOMPARE(amp.world.clips(), 1u);
        amp.pass(kSecond + 1);
        QCOMPARE(amp.world.clips(), 11u);
        amp.world.apply(loud(-2000));
        amp.pass(kSecond);
        QCOMPARE(amp.world.sensors().clips, 11u);
    }

    void theSupplySagsWithTheLoadAndRecovers()
    {
        Desktop amp(loud(0, 1));
        amp.load(1, 40);
        amp.pass(kSecond);
        // 16 V / 40.8 Ω, two channels, two sides: 1.2 Ω × (0.1 A + 4 × 0.4502 × 0.3922 A)
        QVERIFY(near(amp.world.rail(), 15 - 1.2 * (0.1 + 4 * std::sqrt(2) / std::numbers::pi * 16 / 40.8), 1e-4));
        QCOMPARE(amp.world.sensors().supplyMillivolt[1], -amp.world.sensors().supplyMillivolt[0]);
        amp.world.plug(1, std::nullopt);
        amp.pass(kSecond);
        QVERIFY(near(amp.world.rail(), 15 - 0.12, 1e-3));
    }

    void aWeakSupplyClips()
    {
        Desktop amp;
        amp.load(0, 300);
        amp.world.setSupply(10);
        amp.pass(kSecond);
        QVERIFY(amp.world.isClipping());
        QVERIFY(near(amp.world.volts(0), (amp.world.rail() - 2.5) / std::sqrt(2) * 300 / 300.4));
        amp.world.setSupply(0);
        amp.pass(kSecond);
        QCOMPARE(amp.world.volts(0), 0.0);
    }

    void heatFollowsThePower()
    {
        Desktop amp(loud(-9000));
        amp.pass(3600 * kSecond);
        const double idle = 25 + 6.0 * 2 * (15 - 0.12) * 0.1;
        QVERIFY(near(amp.world.celsius(), idle, 1e-3));
        amp.load(0, 16);
        amp.world.apply(loud(0));
        amp.pass(120 * kSecond);
        QVERIFY(amp.world.celsius() > idle + 10);
        QCOMPARE(amp.world.sensors().deciCelsius, std::lround(amp.world.celsius() * 10));
    }

    void theThermalCutOutOpensTheOutputsAndClosesThemWhenCool()
    {
        Desktop amp(loud(0, 1));
        amp.load(1, 16); // 19 W: more than the heat sink takes for long
        QVERIFY(amp.world.nextEvent());
        while (amp.world.protection() == 0 && amp.world.now() < 600 * kSecond)
            amp.world.advanceTo(*amp.world.nextEvent());
        QCOMPARE(amp.world.protection(), 1u);
        QVERIFY(near(amp.world.celsius(), 85, 1e-3));
        QCOMPARE(amp.world.volts(1), 0.0);
        amp.pass(10 * kSecond);
        QCOMPARE(amp.world.protection(), 1u); // not before it is well below
        const auto recovery = amp.world.nextEvent();
        QVERIFY(recovery);
        amp.world.advanceTo(*recovery);
        QCOMPARE(amp.world.protection(), 0u);
        QVERIFY(near(amp.world.celsius(), 70, 1e-3));
        QVERIFY(amp.world.volts(1) > 0);
    }

    void heatCanBeHeldByHand()
    {
        Desktop amp;
        amp.world.holdTemperature(90);
        QCOMPARE(amp.world.protection(), 1u);
        amp.pass(1000 * kSecond);
        QCOMPARE(amp.world.celsius(), 90.0);
        amp.world.holdTemperature(30);
        QCOMPARE(amp.world.protection(), 0u);
    }

    void aShortCircuitTripsOverCurrentAndIsTriedAgain()
    {
        Desktop amp;
        amp.load(0, 0);
        amp.pass(49'000);
        QCOMPARE(amp.world.protection(), 0u);
        amp.pass(1'001);
        QCOMPARE(amp.world.protection(), 4u);
        amp.pass(10 * kSecond);
        QCOMPARE(amp.world.protection(), 4u); // it is still there
        amp.load(0, 300);
        amp.pass(2 * kSecond + 1);
        QCOMPARE(amp.world.protection(), 0u);
        QVERIFY(amp.world.volts(0) > 7);
    }

    void aForcedProtectionHoldsUntilItIsTakenAway()
    {
        Desktop amp;
        amp.world.force(DirectCurrentBit, true);
        amp.world.force(OverCurrentBit, true);
        amp.pass(60 * kSecond);
        QCOMPARE(amp.world.sensors().protection, 6u);
        QCOMPARE(amp.world.volts(0), 0.0);
        amp.world.force(OverCurrentBit, false);
        QCOMPARE(amp.world.sensors().protection, 2u);
        amp.world.force(DirectCurrentBit, false);
        QVERIFY(amp.world.volts(0) > 0);
    }

    void aRelayClicksLouderThanBeforeAndAfter_data()
    {
        QTest::addColumn<int>("gain");
        QTest::addColumn<int>("output");
        QTest::addColumn<int>("volume");
        QTest::newRow("gain up") << 1600 << 0 << -4000;
        QTest::newRow("gain up, volume far down") << 1600 << 0 << -8000;
        QTest::newRow("gain up, volume up") << 800 << 0 << -2000;
        QTest::newRow("output") << 0 << 1 << -4000;
        QTest::newRow("gain and output") << 1600 << 2 << -4000;
    }
    void aRelayClicksLouderThanBeforeAndAfter()
    {
        QFETCH(const int, gain);
        QFETCH(const int, output);
        QFETCH(const int, volume);
        AudioPath path = loud(-4000);
        path.gainCentiDecibel = 0;
        Desktop amp(path);
        amp.pass(kSecond);
        const double before = amp.world.volts(0);
        amp.world.mark();
        path.gainCentiDecibel = gain;
        path.output = static_cast<std::uint8_t>(output);
        path.volumeCentiDecibel = volume;
        amp.world.apply(path);
        const double click = loudestSince(amp.world);
        amp.pass(7'999);
        QCOMPARE(amp.world.volts(path.output), click);
        amp.pass(1);
        const double after = amp.world.volts(path.output);
        QVERIFY(click >= 1.9 * std::max(before, after));
        QCOMPARE(loudestSince(amp.world), click);
        QVERIFY(after > 0);
    }

    void aMutedRelayIsSilent()
    {
        AudioPath path = loud(-4000);
        path.silent = true;
        Desktop amp(path);
        amp.world.mark();
        path.gainCentiDecibel = 0;
        amp.world.apply(path);
        amp.pass(kSecond);
        QCOMPARE(loudestSince(amp.world), 0.0);
    }

    void unmutingBeforeTheRelayHasSettledIsHeard()
    {
        AudioPath path = loud(-4000);
        path.silent = true;
        path.gainCentiDecibel = 0;
        Desktop amp(path);
        path.gainCentiDecibel = 1600;
        amp.world.apply(path);
        amp.pass(5'000);
        path.silent = false;
        amp.world.apply(path);
        const double early = amp.world.volts(0);
        amp.pass(3'000);
        QVERIFY(early >= 1.9 * amp.world.volts(0));
    }

    void aVolumeStepMakesNoClick()
    {
        Desktop amp(loud(-4000));
        amp.pass(kSecond);
        amp.world.mark();
        amp.world.apply(loud(-3950));
        amp.pass(kSecond);
        QCOMPARE(amp.world.trajectory().points().size(), 2u);
        QCOMPARE(loudestSince(amp.world), amp.world.volts(0));
    }

    void everyChangeIsInTheTrajectoryAtItsMoment()
    {
        Desktop amp(loud(-4000));
        amp.pass(kSecond);
        amp.world.mark();
        amp.world.advanceTo(2 * kSecond);
        amp.world.apply(loud(-3000));
        amp.world.apply(loud(-4000)); // in the same moment: a peak must not be lost
        const auto &points = amp.world.trajectory().points();
        QCOMPARE(points.size(), 3u);
        QCOMPARE(points[0].microseconds, kSecond);
        QCOMPARE(points[1].microseconds, 2 * kSecond);
        QCOMPARE(points[2].microseconds, 2 * kSecond);
        QVERIFY(near(points[1].volts[0] / points[0].volts[0], std::sqrt(10.0)));
    }

    void theTrajectoryIsBoundedAndSaysWhatItForgot()
    {
        Trajectory trajectory;
        for (int i = 0; i < 30000; ++i)
            trajectory.record(i, {i % 2 ? 1.0 : 2.0, 0, 0});
        QCOMPARE(trajectory.points().size(), Trajectory::kMostPoints);
        QCOMPARE(trajectory.dropped(), 30000 - Trajectory::kMostPoints);
        QCOMPARE(trajectory.points().back().microseconds, 29999);
        trajectory.mark(40000);
        QCOMPARE(trajectory.dropped(), 0u);
        QCOMPARE(trajectory.points().size(), 1u);
        QCOMPARE(trajectory.points().front().volts[0], 1.0);
    }

    void balanceAttenuatesOneChannel()
    {
        AudioPath path = loud(-2000);
        path.balanceCentiDecibel = 600;
        Desktop amp(path);
        QCOMPARE(amp.world.sensors().levelCentiDbfs[0], -2600);
        QCOMPARE(amp.world.sensors().levelCentiDbfs[1], -2000);
        path.balanceCentiDecibel = -600;
        amp.world.apply(path);
        QCOMPARE(amp.world.sensors().levelCentiDbfs[1], -2600);
        QVERIFY(near(amp.world.volts(0), 0.8 * 300 / 300.4)); // the louder one
    }

    void nothingIsHeardWithoutLockOrPower()
    {
        Desktop amp;
        amp.world.setSource(0, {.locked = false});
        QCOMPARE(amp.world.volts(0), 0.0);
        QCOMPARE(amp.world.sensors().levelCentiDbfs[0], -12000);
        QCOMPARE(amp.world.sensors().sampleRate, 0u);
        amp.world.setSource(0, {});
        QVERIFY(amp.world.volts(0) > 0);
        amp.world.powerOff();
        QCOMPARE(amp.world.volts(0), 0.0);
        amp.world.powerOn();
        QCOMPARE(amp.world.volts(0), 0.0); // until the firmware has set it up
    }

    void theJackOfTheDesktopMeasuresAndThatOfTheDongleDoesNot()
    {
        World desktop(firmware::desktopModel(), kDesktopElectrics);
        desktop.plug(1, Load{.ohm = 37.5});
        QCOMPARE(desktop.jack(1), (firmware::JackReading{true, 37500}));
        desktop.plug(1, std::nullopt);
        QCOMPARE(desktop.jack(1), firmware::JackReading{});
        QCOMPARE(desktop.jack(7), firmware::JackReading{});
        const World dongle(firmware::dongleModel(), kDongleElectrics);
        QCOMPARE(dongle.jack(0), (firmware::JackReading{true, 0}));
    }

    void theDongleGivesTwoVolts()
    {
        World world(firmware::dongleModel(), kDongleElectrics);
        world.powerOn();
        world.setSource(0, {.dbfs = 0});
        AudioPath path;
        path.gainCentiDecibel = 600;
        world.apply(path);
        world.plug(0, Load{.ohm = 300});
        world.advanceTo(kSecond);
        QVERIFY(!world.isClipping());
        QVERIFY(near(world.volts(0), 2.0 * 300 / 300.5));
    }

    void bandsHaveTheirGainWhereTheyShould_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("hertz");
        QTest::addColumn<double>("expected");
        QTest::newRow("peak at its centre") << 0 << 1000.0 << 6.0;
        QTest::newRow("peak far away") << 0 << 20.0 << 0.0;
        QTest::newRow("low shelf below") << 1 << 20.0 << 6.0;
        QTest::newRow("low shelf at its corner") << 1 << 1000.0 << 3.0;
        QTest::newRow("low shelf above") << 1 << 20000.0 << 0.0;
        QTest::newRow("high shelf above") << 2 << 23000.0 << 6.0;
        QTest::newRow("high shelf at its corner") << 2 << 1000.0 << 3.0;
        QTest::newRow("low pass at its corner") << 3 << 1000.0 << -3.01;
        QTest::newRow("low pass below") << 3 << 20.0 << 0.0;
        QTest::newRow("high pass at its corner") << 4 << 1000.0 << -3.01;
        QTest::newRow("high pass two octaves below") << 4 << 250.0 << -24.2;
        QTest::newRow("notch at its centre") << 5 << 1000.0 << -120.0;
        QTest::newRow("band pass at its centre") << 6 << 1000.0 << 0.0;
        QTest::newRow("all pass") << 7 << 1234.0 << 0.0;
        QTest::newRow("a type that nobody knows") << 99 << 1000.0 << 0.0;
    }
    void bandsHaveTheirGainWhereTheyShould()
    {
        QFETCH(const int, type);
        QFETCH(const double, hertz);
        QFETCH(const double, expected);
        const double gain = bandDecibel(band(static_cast<std::uint8_t>(type), 1000, 600), hertz, 48000);
        QVERIFY2(std::abs(gain - expected) < 0.2, qPrintable(QString::number(gain)));
    }

    void theLoudestPointIsNotTheSumOfFarBands()
    {
        const BandSetting bands[] = {band(0, 100, 600, 2000), band(0, 5000, 600, 2000)};
        const double loudest = loudestDecibel(bands, 48000);
        QVERIFY(loudest > 5.99 && loudest < 6.2);
        const BandSetting narrow[] = {band(0, 3001, 900, 10000)};
        QVERIFY(loudestDecibel(narrow, 44100) > 8.999);
    }

    void nothingIsEverNotANumber()
    {
        const BandSetting odd[] = {band(5, 20, 0, 100), band(4, 20000, 1200, 10000), band(2, 0, -32000, 0), band(0, 2147483647, 1200, 1)};
        for (const double ohm : {0.0, 1e-9, 16.0, 1e6})
            for (const double volts : {0.0, 1.0, 30.0})
                for (const std::uint32_t rate : {0u, 8000u, 192000u}) {
                    AudioPath path = loud(0, 1);
                    path.equalizerOn = true;
                    path.bands = odd;
                    path.balanceCentiDecibel = -100000;
                    Desktop amp(path);
                    amp.world.setSource(0, {.dbfs = 0, .rate = rate, .locked = true, .hertz = 0});
                    amp.load(1, ohm);
                    amp.world.setSupply(volts);
                    amp.pass(700 * kSecond);
                    QVERIFY(std::isfinite(amp.world.volts(1)));
                    QVERIFY(std::isfinite(amp.world.celsius()));
                    QVERIFY(std::isfinite(amp.world.rail()));
                }
    }

    void whatHappensDoesNotDependOnHowTimeIsCut()
    {
        Desktop whole(loud(0, 1)), cut(loud(0, 1));
        whole.load(1, 16);
        cut.load(1, 16);
        whole.pass(200 * kSecond);
        while (cut.world.now() < 200 * kSecond)
            cut.pass(130'000);
        whole.world.advanceTo(cut.world.now());
        QVERIFY(near(cut.world.celsius(), whole.world.celsius(), 1e-3));
        QCOMPARE(cut.world.protection(), whole.world.protection());
    }

    void aSteadyAmpHasNoNextEvent()
    {
        Desktop amp(loud(-4000));
        amp.pass(kSecond);
        QVERIFY(!amp.world.nextEvent());
    }
};

QTEST_GUILESS_MAIN(PhysicsTest)
#include "physics_test.moc"
