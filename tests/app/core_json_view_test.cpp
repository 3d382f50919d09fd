// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/core/json_view.h"

#include "tests/app/fake_amp.h"
#include "tests/support/outcome.h"

#include <QJsonArray>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

Equalizer someEqualizer()
{
    return {true, -650, {{FilterType::Peaking, 105, -450, 707, true}, {FilterType::HighShelf, 10000, 300, 500, false}}};
}

} // namespace

class JsonView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rolesAreNamedBothWays();
    void aSettingSaysAllThatAScriptNeeds();
    void valuesStandUnderTheirKeysAndUnknownIsNull();
    void theStateHasJacksInputAndProtection();
    void anEqualizerIsReadBackExactly();
    void badEqualizersAreInvalid_data();
    void badEqualizersAreInvalid();
    void metersHaveOnlyWhatTheAmpMeasures();
    void anErrorHasCodeSentenceAndHint();
};

void JsonView::rolesAreNamedBothWays()
{
    for (int number = 1; number <= static_cast<int>(Role::ChannelSwap); ++number) {
        const auto role = static_cast<Role>(number);
        QVERIFY2(roleName(role) != u"custom"_s, qPrintable(QString::number(number)));
        QCOMPARE(roleFromName(roleName(role)), role);
    }
    QCOMPARE(roleName(static_cast<Role>(40000)), u"custom"_s);
    QCOMPARE(roleFromName(u"no such"_s), Role::MakersOwn);
}

void JsonView::aSettingSaysAllThatAScriptNeeds()
{
    const Description amp = fakeDescription();
    const QJsonObject volume = toJson(*amp.find(kVolume));
    QCOMPARE(volume[u"kind"_s], u"range"_s);
    QCOMPARE(volume[u"unit"_s], u"dB"_s);
    QCOMPARE(volume[u"min"_s], -99);
    QCOMPARE(volume[u"step"_s], 0.5);
    const QJsonObject gain = toJson(*amp.find(kGain));
    QCOMPARE(gain[u"choices"_s][1][u"key"_s], u"mid"_s);
    QCOMPARE(gain[u"choices"_s][1][u"adds_db"_s], 8);
    QCOMPARE(toJson(*amp.find(kHours))[u"flags"_s][u"read_only"_s], true);
    QCOMPARE(toJson(amp)[u"identity"_s][u"serial_number"_s], u"F0001"_s);
}

void JsonView::valuesStandUnderTheirKeysAndUnknownIsNull()
{
    State state = fakeState();
    state.values.erase(kFilter);
    const QJsonObject values = valuesToJson(fakeDescription(), state);
    QCOMPARE(values[u"volume"_s], -40);
    QCOMPARE(values[u"mute"_s], false);
    QVERIFY(values[u"filter"_s].isNull());
    QCOMPARE(values.size(), 10);
}

void JsonView::theStateHasJacksInputAndProtection()
{
    const QJsonObject state = toJson(fakeDescription(), fakeState());
    QCOMPARE(state[u"jacks"_s][0][u"impedance_ohm"_s], 297);
    QCOMPARE(state[u"jacks"_s][1][u"plugged"_s], false);
    QCOMPARE(state[u"input"_s][u"sample_rate_hz"_s], 96000);
    QCOMPARE(state[u"protection"_s][u"thermal"_s], false);
    QVERIFY(!state.contains(u"equalizer"_s));
}

void JsonView::anEqualizerIsReadBackExactly()
{
    const auto back = equalizerFromJson(toJson(someEqualizer()));
    QVERIFY(back);
    QVERIFY(*back == someEqualizer());
}

void JsonView::badEqualizersAreInvalid_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("type") << u"type"_s << QJsonValue(u"loud"_s);
    QTest::newRow("type number") << u"type"_s << QJsonValue(0);
    QTest::newRow("frequency text") << u"frequency_hz"_s << QJsonValue(u"1000"_s);
    QTest::newRow("frequency huge") << u"frequency_hz"_s << QJsonValue(1e300);
    QTest::newRow("gain huge") << u"gain_db"_s << QJsonValue(-1e9);
    QTest::newRow("q missing") << u"q"_s << QJsonValue(QJsonValue::Undefined);
}

void JsonView::badEqualizersAreInvalid()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject whole = toJson(someEqualizer());
    QJsonArray bands = whole[u"bands"_s].toArray();
    QJsonObject band = bands[0].toObject();
    band[key] = value;
    bands[0] = band;
    whole[u"bands"_s] = bands;
    QVERIFY(failedWith(Errc::InvalidFile, equalizerFromJson(whole)));
    QVERIFY(failedWith(Errc::InvalidFile, equalizerFromJson({})));
}

void JsonView::metersHaveOnlyWhatTheAmpMeasures()
{
    QCOMPARE(toJson(Meters()), QJsonObject());
    const QJsonObject object = toJson(Meters{{{-20.5}, {-21}}, 3, Celsius{38.4}, {{11.98}}});
    QCOMPARE(object[u"level_dbfs"_s][1], -21);
    QCOMPARE(object[u"clips"_s], 3);
    QCOMPARE(object[u"temperature_c"_s], 38.4);
    QCOMPARE(object[u"supply_v"_s][0], 11.98);
}

void JsonView::anErrorHasCodeSentenceAndHint()
{
    const QJsonObject object = toJson(Error{Errc::Locked, "%1 is locked.", {"It"}, "Wait."});
    QCOMPARE(object, (QJsonObject{{u"code"_s, u"locked"_s}, {u"message"_s, u"It is locked."_s}, {u"hint"_s, u"Wait."_s}}));
}

QTEST_GUILESS_MAIN(JsonView)
#include "core_json_view_test.moc"
