// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "tests/support/foreign_bench.h"

#include <QTest>

#include <cmath>

using namespace gainstage;
using namespace gainstage::test;
using namespace std::chrono_literals;

namespace {

struct Expected {
    const char *model;
    std::uint8_t reportId;
    std::size_t length;
    int bands;
    Duration pace;
    std::int32_t firstOfTheUser;
    std::optional<std::int32_t> off;
};
constexpr std::array<Expected, 7> all{{
    {"fiio-ka15", 7, 64, 10, 100ms, 7, 10},
    {"fiio-ka17", 1, 33, 10, 200ms, 4, 10},
    {"fiio-ja11", 2, 21, 5, 100ms, 3, 4},
    {"fiio-qx13", 7, 33, 10, 100ms, 160, 240},
    {"fiio-melody", 7, 64, 10, 100ms, 160, 240},
    {"fiio-oak-nano", 7, 62, 8, 100ms, 160, std::nullopt},
    {"fiio-k13-r2r", 7, 65, 10, 200ms, 160, 240},
}};

constexpr SettingId preset{1}, volume{2}, filter{3}, balance{4};

struct FiioBench : ForeignBench {
    explicit FiioBench(const char *model) : ForeignBench(model, "fiio") {}

    /// A frame as the model would say it, with old memory behind it.
    Bytes report(const char *hex) const
    {
        Bytes bytes{device.written().front().front()};
        const Bytes frame = fromHex(hex);
        bytes.insert(bytes.end(), frame.begin(), frame.end());
        bytes.resize(device.written().front().size(), 0xa5);
        return bytes;
    }
    /// What was written since `from`, from the command on: command, count, data.
    std::vector<std::string> sets(std::size_t from = 0) const
    {
        std::vector<std::string> found;
        const auto written = device.written();
        for (std::size_t i = from; i < written.size(); ++i) {
            if (written[i][1] == 0xaa)
                found.push_back(toHex(BytesView(written[i]).subspan(1, 8U + written[i][6])));
        }
        return found;
    }
    Equalizer equalizer() { return *amp->read()->equalizer; }
};

void addModels()
{
    QTest::addColumn<Expected>("expected");
    for (const Expected &expected : all)
        QTest::newRow(expected.model) << expected;
}

bool isCommand(const Bytes &report, std::uint8_t direction, std::uint8_t command)
{
    return report.size() > 5 && report[1] == direction && report[5] == command;
}

} // namespace

Q_DECLARE_METATYPE(Expected)

class FiioFamilyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachModelIsRecognisedDescribedAndRead_data() { addModels(); }
    void eachModelIsRecognisedDescribedAndRead()
    {
        QFETCH(Expected, expected);
        FiioBench bench(expected.model);
        QVERIFY(bench.family().matches(bench.port));
        QVERIFY(!bench.family().mayTry(Wire::Hid));
        QVERIFY(bench.open());
        const Description &about = bench.amp->description();
        QCOMPARE(about.equalizer->bands, expected.bands);
        QVERIFY(about.canStore);
        const auto state = bench.amp->read();
        QVERIFY(state);
        QCOMPARE(state->value(preset), Value{expected.firstOfTheUser});
        QVERIFY(about.equalizer->accepts(*state->equalizer));
        QVERIFY(state->equalizer->on);
        for (const Setting &setting : about.settings)
            QVERIFY2(setting.accepts(state->value(setting.id).value_or(Value{-1})), qPrintable(setting.key));
        QCOMPARE(bench.truth("lost"), 0);
    }

    /// Another interface of the same device has other reports.
    void anInterfaceWithoutTheReportIsNotTheAmp()
    {
        FiioBench bench("fiio-ka17");
        bench.port.reports.output = {{7, 63}};
        QVERIFY(!bench.family().matches(bench.port));
        bench.port.product = QStringLiteral("FIIO KA99");
        bench.port.reports.output = {{1, 32}};
        QVERIFY(!bench.family().matches(bench.port));
    }

    void whatIsWrittenIsTheBytesOfTheRecordings()
    {
        FiioBench bench("fiio-ja11");
        QVERIFY(bench.open());
        Equalizer wanted = bench.equalizer();
        wanted.preamp = 900;
        wanted.bands[0] = {FilterType::Peaking, 250, -400, 5000, true};
        wanted.bands[1] = {FilterType::LowShelf, 120, 300, 1000, true};
        const std::size_t before = bench.device.written().size();
        const auto state = bench.apply({}, wanted);
        QVERIFY(state);
        QCOMPARE(*state->equalizer, wanted);
        const auto sets = bench.sets(before);
        for (const char *golden :
             {"aa 0a 00 00 17 02 00 5a 00 ee", "aa 0a 00 00 15 08 00 ff d8 00 fa 01 f4 00 00 ee", "aa 0a 00 00 15 08 01 00 1e 00 78 00 64 01 00 ee"})
            QVERIFY2(std::ranges::find(sets, golden) != sets.end(), golden);
        QCOMPARE(sets.size(), 3U);
        for (const Bytes &report : bench.device.written())
            QCOMPARE(report.size(), 21U);
    }

    void presetsAreChosenAndStoredWithTheBytesOfTheFacts()
    {
        FiioBench bench("fiio-qx13");
        QVERIFY(bench.open());
        QVERIFY(bench.apply({{preset, {161}}}));
        QVERIFY(bench.apply({{preset, {160}}}));
        QVERIFY(bench.amp->store());
        QCOMPARE(bench.sets(), (std::vector<std::string>{"aa 0a 00 00 16 01 a1 00 ee", "aa 0a 00 00 16 01 a0 00 ee", "aa 0a 00 00 19 01 a0 00 ee"}));
    }

    void recordedAnswersMeanWhatTheyMeant_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("band");
        QTest::addColumn<Band>("meant");
        const auto row = [](const char *model, const char *answer, int band, const Band &meant) {
            QTest::addRow("%s %d", model, band) << QByteArray(model) << QByteArray(answer) << band << meant;
        };
        row("fiio-ka17", "bb 0b 00 00 15 08 00 ff e2 00 14 01 2c 00 00 ee", 0, {FilterType::Peaking, 20, -300, 3000, true});
        row("fiio-ka15", "bb 0b 00 45 15 08 02 ff e1 00 96 00 46 00 f6 ee", 2, {FilterType::Peaking, 150, -310, 700, true});
        row("fiio-ja11", "bb 0b 00 00 15 08 01 00 1e 00 78 00 64 01 4c ee", 1, {FilterType::LowShelf, 120, 300, 1000, true});
        row("fiio-qx13", "bb 0b 00 00 15 08 00 00 11 00 20 00 47 01 00 ee", 0, {FilterType::LowShelf, 32, 170, 710, true});
        row("fiio-qx13", "bb 0b 00 00 15 08 04 ff a6 15 7c 01 68 00 00 ee", 4, {FilterType::Peaking, 5500, -900, 3600, true});
        row("fiio-oak-nano", "bb 0b 00 00 15 08 07 00 00 3e 80 00 47 00 d5 ee", 7, {FilterType::Peaking, 16000, 0, 710, true});
    }
    void recordedAnswersMeanWhatTheyMeant()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, answer);
        QFETCH(int, band);
        QFETCH(Band, meant);
        FiioBench bench(model.constData());
        QVERIFY(bench.open());
        const Bytes golden = bench.report(answer.constData());
        bench.device.onAnswer([&](const Bytes &said) {
            const bool isIt = isCommand(said, 0xbb, 0x15) && said[7] == band;
            return std::vector<Bytes>{isIt ? golden : said};
        });
        QCOMPARE(bench.equalizer().bands[static_cast<std::size_t>(band)], meant);
    }

    void recordedGainsMeanWhatTheyMeant_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("preamp");
        QTest::newRow("ka17") << QByteArray("fiio-ka17") << QByteArray("bb 0b 00 00 17 02 ff fc 00 ee") << -40;
        QTest::newRow("ja11") << QByteArray("fiio-ja11") << QByteArray("bb 0b 00 00 17 02 00 5a 54 ee") << 900;
        QTest::newRow("melody") << QByteArray("fiio-melody") << QByteArray("bb 0b 00 2e 17 02 ff d8 88 ee") << -400;
    }
    void recordedGainsMeanWhatTheyMeant()
    {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, answer);
        QFETCH(int, preamp);
        FiioBench bench(model.constData());
        QVERIFY(bench.open());
        const Bytes golden = bench.report(answer.constData());
        bench.device.onAnswer([&](const Bytes &said) { return std::vector<Bytes>{isCommand(said, 0xbb, 0x17) ? golden : said}; });
        QCOMPARE(bench.equalizer().preamp, preamp);
    }

    void everyBandIsReadBackAtTheEdgesOfItsLimits_data() { addModels(); }
    void everyBandIsReadBackAtTheEdgesOfItsLimits()
    {
        QFETCH(Expected, expected);
        FiioBench bench(expected.model);
        QVERIFY(bench.open());
        const EqualizerLimits limits = *bench.amp->description().equalizer;
        std::vector<Band> edges{{FilterType::Peaking, limits.frequency.min, limits.gain.min, limits.q.min, true},
                                {FilterType::Peaking, limits.frequency.max, limits.gain.max, limits.q.max, true},
                                {FilterType::LowShelf, 105, -limits.gain.step, 3820, true}};
        for (const FilterType type : limits.types)
            edges.push_back({type, 1000, 0, 710, true});
        for (const Band &edge : edges) {
            Equalizer wanted = bench.equalizer();
            std::ranges::fill(wanted.bands, edge);
            const auto state = bench.apply({}, wanted);
            QVERIFY(state);
            QCOMPARE(*state->equalizer, wanted);
            QCOMPARE(bench.equalizer(), wanted);
        }
        for (const std::int32_t preamp : {limits.preamp.min, -300, 0, limits.preamp.max}) {
            Equalizer wanted = bench.equalizer();
            wanted.preamp = preamp;
            QCOMPARE(*bench.apply({}, wanted)->equalizer, wanted);
            QCOMPARE(bench.truthOfEqualizer()[QLatin1String("preamp")].toDouble(), preamp / 100.0);
            QCOMPARE(bench.equalizer(), wanted);
        }
        QCOMPARE(bench.truth("lost"), 0);
    }

    void everySettingIsReadBackOverItsRange_data() { addModels(); }
    void everySettingIsReadBackOverItsRange()
    {
        QFETCH(Expected, expected);
        FiioBench bench(expected.model);
        QVERIFY(bench.open());
        for (const Setting &setting : bench.amp->description().settings) {
            std::vector<Value> values;
            if (const Range *range = setting.range())
                values = {{range->max}, {range->min}, {range->min + 1}};
            else
                std::ranges::transform(setting.choices()->list, std::back_inserter(values), &Choice::value);
            for (const Value value : values) {
                const auto state = bench.apply({{setting.id, value}});
                QVERIFY(state);
                QCOMPARE(state->value(setting.id), value);
                QCOMPARE(bench.amp->read()->value(setting.id), value);
                QCOMPARE(bench.device.truth()[QLatin1String("settings")][setting.key].toInt(), value.raw);
            }
        }
    }

    void nothingForbiddenIsEverSentAndAllKeepsThePace_data() { addModels(); }
    void nothingForbiddenIsEverSentAndAllKeepsThePace()
    {
        QFETCH(Expected, expected);
        FiioBench bench(expected.model);
        std::vector<Instant> times;
        bench.device.beforeWrite([&](std::size_t) { times.push_back(bench.device.clock().now()); });
        QVERIFY(bench.open());
        Equalizer wanted = bench.equalizer();
        for (Band &band : wanted.bands)
            band.gain = 300;
        wanted.preamp = -500;
        QVERIFY(bench.apply({}, wanted));
        QVERIFY(bench.apply({{preset, {0}}, {volume, {3}}, {filter, {2}}, {balance, {5}}}));
        QVERIFY(bench.apply({{preset, {expected.firstOfTheUser}}}));
        QVERIFY(bench.amp->store());
        for (std::size_t i = 1; i < times.size(); ++i)
            QVERIFY(times[i] - times[i - 1] >= expected.pace);
        for (const Bytes &report : bench.device.written()) {
            QCOMPARE(report[0], expected.reportId);
            QCOMPARE(report.size(), expected.length);
            QVERIFY(report[1] == 0xaa || report[1] == 0xbb);
            QVERIFY(report[5] != 0x21 && report[5] != 0x1b && report[5] != 0x1c && !isCommand(report, 0xaa, 0x01));
        }
        QCOMPARE(bench.truth("resets"), 0);
        QCOMPARE(bench.truth("lost"), 0);
        QCOMPARE(bench.truth("stores"), 1);
    }

    void whatDoesNotAnswerTheQuestionIsPassedOver_data() { addModels(); }
    void whatDoesNotAnswerTheQuestionIsPassedOver()
    {
        QFETCH(Expected, expected);
        FiioBench bench(expected.model);
        QVERIFY(bench.open());
        const Equalizer before = bench.equalizer();
        bench.device.onAnswer([](const Bytes &said) {
            Bytes cut = said, otherCommand = said, otherIndex = said, otherReport = said, noEnd = said, repeatedSet = said;
            cut.resize(7);
            otherCommand[5] ^= 0x40;
            otherIndex[7] = static_cast<std::uint8_t>(said[7] + 1);
            otherReport[0] = 9;
            noEnd[8U + said[6]] = 0;
            repeatedSet[1] = 0xaa;
            repeatedSet[2] = 0x0a;
            std::vector<Bytes> says{cut, {}, otherCommand, otherReport, noEnd, repeatedSet};
            if (said[5] == 0x15)
                says.push_back(otherIndex);
            says.push_back(said);
            says.push_back(said);
            return says;
        });
        QCOMPARE(bench.equalizer(), before);
        Equalizer wanted = before;
        wanted.bands[1].gain = 250;
        QCOMPARE(*bench.apply({}, wanted)->equalizer, wanted);
    }

    void nonsenseAndSilenceAreClearErrorsAndTheAmpIsUsableAfterwards()
    {
        FiioBench bench("fiio-melody");
        QVERIFY(bench.open());
        const Equalizer before = bench.equalizer();
        bench.device.onAnswer([](const Bytes &said) {
            Bytes bad = said;
            if (said[5] == 0x15)
                bad[14] = 9; // no such type
            return std::vector<Bytes>{bad};
        });
        QVERIFY(failedWith(Errc::BadFrame, bench.amp->read()));
        bench.device.onAnswer([](const Bytes &said) {
            Bytes other = said;
            if (said[5] == 0x15)
                other[7] = 3;
            return std::vector<Bytes>{other};
        });
        QVERIFY(failedWith(Errc::Timeout, bench.amp->read()));
        bench.device.onAnswer({});
        bench.act(R"({"do": "misbehave", "silent": true})");
        QVERIFY(failedWith(Errc::Timeout, bench.amp->read()));
        bench.act(R"({"do": "misbehave", "silent": false})");
        QCOMPARE(bench.equalizer(), before);
    }

    void oneLostAnswerIsAskedForAgain()
    {
        FiioBench bench("fiio-qx13");
        QVERIFY(bench.open());
        const Equalizer before = bench.equalizer();
        int answers = 0;
        bench.device.onAnswer([&](const Bytes &said) { return ++answers == 3 ? std::vector<Bytes>{} : std::vector<Bytes>{said}; });
        QCOMPARE(bench.equalizer(), before);
    }

    void aSetThatIsLostIsNotTakenForDone()
    {
        FiioBench bench("fiio-ka17");
        QVERIFY(bench.open());
        const auto before = bench.amp->read();
        bench.act(R"({"do": "misbehave", "deaf": true})");
        Equalizer wanted = *before->equalizer;
        wanted.bands[0].gain = 100;
        QCOMPARE(*bench.apply({}, wanted)->equalizer, *before->equalizer);
        QVERIFY(failedWith(Errc::NotVerified, applySafely(*bench.amp, *before, bench.change({}, wanted))));
        const auto state = bench.apply({{preset, {8}}}, wanted);
        QCOMPARE(state->value(preset), Value{4});
    }

    void theEqualizerOfAFactoryPresetIsLeftAlone()
    {
        for (const Expected &expected : all) {
            FiioBench bench(expected.model);
            QVERIFY(bench.open());
            QVERIFY(bench.apply({{preset, {1}}}));
            const Equalizer held = bench.equalizer();
            const std::size_t before = bench.device.written().size();
            Equalizer wanted = held;
            wanted.bands[0].gain += 100;
            QVERIFY(failedWith(Errc::Refused, bench.apply({}, wanted)));
            wanted = held;
            wanted.preamp -= 100;
            QVERIFY(failedWith(Errc::Refused, bench.apply({}, wanted)));
            QVERIFY(failedWith(Errc::Refused, bench.amp->store()));
            QVERIFY(bench.apply({}, held));
            QVERIFY(bench.sets(before).empty());
            // With a preset of the user in the same change it is taken.
            QCOMPARE(*bench.apply({{preset, {expected.firstOfTheUser}}}, wanted)->equalizer, wanted);
        }
    }

    void thePresetThatIsOffSwitchesTheEqualizerOff_data() { addModels(); }
    void thePresetThatIsOffSwitchesTheEqualizerOff()
    {
        QFETCH(Expected, expected);
        FiioBench bench(expected.model);
        QVERIFY(bench.open());
        const bool isK13 = bench.amp->description().identity.model == QStringLiteral("K13 R2R");
        QCOMPARE(bench.amp->description().equalizer->hasSwitch, isK13);
        Equalizer wanted = bench.equalizer();
        wanted.on = false;
        if (isK13) {
            QCOMPARE(*bench.apply({}, wanted)->equalizer, wanted);
            QVERIFY(!bench.truthOfEqualizer()[QLatin1String("on")].toBool());
            wanted.on = true;
            QCOMPARE(*bench.apply({}, wanted)->equalizer, wanted);
        } else {
            QVERIFY(failedWith(Errc::Refused, bench.apply({}, wanted)));
        }
        if (!expected.off)
            return;
        QVERIFY(!bench.apply({{preset, {*expected.off}}})->equalizer->on);
        wanted = bench.equalizer();
        wanted.on = true;
        QVERIFY(failedWith(Errc::Refused, bench.apply({}, wanted)));
    }

    void storingIsCountedAndIsNotRepeatedForNothing()
    {
        FiioBench bench("fiio-ka15");
        QVERIFY(bench.open());
        Equalizer wanted = bench.equalizer();
        wanted.bands[3].gain = 410;
        QVERIFY(bench.apply({}, wanted)->unstored);
        QVERIFY(bench.amp->store());
        QVERIFY(!bench.amp->read()->unstored);
        QVERIFY(bench.amp->store());
        QCOMPARE(bench.truth("stores"), 1);
        QVERIFY(bench.apply({{preset, {0}}}));
        QCOMPARE(*bench.apply({{preset, {7}}})->equalizer, wanted);
    }

    void aJa11LeavesTheBusOnceItHasStored()
    {
        FiioBench bench("fiio-ja11");
        QVERIFY(bench.open());
        Equalizer wanted = bench.equalizer();
        wanted.preamp = -300;
        wanted.bands[3].gain = 410;
        QVERIFY(bench.apply({}, wanted));
        QVERIFY(bench.amp->store());
        QVERIFY(failedWith(Errc::Disconnected, bench.amp->read()));
        QVERIFY(!bench.device.isPlugged());
        bench.device.advance(1s);
        QVERIFY(bench.device.isPlugged());
        QVERIFY(bench.open());
        QCOMPARE(bench.truth("stores"), 1);
        QCOMPARE(bench.equalizer().bands, wanted.bands);
        // It tells a negative gain a tenth too high, and nobody here knows any more what was written.
        QCOMPARE(bench.equalizer().preamp, -290);
        QCOMPARE(bench.truthOfEqualizer()[QLatin1String("preamp")].toDouble(), -3.0);
    }

    void aPresetChosenOnTheAmpIsSeenAndNotStoredOver()
    {
        FiioBench bench("fiio-k13-r2r");
        QVERIFY(bench.open());
        const auto before = bench.amp->read();
        bench.act(R"({"do": "set", "key": "preset", "value": 162})");
        QVERIFY(failedWith(Errc::Conflict, bench.amp->store()));
        QCOMPARE(bench.truth("stores"), 0);
        const auto after = bench.amp->read();
        QCOMPARE(after->value(preset), Value{162});
        QVERIFY(after->revision > before->revision);
        bench.act(R"({"do": "set", "key": "preset", "value": 2})");
        Equalizer wanted = *after->equalizer;
        wanted.bands[0].gain = 100;
        const auto state = bench.apply({}, wanted);
        QCOMPARE(state->value(preset), Value{2});
        QVERIFY(*state->equalizer != wanted);
    }

    void thePresetThatIsActiveIsNotChosenAgain()
    {
        FiioBench bench("fiio-oak-nano");
        QVERIFY(bench.open());
        Equalizer wanted = bench.equalizer();
        wanted.bands[2].gain = 250;
        QVERIFY(bench.apply({}, wanted));
        const std::size_t before = bench.device.written().size();
        const auto state = bench.apply({{preset, {160}}});
        QCOMPARE(*state->equalizer, wanted); // chosen again it would have forgotten what is not stored
        QVERIFY(bench.sets(before).empty());
    }

    void namesOfTheUserStandBesideThePreset()
    {
        FiioBench bench("fiio-ka15");
        bench.act(R"({"do": "name", "slot": 1, "text": "Night"})");
        QVERIFY(bench.open());
        const Choices *choices = bench.amp->description().find(preset)->choices();
        QCOMPARE(choices->find(Value{8})->label, QStringLiteral("USER2: Night"));
        QCOMPARE(choices->find(Value{8})->key, QStringLiteral("user2"));
        QCOMPARE(choices->find(Value{7})->label, QStringLiteral("USER1"));
        QCOMPARE(choices->find(Value{4})->key, QStringLiteral("r-b"));
        QCOMPARE(choices->find(Value{10})->key, QStringLiteral("off"));
    }

    void theFirmwareIsThatOfTheAmp()
    {
        FiioBench bench("fiio-ja11");
        QVERIFY(bench.open());
        QCOMPARE(bench.amp->description().identity.firmware, QStringLiteral("2.20"));
        QCOMPARE(bench.amp->description().identity.maker, QStringLiteral("JadeAudio"));
    }

    void anAmpThatKnowsNothingExperimentalIsReadAllTheSame()
    {
        FiioBench bench("fiio-melody");
        bench.act(R"({"do": "misbehave", "plain": true})");
        QVERIFY(bench.open());
        QVERIFY(bench.amp->description().find(volume) == nullptr);
        auto state = bench.amp->read();
        QVERIFY(state);
        QVERIFY(!state->value(filter) && !state->value(balance));
        const Instant start = bench.device.clock().now();
        QVERIFY(bench.amp->read()); // and is not asked again
        QVERIFY(bench.device.clock().now() - start < 2s);
    }

    void whatNobodyAskedForIsNotRead()
    {
        FiioBench bench("fiio-melody");
        QVERIFY(bench.open());
        for (const SettingId id : {volume, filter, balance})
            QVERIFY(bench.amp->description().find(id)->flags.experimental);
        bench.amp->leaveOutExperimental();
        const std::size_t before = bench.device.written().size();
        QVERIFY(bench.amp->read());
        const auto written = bench.device.written();
        for (std::size_t i = before; i < written.size(); ++i)
            QVERIFY(written[i][5] > 0x0b);
    }

    void aBalanceToTheLeftIsNotKnown()
    {
        FiioBench bench("fiio-qx13");
        QVERIFY(bench.open());
        bench.act(R"({"do": "set", "key": "balance-left", "value": 4})");
        QVERIFY(!bench.amp->read()->value(balance));
    }

    void noStepOfAnEqualizerIsLouderThanBothItsEnds_data() { addModels(); }
    void noStepOfAnEqualizerIsLouderThanBothItsEnds()
    {
        QFETCH(Expected, expected);
        FiioBench bench(expected.model);
        QVERIFY(bench.open());
        const Equalizer flat = bench.equalizer();
        Equalizer loudBass = flat, loudTreble = flat, quiet = flat;
        loudBass.preamp = loudTreble.preamp = -900;
        for (std::size_t i = 0; i < 3; ++i) {
            loudBass.bands[i] = {FilterType::Peaking, 100, 300, 1000, true};
            loudTreble.bands[i + 2] = {FilterType::Peaking, 8000, 300, 4000, true};
        }
        loudTreble.bands[0] = {FilterType::HighShelf, 100, 900, 710, true};
        quiet.preamp = -1200;
        // Two bands change places: between the two writes both are at the same frequency.
        Equalizer here = flat, there = flat;
        here.bands[0] = there.bands[1] = {FilterType::Peaking, 100, 600, 1000, true};
        here.bands[1] = there.bands[0] = {FilterType::Peaking, 8000, 600, 1000, true};
        for (const Equalizer &to : {loudBass, flat, loudTreble, loudBass, quiet, loudTreble, flat, here, there}) {
            bench.device.mark();
            QCOMPARE(*bench.apply({}, to)->equalizer, to);
            const auto levels = bench.device.levels();
            const double most = std::max(levels.front().decibels, levels.back().decibels) + 0.02;
            for (const auto &point : levels)
                QVERIFY2(point.decibels <= most, qPrintable(QStringLiteral("%1 above %2").arg(point.decibels).arg(most)));
        }
    }

    void theCurveIsThatOfTheAmpsOwnQ()
    {
        for (const char *model : {"fiio-qx13", "fiio-ka15"}) {
            FiioBench bench(model);
            QVERIFY(bench.open());
            Equalizer wanted = bench.equalizer();
            // Two peaks beside each other: how loud they are together depends on how wide each is.
            wanted.bands[0] = {FilterType::Peaking, 800, 900, 2000, true};
            wanted.bands[1] = {FilterType::Peaking, 1200, 900, 2000, true};
            const auto before = bench.amp->read();
            const auto after = bench.apply({}, wanted);
            bench.device.mark();
            const double there = bench.device.levels().front().decibels;
            QVERIFY(bench.apply({}, *before->equalizer));
            bench.device.mark();
            const double rise = there - bench.device.levels().front().decibels;
            const auto expected = eq::loudestPoint(*after->equalizer, *bench.amp->description().equalizer);
            QVERIFY2(std::abs(rise - expected->value) < 0.05, qPrintable(QStringLiteral("%1 %2").arg(rise).arg(expected->value)));
        }
    }

    void aCableMayBePulledAtAnyWrite_data() { addModels(); }
    void aCableMayBePulledAtAnyWrite()
    {
        QFETCH(Expected, expected);
        for (std::size_t at = 1; at < 60; at += 3) {
            FiioBench bench(expected.model);
            std::size_t writes = 0;
            bench.device.beforeWrite([&](std::size_t) {
                if (++writes == at)
                    bench.device.unplug();
            });
            const auto outcome = session(bench);
            if (outcome) {
                QVERIFY(writes < at);
                break;
            }
            QCOMPARE(outcome.error().code, Errc::Disconnected);
            bench.device.plug();
            QVERIFY(bench.open());
            QVERIFY(bench.amp->read());
            QCOMPARE(bench.truth("resets"), 0);
        }
    }

private:
    static Result<void> session(FiioBench &bench)
    {
        if (auto opened = bench.open(); !opened)
            return opened;
        auto state = bench.amp->read();
        if (!state)
            return std::unexpected(state.error());
        Equalizer wanted = *state->equalizer;
        for (Band &band : wanted.bands)
            band.gain = 200;
        state = bench.apply({}, wanted);
        if (!state)
            return std::unexpected(state.error());
        return bench.amp->description().identity.model == QStringLiteral("JA11") ? Result<void>() : bench.amp->store();
    }
};

QTEST_GUILESS_MAIN(FiioFamilyTest)
#include "fiio_family_test.moc"
