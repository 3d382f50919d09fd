// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "app/core/preset.h"

#include "app/core/json_view.h"
#include "tests/app/fake_amp.h"
#include "tests/support/outcome.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject someDocument()
{
    return QJsonDocument::fromJson(Preset::of(u"Evening"_s, fakeDescription(), fakeState()).toFile()).object();
}

QByteArray file(const QJsonObject &document)
{
    return QJsonDocument(document).toJson();
}

QJsonObject with(QJsonObject document, const QString &key, const QJsonValue &value)
{
    document[key] = value;
    return document;
}

/// The preset of a setting alone.
Preset presetOf(const QString &key, const QJsonObject &entry)
{
    return *Preset::parse(file(with(someDocument(), u"settings"_s, QJsonObject{{key, entry}})));
}

/// What the plan makes of one setting on the fake amp: its new value, or why not.
std::optional<Value> planned(const Preset &preset, SettingId id)
{
    return plan(preset, fakeDescription(), fakeState()).change.value(id);
}

EqualizerLimits limits(int bands)
{
    return {bands, {FilterType::Peaking},        {20, 20000, 1}, {-1200, 1200, 10}, {100, 10000, 1}, {-2400, 0, 10},
            {},    EqualizerLimits::ShelfQ::Rbj, false};
}

} // namespace

class PresetTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPresetIsReadBackAsItWasWritten();
    void muteInputAndReadOnlyDoNotBelongToAHeadphone();
    void unknownKeysSurvive();
    void badFilesAreInvalidAndSayWhere_data();
    void badFilesAreInvalidAndSayWhere();
    void everyCutOfAFileIsRefused();
    void everyWrongTypeIsRefusedOrHarmless();
    void aHugeFileIsRefused();
    void onTheSameAmpOnlyDifferencesArePlanned();
    void anotherModelsGainIsTheNearestThatIsNotLouder();
    void aSameNamedGainThatIsLouderIsNotTaken();
    void aNumberIsTheNearestStepThatIsNotLouder_data();
    void aNumberIsTheNearestStepThatIsNotLouder();
    void whatTheAmpDoesNotHaveIsListed_data();
    void whatTheAmpDoesNotHaveIsListed();
    void aMakersOwnSettingIsNotTakenForAnotherMakersRole();
    void bandsThatAreOffMakeRoomForASmallerEqualizer();
    void anEqualizerThatDoesNotFitIsListed();
};

void PresetTest::aPresetIsReadBackAsItWasWritten()
{
    Preset preset = Preset::of(u"Evening"_s, fakeDescription(), fakeState());
    preset.headphone = u"HD 650"_s;
    preset.cable = u"XLR-4"_s;
    preset.note = u"with “new” pads\nline two"_s;
    const auto back = Preset::parse(preset.toFile());
    QVERIFY(back);
    QCOMPARE(back->name, preset.name);
    QCOMPARE(back->headphone, preset.headphone);
    QCOMPARE(back->cable, preset.cable);
    QCOMPARE(back->note, preset.note);
    QCOMPARE(back->model, u"Fake One"_s);
    QCOMPARE(back->settings, preset.settings);
    QCOMPARE(back->toFile(), preset.toFile());
}

void PresetTest::muteInputAndReadOnlyDoNotBelongToAHeadphone()
{
    const QStringList keys = Preset::of(u"x"_s, fakeDescription(), fakeState()).settings.keys();
    QCOMPARE(keys, (QStringList{u"balance"_s, u"crossfeed"_s, u"filter"_s, u"gain"_s, u"light"_s, u"output"_s, u"tubes"_s, u"volume"_s}));
}

void PresetTest::unknownKeysSurvive()
{
    QJsonObject document = with(someDocument(), u"target_level"_s, QJsonObject{{u"db_spl"_s, 85}});
    document[u"amp"_s] = with(document[u"amp"_s].toObject(), u"region"_s, u"EU"_s);
    QJsonObject settings = document[u"settings"_s].toObject();
    settings[u"gain"_s] = with(settings[u"gain"_s].toObject(), u"since"_s, 7);
    document[u"settings"_s] = settings;
    auto preset = Preset::parse(file(document));
    QVERIFY(preset);
    preset->note = u"changed"_s;
    const QJsonObject back = QJsonDocument::fromJson(preset->toFile()).object();
    QCOMPARE(back[u"target_level"_s][u"db_spl"_s], 85);
    QCOMPARE(back[u"amp"_s][u"region"_s], u"EU"_s);
    QCOMPARE(back[u"settings"_s][u"gain"_s][u"since"_s], 7);
    QCOMPARE(back[u"note"_s], u"changed"_s);
}

void PresetTest::badFilesAreInvalidAndSayWhere_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char *name, const QJsonObject &document, const char *where) {
        QTest::newRow(name) << file(document) << QByteArray(where);
    };
    QTest::newRow("empty") << QByteArray() << QByteArray("0");
    QTest::newRow("array") << QByteArray("[1]") << QByteArray();
    QTest::newRow("zeros") << QByteArray(100, '\0') << QByteArray();
    row("no schema", {}, "schema");
    row("other schema", with(someDocument(), u"schema"_s, u"something/1"_s), "schema");
    row("schema number", with(someDocument(), u"schema"_s, 1), "schema");
    row("newer", with(someDocument(), u"schema"_s, u"gainstage-preset/2"_s), "gainstage-preset/2");
    row("name number", with(someDocument(), u"name"_s, 5), "name");
    row("name empty", with(someDocument(), u"name"_s, u"  "_s), "name");
    row("note array", with(someDocument(), u"note"_s, QJsonArray()), "note");
    row("note too long", with(someDocument(), u"note"_s, QString(5000, u'x')), "note");
    row("settings array", with(someDocument(), u"settings"_s, QJsonArray()), "settings");
    row("setting number", with(someDocument(), u"settings"_s, QJsonObject{{u"gain"_s, 5}}), "settings.gain");
    row("setting without value", with(someDocument(), u"settings"_s, QJsonObject{{u"gain"_s, QJsonObject{{u"role"_s, u"gain"_s}}}}), "settings.gain");
    row("equalizer text", with(someDocument(), u"equalizer"_s, u"loud"_s), "on, preamp_db, bands");
}

void PresetTest::badFilesAreInvalidAndSayWhere()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, where);
    const auto outcome = Preset::parse(content);
    QVERIFY(failedWith(Errc::InvalidFile, outcome));
    if (!where.isEmpty())
        QCOMPARE(outcome.error().facts.front(), where.toStdString());
}

void PresetTest::everyCutOfAFileIsRefused()
{
    const QByteArray whole = Preset::of(u"Evening"_s, fakeDescription(), fakeState()).toFile().trimmed();
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY2(failedWith(Errc::InvalidFile, Preset::parse(whole.first(length))), qPrintable(QString::number(length)));
}

void PresetTest::everyWrongTypeIsRefusedOrHarmless()
{
    const QJsonValue strange[] = {QJsonValue(), true, -1e308, u"text"_s, QJsonArray{1, 2}, QJsonObject{{u"a"_s, 1}}};
    const QJsonObject document = someDocument();
    for (const QString &key : document.keys()) {
        for (const QJsonValue &value : strange) {
            const auto preset = Preset::parse(file(with(document, key, value)));
            if (preset)
                plan(*preset, fakeDescription(), fakeState()); // must not fall over it
            else
                QCOMPARE(preset.error().code, Errc::InvalidFile);
        }
    }
}

void PresetTest::aHugeFileIsRefused()
{
    const QByteArray huge = file(with(someDocument(), u"padding"_s, QString(1024 * 1024, u'x')));
    QVERIFY(failedWith(Errc::InvalidFile, Preset::parse(huge)));
}

void PresetTest::onTheSameAmpOnlyDifferencesArePlanned()
{
    State other = fakeState();
    other.values[kVolume] = {-5000};
    other.values[kFilter] = {1};
    const PresetPlan difference = plan(Preset::of(u"x"_s, fakeDescription(), fakeState()), fakeDescription(), other);
    QCOMPARE(difference.change.values(), (Values{{kVolume, {-4000}}, {kFilter, {0}}}));
    QCOMPARE(difference.differences.size(), 2U);
    QVERIFY(difference.notCarried.empty());
    QVERIFY(plan(Preset::of(u"x"_s, fakeDescription(), other), fakeDescription(), other).change.empty());
}

void PresetTest::anotherModelsGainIsTheNearestThatIsNotLouder()
{
    const QJsonObject turbo{{u"role"_s, u"gain"_s}, {u"value"_s, u"turbo"_s}, {u"adds_db"_s, 15.9}};
    QCOMPARE(planned(presetOf(u"power"_s, turbo), kGain), Value{1}); // 16 dB would be louder
    QCOMPARE(planned(presetOf(u"power"_s, with(turbo, u"adds_db"_s, 16)), kGain), Value{2});
    QCOMPARE(plan(presetOf(u"power"_s, with(turbo, u"adds_db"_s, -3)), fakeDescription(), fakeState()).notCarried.size(), 1U);
}

void PresetTest::aSameNamedGainThatIsLouderIsNotTaken()
{
    const QJsonObject high{{u"role"_s, u"gain"_s}, {u"value"_s, u"high"_s}, {u"adds_db"_s, 10}};
    QCOMPARE(planned(presetOf(u"gain"_s, high), kGain), Value{1}); // "high" is 16 dB here
}

void PresetTest::aNumberIsTheNearestStepThatIsNotLouder_data()
{
    QTest::addColumn<double>("wanted");
    QTest::addColumn<int>("raw");
    QTest::newRow("on a step") << -32.5 << -3250;
    QTest::newRow("between steps") << -32.4 << -3250;
    QTest::newRow("just above a step") << -32.01 << -3250;
    QTest::newRow("just below a step") << -32.51 << -3300;
    QTest::newRow("finer than the unit") << -32.5001 << -3300;
    QTest::newRow("above the top") << 6.0 << 0;
    QTest::newRow("below the bottom") << -120.0 << -9900;
}

void PresetTest::aNumberIsTheNearestStepThatIsNotLouder()
{
    QFETCH(double, wanted);
    QFETCH(int, raw);
    const QJsonObject volume{{u"role"_s, u"volume"_s}, {u"value"_s, wanted}, {u"unit"_s, u"dB"_s}};
    QCOMPARE(planned(presetOf(u"vol"_s, volume), kVolume), Value{raw});
}

void PresetTest::whatTheAmpDoesNotHaveIsListed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonObject>("entry");
    const auto row = [](const char *name, const QString &key, const QJsonObject &entry) { QTest::newRow(name) << key << entry; };
    row("role", u"polarity"_s, {{u"role"_s, u"polarity"_s}, {u"value"_s, true}});
    row("choice", u"filter"_s, {{u"role"_s, u"filter"_s}, {u"value"_s, u"nos"_s}});
    row("unit", u"volume"_s, {{u"role"_s, u"volume"_s}, {u"value"_s, 40}, {u"unit"_s, u"%"_s}});
    row("kind", u"volume"_s, {{u"role"_s, u"volume"_s}, {u"value"_s, u"loud"_s}});
    row("kind of a switch", u"light"_s, {{u"role"_s, u"custom"_s}, {u"value"_s, 1}});
    row("read-only", u"hours"_s, {{u"role"_s, u"custom"_s}, {u"value"_s, 1}});
    row("maker's own", u"glow"_s, {{u"role"_s, u"custom"_s}, {u"value"_s, u"red"_s}});
    row("impossible", u"volume"_s, {{u"role"_s, u"volume"_s}, {u"value"_s, 1e30}});
}

void PresetTest::whatTheAmpDoesNotHaveIsListed()
{
    QFETCH(QString, key);
    QFETCH(QJsonObject, entry);
    const PresetPlan difference = plan(presetOf(key, entry), fakeDescription(), fakeState());
    QVERIFY(difference.change.empty());
    QCOMPARE(difference.notCarried.size(), 1U);
    QCOMPARE(difference.notCarried.front().key, key);
    QVERIFY(*difference.notCarried.front().why);
}

void PresetTest::aMakersOwnSettingIsNotTakenForAnotherMakersRole()
{
    const QJsonObject entry{{u"role"_s, u"custom"_s}, {u"value"_s, -10}, {u"unit"_s, u"dB"_s}};
    QVERIFY(plan(presetOf(u"volume"_s, entry), fakeDescription(), fakeState()).change.empty());
}

void PresetTest::bandsThatAreOffMakeRoomForASmallerEqualizer()
{
    Description amp = fakeDescription();
    State state = fakeState();
    amp.equalizer = limits(10);
    state.equalizer = Equalizer{true, -300, std::vector<Band>(10)};
    state.equalizer->bands[0] = {FilterType::Peaking, 105, -450, 707, true};
    const Preset preset = Preset::of(u"x"_s, amp, state);
    amp.equalizer = limits(5);
    state.equalizer = Equalizer{false, 0, std::vector<Band>(5)};
    const PresetPlan difference = plan(preset, amp, state);
    QVERIFY(difference.equalizer);
    QCOMPARE(difference.equalizer->bands.size(), 5U);
    QCOMPARE(difference.equalizer->bands[0].gain, -450);
    QVERIFY(difference.change.equalizer() == difference.equalizer);
    QVERIFY(difference.notCarried.empty());
}

void PresetTest::anEqualizerThatDoesNotFitIsListed()
{
    Description amp = fakeDescription();
    State state = fakeState();
    amp.equalizer = limits(10);
    state.equalizer = Equalizer{true, -300, std::vector<Band>(10, {FilterType::Peaking, 1000, -450, 707, true})};
    const Preset preset = Preset::of(u"x"_s, amp, state);
    amp.equalizer = limits(5);
    state.equalizer = Equalizer{false, 0, std::vector<Band>(5)};
    const PresetPlan difference = plan(preset, amp, state);
    QVERIFY(!difference.equalizer);
    QCOMPARE(difference.notCarried.front().key, u"equalizer"_s);
    amp.equalizer.reset();
    QCOMPARE(plan(preset, amp, fakeState()).notCarried.size(), 1U);
}

QTEST_GUILESS_MAIN(PresetTest)
#include "core_preset_test.moc"
