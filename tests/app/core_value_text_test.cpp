// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/core/value_text.h"

#include "tests/app/fake_amp.h"
#include "tests/support/outcome.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

const Description amp = fakeDescription();

const Setting &setting(const char *key)
{
    return *amp.find(QString(QLatin1String(key)));
}

} // namespace

class ValueText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyValueIsReadBackFromItsScriptText();
    void aNumberMayHaveItsUnitAndATypographicMinus_data();
    void aNumberMayHaveItsUnitAndATypographicMinus();
    void whatIsNoValueIsUsageAndWhatIsOutsideIsOutOfRange_data();
    void whatIsNoValueIsUsageAndWhatIsOutsideIsOutOfRange();
    void theMessageNamesTheSettingAndItsLimits();
    void aSettingIsFoundByItsKeyAndByItsRole();
    void aRoleThatTheAmpLacksIsUnsupportedAnythingElseUnknown();
    void anAssignmentNeedsASettingThatCanBeWritten();
    void jsonKeepsKindsAndIsReadBack();
    void wrongJsonKindsAreRefused();
    void peopleSeeALongMinusAndANarrowSpace();
    void decimalsShowEveryStepAndNoMore();
};

void ValueText::everyValueIsReadBackFromItsScriptText()
{
    for (const Setting &each : amp.settings) {
        for (const std::int32_t raw : {0, 1, 50, -50, -4050, -9900, 1000}) {
            if (!each.accepts({raw}))
                continue;
            const auto back = parseValue(each, scriptText(each, {raw}));
            QVERIFY2(back, qPrintable(each.key));
            QCOMPARE(back->raw, raw);
        }
    }
}

void ValueText::aNumberMayHaveItsUnitAndATypographicMinus_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"-32.5"_s;
    QTest::newRow("unit") << u"-32.5 dB"_s;
    QTest::newRow("unit without space") << u"-32.5db"_s;
    QTest::newRow("as shown") << u"\u221232.5\u202fdB"_s;
    QTest::newRow("spaces") << u"  -32.50 "_s;
}

void ValueText::aNumberMayHaveItsUnitAndATypographicMinus()
{
    QFETCH(QString, text);
    const auto value = parseValue(setting("volume"), text);
    QVERIFY(value);
    QCOMPARE(value->raw, -3250);
}

void ValueText::whatIsNoValueIsUsageAndWhatIsOutsideIsOutOfRange_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char *text, Errc code) { QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(code); };
    row("volume=loud", Errc::Usage);
    row("volume=", Errc::Usage);
    row("volume=-32.5 Hz", Errc::Usage);
    row("volume=nan", Errc::OutOfRange);
    row("volume=inf", Errc::OutOfRange);
    row("volume=1e300", Errc::OutOfRange);
    row("volume=0.5", Errc::OutOfRange);
    row("volume=-99.5", Errc::OutOfRange);
    row("volume=-32.7", Errc::OutOfRange);
    row("volume=-32.5001", Errc::OutOfRange);
    row("gain=loudest", Errc::Usage);
    row("gain=1", Errc::Usage);
    row("mute=maybe", Errc::Usage);
    row("=5", Errc::Usage);
    row("volume", Errc::Usage);
    row("", Errc::Usage);
    row("hours=5", Errc::ReadOnly);
}

void ValueText::whatIsNoValueIsUsageAndWhatIsOutsideIsOutOfRange()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    const auto outcome = parseAssignment(amp, text);
    QVERIFY(!outcome);
    QCOMPARE(static_cast<int>(outcome.error().code), code);
}

void ValueText::theMessageNamesTheSettingAndItsLimits()
{
    const auto number = parseAssignment(amp, u"volume=7"_s);
    QVERIFY(!number);
    QCOMPARE(number.error().facts, (std::vector<std::string>{"7", "volume", "-99.0 … 0.0 dB"}));
    const auto choice = parseAssignment(amp, u"gain=max"_s);
    QVERIFY(!choice);
    QCOMPARE(choice.error().facts.back(), "low, mid, high");
}

void ValueText::aSettingIsFoundByItsKeyAndByItsRole()
{
    Description renamed = amp;
    for (Setting &each : renamed.settings) {
        if (each.role == Role::Volume)
            each.key = u"main-volume"_s;
    }
    QCOMPARE((*findSetting(renamed, u"volume"_s))->key, u"main-volume"_s);
    QCOMPARE((*findSetting(renamed, u"Main-Volume"_s))->key, u"main-volume"_s);
    QCOMPARE(parseAssignment(renamed, u"VOLUME=-10"_s)->first, kVolume);
}

void ValueText::aRoleThatTheAmpLacksIsUnsupportedAnythingElseUnknown()
{
    QVERIFY(failedWith(Errc::Unsupported, findSetting(amp, u"polarity"_s)));
    QVERIFY(failedWith(Errc::UnknownSetting, findSetting(amp, u"loudness"_s)));
    QVERIFY(failedWith(Errc::UnknownSetting, findSetting(amp, u"custom"_s)));
}

void ValueText::anAssignmentNeedsASettingThatCanBeWritten()
{
    const auto good = parseAssignment(amp, u"gain = HIGH"_s);
    QVERIFY(good);
    QCOMPARE(good->first, kGain);
    QCOMPARE(good->second.raw, 2);
}

void ValueText::jsonKeepsKindsAndIsReadBack()
{
    QCOMPARE(jsonValue(setting("gain"), {1}), QJsonValue(u"mid"_s));
    QCOMPARE(jsonValue(setting("mute"), {1}), QJsonValue(true));
    QCOMPARE(jsonValue(setting("volume"), {-3250}), QJsonValue(-32.5));
    for (const Setting &each : amp.settings) {
        const Value value = each.nearest({-50});
        QCOMPARE(fromJson(each, jsonValue(each, value)).value(), value);
    }
}

void ValueText::wrongJsonKindsAreRefused()
{
    QVERIFY(failedWith(Errc::Usage, fromJson(setting("gain"), 1)));
    QVERIFY(failedWith(Errc::Usage, fromJson(setting("mute"), u"on"_s)));
    QVERIFY(failedWith(Errc::Usage, fromJson(setting("volume"), u"-30"_s)));
    QVERIFY(failedWith(Errc::Usage, fromJson(setting("volume"), QJsonValue())));
    QVERIFY(failedWith(Errc::OutOfRange, fromJson(setting("volume"), 3)));
}

void ValueText::peopleSeeALongMinusAndANarrowSpace()
{
    QCOMPARE(shownText(setting("volume"), {-3250}, QLocale(QLocale::English)), u"\u221232.5\u202fdB"_s);
    QCOMPARE(shownText(setting("volume"), {-3250}, QLocale(QLocale::German)), u"\u221232,5\u202fdB"_s);
    QCOMPARE(shownText(setting("gain"), {2}, QLocale()), u"High"_s);
    QCOMPARE(shownText(setting("light"), {1}, QLocale()), u"on"_s);
}

void ValueText::decimalsShowEveryStepAndNoMore()
{
    QCOMPARE(decimals({Unit::CentiDecibel, -9900, 0, 50}), 1);
    QCOMPARE(decimals({Unit::CentiDecibel, -9900, 0, 25}), 2);
    QCOMPARE(decimals({Unit::CentiDecibel, -9900, 0, 100}), 0);
    QCOMPARE(decimals({Unit::CentiDecibel, -9950, 0, 100}), 1);
    QCOMPARE(decimals({Unit::Hertz, 20, 20000, 1}), 0);
    QCOMPARE(decimals({Unit::MilliOhm, 0, 1000, 1}), 3);
}

QTEST_GUILESS_MAIN(ValueText)
#include "core_value_text_test.moc"
