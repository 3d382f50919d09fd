// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/session.h"
#include "app/viewmodels/meters_model.h"
#include "app/viewmodels/setting_model.h"
#include "tests/app/fake_amp.h"

#include <QSignalSpy>
#include <QtTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A session on a fake amp that has said its state.
struct Bench {
    Bench() : session([this](std::stop_token stop) -> Result<std::unique_ptr<Amp>> { return std::make_unique<FakeAmp>(device, stop); })
    {
        QSignalSpy ready(&session, &Session::linkChanged);
        opened = session.link() == Session::Link::Ready || ready.wait();
    }
    ~Bench() { device.release(); }

    std::unique_ptr<SettingModel> setting(SettingId id, const QLocale &locale = QLocale(QLocale::English))
    {
        return std::make_unique<SettingModel>(session, *device.description().find(id), locale);
    }

    FakeDevice device{fakeDescription(), fakeState()};
    Session session;
    bool opened = false;
};

Error refusal()
{
    return {Errc::Refused, SENTENCE("error", "The amp does not allow this at the moment."), {}, "Try later."};
}

} // namespace

class SettingModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsShownFollowsTheAmp();
    void aWishIsShownUntilTheAmpConfirmsIt();
    void onlyTheNewestWishIsSent();
    void aKnobTurnedDuringAWishIsShownAfterwards();
    void aRefusedWishSaysWhyAndTheAmpsValueStays();
    void aRefusalGoesWithTheNextWish();
    void anUnknownValueIsShownAsUnknown();
    void whatCanOnlyBeReadIsNotEnabled();
    void nothingIsEnabledWhileTheAmpIsAway();
    void typedNumbersAreUnderstood_data();
    void typedNumbersAreUnderstood();
    void typedNonsenseIsRefusedWithTheLimits();
    void typedValuesBeyondTheLimitsAreRefusedWithTheLimits();
    void stepsAreTheAmpsOwnAndStopAtTheEnds();
    void choicesSayWhatTheyMean();
    void outputsAreNamedByTheirConnector();
    void numbersFollowTheLocale();
    void metersAreAskedForOnlyWhileSomebodyLooks();
    void metersAreShownWithTheirUnits();
};

void SettingModelTest::whatIsShownFollowsTheAmp()
{
    Bench bench;
    const auto volume = bench.setting(kVolume);
    QCOMPARE(volume->text(), u"−40.0\u202fdB"_s);
    QSignalSpy changed(volume.get(), &SettingModel::changed);
    bench.device.turn(kVolume, {-3550});
    QVERIFY(changed.wait());
    QCOMPARE(volume->text(), u"−35.5\u202fdB"_s);
    QVERIFY(!volume->isPending());
}

void SettingModelTest::aWishIsShownUntilTheAmpConfirmsIt()
{
    Bench bench;
    const auto filter = bench.setting(kFilter);
    bench.device.hold();
    filter->wish({1});
    QVERIFY(filter->isPending());
    QCOMPARE(filter->shown(), Value{1});
    QCOMPARE(filter->value(), Value{0});
    bench.device.release();
    QTRY_VERIFY(!filter->isPending());
    QCOMPARE(filter->value(), Value{1});
}

void SettingModelTest::onlyTheNewestWishIsSent()
{
    Bench bench;
    const auto volume = bench.setting(kVolume);
    bench.device.hold();
    for (std::int32_t raw = -4050; raw >= -5000; raw -= 50)
        volume->wish({raw});
    QCOMPARE(volume->shown(), Value{-5000});
    bench.device.release();
    QTRY_VERIFY(!volume->isPending());
    QCOMPARE(bench.device.state().value(kVolume), Value{-5000});
    QCOMPARE(bench.device.writes(), 2); // the first, and the newest
}

void SettingModelTest::aKnobTurnedDuringAWishIsShownAfterwards()
{
    Bench bench;
    const auto filter = bench.setting(kFilter), volume = bench.setting(kVolume);
    bench.device.hold();
    filter->wish({1});
    bench.device.turn(kVolume, {-4500});
    bench.device.release();
    QTRY_COMPARE(volume->text(), u"−45.0\u202fdB"_s);
    QTRY_COMPARE(filter->value(), Value{1});
}

void SettingModelTest::aRefusedWishSaysWhyAndTheAmpsValueStays()
{
    Bench bench;
    const auto filter = bench.setting(kFilter), crossfeed = bench.setting(kCrossfeed);
    bench.device.refuseWith(refusal());
    filter->wish({1});
    QTRY_VERIFY(!filter->refusal().isEmpty());
    QCOMPARE(filter->refusal(), u"The amp does not allow this at the moment. Try later."_s);
    QCOMPARE(filter->shown(), Value{0});
    QCOMPARE(crossfeed->refusal(), QString());
}

void SettingModelTest::aRefusalGoesWithTheNextWish()
{
    Bench bench;
    const auto filter = bench.setting(kFilter);
    bench.device.refuseWith(refusal());
    filter->wish({1});
    QTRY_VERIFY(!filter->refusal().isEmpty());
    bench.device.refuseWith({});
    filter->wish({1});
    QCOMPARE(filter->refusal(), QString());
    QTRY_COMPARE(filter->value(), Value{1});
}

void SettingModelTest::anUnknownValueIsShownAsUnknown()
{
    Bench bench;
    const auto volume = bench.setting(kVolume);
    State state = bench.device.state();
    state.values.erase(kVolume);
    bench.device.setState(state);
    QTRY_COMPARE(volume->text(), u"unknown"_s);
    QCOMPARE(volume->number(), u"–"_s);
    volume->stepBy(1);
    QVERIFY(!volume->isPending());
}

void SettingModelTest::whatCanOnlyBeReadIsNotEnabled()
{
    Bench bench;
    const auto hours = bench.setting(kHours);
    QVERIFY(!hours->isEnabled());
    hours->wish({5});
    QVERIFY(!hours->isPending());
}

void SettingModelTest::nothingIsEnabledWhileTheAmpIsAway()
{
    Bench bench;
    const auto volume = bench.setting(kVolume);
    QVERIFY(volume->isEnabled());
    bench.device.unplug();
    QTRY_VERIFY(!volume->isEnabled());
    QCOMPARE(volume->text(), u"−40.0\u202fdB"_s); // the last that it said
    bench.device.turn(kVolume, {-2000});
    bench.device.plug();
    bench.session.retry();
    QTRY_VERIFY(volume->isEnabled());
    QCOMPARE(volume->text(), u"−20.0\u202fdB"_s);
}

void SettingModelTest::typedNumbersAreUnderstood_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("raw");
    const QLocale english(QLocale::English), german(QLocale::German);
    QTest::newRow("plain") << english << u"-52.5"_s << -5250;
    QTest::newRow("true minus and unit") << english << u"−52.5\u202fdB"_s << -5250;
    QTest::newRow("unit in other letters") << english << u" -52 db "_s << -5200;
    QTest::newRow("comma") << german << u"-52,5"_s << -5250;
    QTest::newRow("as shown in German") << german << u"−52,5\u202fdB"_s << -5250;
    QTest::newRow("dot in German") << german << u"-52.5"_s << -5250;
    QTest::newRow("between steps the quieter") << english << u"-52.3"_s << -5250;
    QTest::newRow("lowest") << english << u"-99"_s << -9900;
}

void SettingModelTest::typedNumbersAreUnderstood()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QFETCH(int, raw);
    Bench bench;
    const auto volume = bench.setting(kVolume, locale);
    volume->wishText(text);
    QCOMPARE(volume->refusal(), QString());
    QTRY_COMPARE(volume->value(), Value{raw});
}

void SettingModelTest::typedNonsenseIsRefusedWithTheLimits()
{
    Bench bench;
    const auto volume = bench.setting(kVolume), balance = bench.setting(kBalance);
    volume->wishText(u"loud"_s);
    QCOMPARE(volume->refusal(), u"“loud” is not a number. The amp takes −99.0\u202fdB to 0.0\u202fdB."_s);
    QVERIFY(!volume->isPending());
    balance->wishText(u"Left −3.0\u202fdB"_s); // as it is shown
    QCOMPARE(balance->refusal(), QString());
    QTRY_COMPARE(balance->value(), Value{300});
}

void SettingModelTest::typedValuesBeyondTheLimitsAreRefusedWithTheLimits()
{
    Bench bench;
    const auto volume = bench.setting(kVolume);
    for (const QString &text : {u"12"_s, u"-100"_s, u"1e99"_s}) {
        volume->wishText(text);
        QVERIFY2(volume->refusal().contains(u"outside what the amp takes"_s), qPrintable(text));
        QVERIFY(!volume->isPending());
    }
    QCOMPARE(bench.device.writes(), 0);
}

void SettingModelTest::stepsAreTheAmpsOwnAndStopAtTheEnds()
{
    Bench bench;
    const auto volume = bench.setting(kVolume), gain = bench.setting(kGain);
    volume->stepBy(-1);
    QCOMPARE(volume->shown(), Value{-4050});
    volume->stepBy(-10);
    QCOMPARE(volume->shown(), Value{-4550});
    volume->stepBy(-1000);
    QCOMPARE(volume->shown(), Value{-9900});
    volume->stepBy(-1);
    QCOMPARE(volume->shown(), Value{-9900});
    gain->stepBy(1);
    QCOMPARE(gain->shown(), Value{1});
    gain->stepBy(5);
    QCOMPARE(gain->shown(), Value{2});
}

void SettingModelTest::choicesSayWhatTheyMean()
{
    Bench bench;
    const auto gain = bench.setting(kGain)->options();
    QCOMPARE(gain.size(), 3);
    QCOMPARE(gain[1].label, u"Mid"_s);
    QCOMPARE(gain[1].meaning, u"+8\u202fdB"_s);
    const auto output = bench.setting(kOutput)->options();
    QCOMPARE(output[0].meaning, u"297\u202fΩ found"_s);
    QCOMPARE(output[1].meaning, u"empty"_s);
}

void SettingModelTest::outputsAreNamedByTheirConnector()
{
    Bench bench;
    QCOMPARE(bench.setting(kOutput)->text(), u"6.35\u202fmm"_s);
    QCOMPARE(bench.setting(kOutput, QLocale(QLocale::German))->text(), u"6,35\u202fmm"_s);
    QCOMPARE(bench.setting(kOutput)->text({1}), u"XLR-4"_s);
}

void SettingModelTest::numbersFollowTheLocale()
{
    Bench bench;
    QCOMPARE(bench.setting(kVolume, QLocale(QLocale::German))->number(), u"−40,0"_s);
    QCOMPARE(bench.setting(kBalance)->text({-350}), u"right −3.5\u202fdB"_s);
}

void SettingModelTest::metersAreAskedForOnlyWhileSomebodyLooks()
{
    Bench bench;
    {
        MetersModel meters(bench.session, *bench.device.description().meters, QLocale(QLocale::English));
        meters.setWatched(true);
        QTRY_COMPARE(bench.device.metering(), 100ms);
        meters.setWatched(false);
        QTRY_COMPARE(bench.device.metering(), 0ms);
        meters.setWatched(true);
        QTRY_COMPARE(bench.device.metering(), 100ms);
    }
    QTRY_COMPARE(bench.device.metering(), 0ms);
}

void SettingModelTest::metersAreShownWithTheirUnits()
{
    Bench bench;
    MetersModel meters(bench.session, *bench.device.description().meters, QLocale(QLocale::German));
    QCOMPARE(meters.temperature(), u"unknown"_s);
    QSignalSpy changed(&meters, &MetersModel::changed);
    bench.device.measure({{{-20.4}, {-120}}, 0, Celsius{41.2}, {{15.12}, {-15.1}}});
    QVERIFY(changed.wait());
    QCOMPARE(meters.levelText(0), u"−20\u202fdBFS"_s);
    QCOMPARE(meters.levelText(1), u"silent"_s);
    QCOMPARE(meters.clipText(), u"no clip"_s);
    QCOMPARE(meters.temperature(), u"41\u202f°C"_s);
    QCOMPARE(meters.supply(), u"±15,1\u202fV"_s);
    bench.device.measure({{{-1}, {-1}}, 2, Celsius{41}, {}});
    QVERIFY(changed.wait());
    QVERIFY(meters.isClipping());
    bench.device.unplug();
    QTRY_VERIFY(!meters.isMeasured());
    QVERIFY(!meters.isClipping());
}

QTEST_GUILESS_MAIN(SettingModelTest)
#include "viewmodels_setting_test.moc"
