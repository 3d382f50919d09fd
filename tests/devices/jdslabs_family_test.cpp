// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "tests/support/foreign_bench.h"

#include <QTest>

#include <utility>

using namespace gainstage;
using namespace gainstage::test;
using namespace std::chrono_literals;

namespace {

struct ElementBench : ForeignBench {
    explicit ElementBench(const char *model = "jds-element-iv") : ForeignBench(model, "jdslabs") {}

    Equalizer equalizer() { return *amp->read()->equalizer; }
    std::optional<Value> value(const char *key)
    {
        const Setting *setting = amp->description().find(QString::fromLatin1(key));
        return setting != nullptr ? amp->read()->value(setting->id) : std::nullopt;
    }
    /// The last message that was written, without its zero byte.
    std::string last() const
    {
        const Bytes bytes = device.written().back();
        return {bytes.begin(), bytes.end() - 1};
    }
    std::size_t updates() const
    {
        const auto written = device.written();
        return static_cast<std::size_t>(std::ranges::count_if(
            written, [](const Bytes &message) { return std::string(message.begin(), message.end()).find("\"Update\"") != std::string::npos; }));
    }
};

Bytes message(const char *text)
{
    const std::string_view plain(text);
    Bytes bytes(plain.begin(), plain.end());
    bytes.push_back(0);
    return bytes;
}

} // namespace

class JdsLabsFamilyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theAmpIsRecognisedAndDescribed()
    {
        ElementBench bench;
        QVERIFY(bench.family().matches(bench.port));
        QVERIFY(!bench.family().mayTry(Wire::Serial));
        QVERIFY(bench.open());
        const Description &about = bench.amp->description();
        QCOMPARE(about.identity.firmware, QStringLiteral("1.7.4"));
        QCOMPARE(about.identity.maker, QStringLiteral("JDS Labs"));
        QVERIFY(!about.canStore);
        QCOMPARE(about.equalizer->bands, 12);
        QCOMPARE(about.equalizer->fixedTypes[1], FilterType::LowShelf);
        QCOMPARE(about.equalizer->fixedTypes[2], FilterType::Peaking);
        QCOMPARE(about.equalizer->fixedTypes[11], FilterType::HighShelf);
        const auto state = bench.amp->read();
        QVERIFY(about.equalizer->accepts(*state->equalizer));
        for (const Setting &setting : about.settings) {
            QVERIFY(setting.flags.readOnly);
            QVERIFY2(setting.accepts(state->value(setting.id).value_or(Value{-20'000'000})), qPrintable(setting.key));
        }
        QCOMPARE(bench.device.written().front(), message(R"({"Product":"JDS Labs Element IV","Action":"Describe"})"));
        bench.port.productId = 0x88fc; // waits for a firmware
        QVERIFY(!bench.family().matches(bench.port));
    }

    void anUpdateIsTheWholeEqualizerInTheFormOfTheFacts()
    {
        ElementBench bench;
        QVERIFY(bench.open());
        Equalizer wanted = bench.equalizer();
        wanted.preamp = -600;
        wanted.bands[0] = {FilterType::LowShelf, 105, 550, 700, true};
        const std::size_t before = bench.device.written().size();
        QCOMPARE(*bench.apply({}, wanted)->equalizer, wanted);
        const Bytes update = bench.device.written().at(before);
        const std::string text(update.begin(), update.end());
        const std::string golden = R"({"Product":"JDS Labs Element IV","FormatOutput":true,"Action":"Update","Configuration":{"DSP":{"Headphone":{)"
                                   R"("Preamp":{"Gain":-6,"Mode":"AUTO"},"Lowshelf 1":{"Gain":5.5,"Frequency":105,"Q":0.7,"Type":"LOWSHELF"},)";
        QVERIFY2(text.starts_with(golden), text.c_str());
        QVERIFY(text.ends_with(std::string(R"("Highshelf 2":{"Gain":0,"Frequency":10000,"Q":0.707,"Type":"HIGHSHELF"}}}}})") + '\0'));
    }

    void theOlderFirmwareHasTenBandsWithoutTypes()
    {
        ElementBench bench("jds-element-iv-old");
        QVERIFY(bench.open());
        QCOMPARE(bench.amp->description().identity.firmware, QStringLiteral("1.4.0"));
        QCOMPARE(bench.amp->description().equalizer->bands, 10);
        Equalizer wanted = bench.equalizer();
        wanted.bands[0].gain = 300;
        wanted.bands[9].gain = -300;
        QCOMPARE(*bench.apply({}, wanted)->equalizer, wanted);
        QCOMPARE(bench.truthOfEqualizer()[QLatin1String("Highshelf")][QLatin1String("Gain")][QLatin1String("Current")].toDouble(), -3.0);
    }

    void everyBandIsReadBackAtTheEdgesOfItsLimits()
    {
        for (const char *model : {"jds-element-iv", "jds-element-iv-old"}) {
            ElementBench bench(model);
            QVERIFY(bench.open());
            const EqualizerLimits limits = *bench.amp->description().equalizer;
            for (const auto &[hertz, gain, q] : {std::tuple{limits.frequency.min, limits.gain.min, limits.q.min},
                                                 std::tuple{limits.frequency.max, limits.gain.max, limits.q.max}, std::tuple{1234, -57, 1413}}) {
                Equalizer wanted = bench.equalizer();
                for (Band &band : wanted.bands)
                    band = {band.type, hertz, gain, q, true};
                wanted.preamp = gain;
                QCOMPARE(*bench.apply({}, wanted)->equalizer, wanted);
                QCOMPARE(bench.equalizer(), wanted);
            }
            QCOMPARE(bench.truth("stores"), 3);
        }
    }

    void aBandKeepsItsTypeAndTheEqualizerStaysOn()
    {
        ElementBench bench;
        QVERIFY(bench.open());
        Equalizer wanted = bench.equalizer();
        wanted.bands[0].type = FilterType::Peaking;
        QVERIFY(failedWith(Errc::OutOfRange, bench.apply({}, wanted)));
        wanted = bench.equalizer();
        wanted.on = false;
        QVERIFY(failedWith(Errc::Refused, bench.apply({}, wanted)));
        QVERIFY(failedWith(Errc::Unsupported, bench.amp->store()));
        QCOMPARE(bench.updates(), 0U);
    }

    void updatesKeepTheirDistance()
    {
        ElementBench bench;
        QVERIFY(bench.open());
        Equalizer wanted = bench.equalizer();
        for (int i = 1; i <= 5; ++i) {
            wanted.bands[4].gain = i * 100;
            QCOMPARE(*bench.apply({}, wanted)->equalizer, wanted);
        }
        QCOMPARE(bench.truth("stores"), 5);
        QCOMPARE(bench.truth("hasty"), 0);
    }

    void whatElseItTellsIsShownAndCannotBeChanged()
    {
        ElementBench bench;
        QVERIFY(bench.open());
        const Description &about = bench.amp->description();
        QCOMPARE(bench.value("general-example-level"), Value{50});
        QCOMPARE(bench.value("general-example-switch"), Value{1});
        QCOMPARE(about.find(QStringLiteral("general-example-ratio"))->choices()->list.front().label, QStringLiteral("0.25"));
        QCOMPARE(about.find(QStringLiteral("general-input-mode"))->choices()->list.front().label, QStringLiteral("USB"));
        QCOMPARE(about.find(QStringLiteral("dsp-rca-peaking-1-gain"))->range()->unit, Unit::CentiDecibel);
        QCOMPARE(bench.value("dsp-rca-peaking-1-q"), Value{707});
        QVERIFY(about.find(QStringLiteral("dsp-headphone-peaking-1-q")) == nullptr);
        const SettingId level = about.find(QStringLiteral("general-example-level"))->id;
        QVERIFY(failedWith(Errc::ReadOnly, bench.apply({{level, {40}}})));
        bench.act(R"({"do": "set", "key": "example-level", "value": 60})");
        QCOMPARE(bench.value("general-example-level"), Value{60});
        // A text that nobody described is not known; the rest is.
        bench.act(R"({"do": "set", "key": "input-mode", "value": "Optical"})");
        QVERIFY(!bench.value("general-input-mode"));
        QCOMPARE(bench.value("general-example-level"), Value{60});
    }

    void anAnswerInPiecesOrTwoInOneReadIsOneAnswerEach()
    {
        ElementBench bench;
        QVERIFY(bench.open());
        Equalizer wanted = bench.equalizer();
        wanted.bands[3].gain = 150;
        const Bytes stale = message(R"({"Product":"JDS Labs Element IV","Note":"old"})");
        bool begins = true;
        bench.device.onAnswer([&](const Bytes &said) {
            std::vector<Bytes> pieces;
            if (std::exchange(begins, said.back() == 0)) {
                Bytes joined = stale;
                joined.push_back(said.front());
                pieces.push_back(joined);
            }
            for (std::size_t i = pieces.empty() ? 0 : 1; i < said.size(); ++i)
                pieces.push_back({said[i]});
            return pieces;
        });
        const auto applied = bench.apply({}, wanted);
        QVERIFY2(applied, applied ? "" : applied.error().sentence);
        QCOMPARE(*applied->equalizer, wanted);
    }

    void nonsenseAndSilenceAreClearErrorsAndTheAmpIsUsableAfterwards()
    {
        ElementBench bench;
        QVERIFY(bench.open());
        const Equalizer before = bench.equalizer();
        bench.device.onAnswer([](const Bytes &said) {
            return said.back() == 0 ? std::vector<Bytes>{message(R"({"Configuration":{"DSP":1}})")} : std::vector<Bytes>{};
        });
        QVERIFY(failedWith(Errc::BadFrame, bench.amp->read()));
        bench.device.onAnswer([](const Bytes &said) { return said.back() == 0 ? std::vector<Bytes>{message("no")} : std::vector<Bytes>{}; });
        QVERIFY(failedWith(Errc::BadFrame, bench.amp->read()));
        // Half an answer: it is not the beginning of the next one.
        bench.device.onAnswer([](const Bytes &said) { return said.back() == 0 ? std::vector<Bytes>{} : std::vector<Bytes>{said}; });
        QVERIFY(failedWith(Errc::Timeout, bench.amp->read()));
        bench.device.onAnswer({});
        QCOMPARE(bench.equalizer(), before);
        bench.device.onAnswer([](const Bytes &) { return std::vector<Bytes>{}; });
        QVERIFY(failedWith(Errc::Timeout, bench.amp->read()));
        bench.device.onAnswer({});
        QCOMPARE(bench.equalizer(), before);
        bench.act(R"({"do": "misbehave", "silent": true})");
        QVERIFY(failedWith(Errc::Timeout, bench.open()));
    }

    void aLostAnswerToAnUpdateIsLookedInto()
    {
        ElementBench bench;
        QVERIFY(bench.open());
        Equalizer wanted = bench.equalizer();
        wanted.bands[3].gain = 150;
        bench.device.onAnswer([](const Bytes &said) {
            const bool isReply = std::string(said.begin(), said.end()).find("Status") != std::string::npos;
            return isReply ? std::vector<Bytes>{} : std::vector<Bytes>{said};
        });
        QCOMPARE(*bench.apply({}, wanted)->equalizer, wanted);
        QCOMPARE(bench.updates(), 1U);
    }

    void aRefusalIsOne()
    {
        ElementBench bench;
        QVERIFY(bench.open());
        const Equalizer before = bench.equalizer();
        bench.act(R"({"do": "misbehave", "refuses": true})");
        Equalizer wanted = before;
        wanted.bands[3].gain = 150;
        QVERIFY(failedWith(Errc::Refused, bench.apply({}, wanted)));
        QCOMPARE(bench.equalizer(), before);
    }

    void aCableMayBePulledAtAnyWriteAndInAnyAnswer()
    {
        for (int pieces = 0; pieces < 200; pieces += 7) {
            ElementBench bench;
            int left = pieces;
            bench.device.onAnswer([&](const Bytes &said) { return left-- > 0 ? std::vector<Bytes>{said} : std::vector<Bytes>{}; });
            bench.device.beforeWrite([&](std::size_t number) {
                if (number * 60 > static_cast<std::size_t>(pieces))
                    bench.device.unplug();
            });
            QVERIFY(failedWith(Errc::Disconnected, session(bench)));
            bench.device.onAnswer({});
            bench.device.beforeWrite({});
            bench.device.plug();
            QVERIFY(bench.open());
            QVERIFY(bench.amp->read());
        }
    }

private:
    static Result<void> session(ElementBench &bench)
    {
        if (auto opened = bench.open(); !opened)
            return opened;
        auto state = bench.amp->read();
        if (!state)
            return std::unexpected(state.error());
        Equalizer wanted = *state->equalizer;
        wanted.preamp -= 100;
        state = bench.apply({}, wanted);
        return state ? Result<void>() : std::unexpected(state.error());
    }
};

QTEST_GUILESS_MAIN(JdsLabsFamilyTest)
#include "jdslabs_family_test.moc"
