// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "protocol/gap/limits.h"
#include "protocol/gap/service.h"
#include "protocol/smp/client.h"
#include "tests/support/outcome.h"
#include "tests/support/simulated_bench.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sim::LinkKind;
using sim::Model;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr unsigned seeds = 6; // the sanitizers make it slow
#else
constexpr unsigned seeds = 40;
#endif

/// What the amp holds in truth, past the protocol.
Values truth(sim::SimulatedAmp &simulated, const Description &amp)
{
    const QJsonObject settings = QJsonDocument::fromJson(QByteArray::fromStdString(simulated.control(R"({"do":"state"})")))["settings"_L1].toObject();
    Values values;
    for (const Setting &setting : amp.settings)
        values[setting.id] = {settings.value(setting.key).toInt()};
    return values;
}

/// A change of an amp out of a known state.
struct Operation {
    const char *name;
    std::vector<std::pair<Role, std::int32_t>> start, change;
    bool equalizer = false;
    bool raisesNothing = false;
};

const std::vector<Operation> operations{
    {"volume up", {{Role::Volume, -4000}}, {{Role::Volume, -1000}}},
    {"volume down", {{Role::Volume, -1000}}, {{Role::Volume, -4000}}, false, true},
    {"gain up, volume down", {{Role::Gain, 0}, {Role::Volume, -1000}}, {{Role::Gain, 1}, {Role::Volume, -2000}}},
    {"gain down, volume up", {{Role::Gain, 1}, {Role::Volume, -3000}}, {{Role::Gain, 0}, {Role::Volume, -1500}}},
    {"equalizer on", {{Role::Volume, -2000}}, {{Role::Volume, -1500}}, true},
    {"filter", {{Role::Filter, 0}, {Role::Volume, -2000}}, {{Role::Filter, 1}}, false, true},
};

Values valuesOf(const Description &amp, const std::vector<std::pair<Role, std::int32_t>> &list)
{
    Values values;
    for (const auto &[role, raw] : list)
        values[amp.find(role)->id] = {raw};
    return values;
}

Equalizer loudEqualizer(const State &state)
{
    Equalizer equalizer = *state.equalizer;
    equalizer.on = true;
    equalizer.bands[1].gain = 900;
    equalizer.bands[1].on = true;
    return equalizer;
}

/// A bench at an operation's start, which knows how loud both of its ends are.
struct Trial {
    Trial(Model model, LinkKind kind, const Operation &operation, unsigned seed = 1) : bench(optionsOf(model, kind, seed))
    {
        const State initial = *bench.amp->read();
        const auto to = operation.equalizer ? std::optional(loudEqualizer(initial)) : std::nullopt;
        const Values start = valuesOf(bench.amp->description(), operation.start);
        change = bench.change(valuesOf(bench.amp->description(), operation.change), to);
        (void)bench.force(start);
        (void)bench.force(change.values(), to);
        most = loudestNow();
        now = *bench.force(start, initial.equalizer);
        most = std::max(most, loudestNow());
        bench.simulated.mark();
    }
    double loudestNow()
    {
        bench.simulated.mark();
        return bench.simulated.trajectory().back().loudest();
    }
    /// How loud it has been at most since the start, against the larger of both ends.
    bool wasLouder() const
    {
        return std::ranges::any_of(bench.simulated.trajectory(), [this](const auto &point) { return point.loudest() > most * 1.0005; });
    }
    Result<State> apply() { return applySafely(*bench.amp, now, change); }

    SimulatedBench bench;
    Change change;
    State now;
    double most = 0;

private:
    static sim::Options optionsOf(Model model, LinkKind kind, unsigned seed)
    {
        sim::Options options;
        options.model = model;
        options.links = {kind};
        options.seed = seed;
        return options;
    }
};

bool isHonest(Errc code)
{
    return code == Errc::NotVerified || code == Errc::Timeout || code == Errc::BadFrame || code == Errc::Conflict || code == Errc::Refused;
}

} // namespace

Q_DECLARE_METATYPE(Model)
Q_DECLARE_METATYPE(LinkKind)

class SimulatedAmpFaultsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void underFaultsAChangeEndsRightOrIsSaidToBeUnknown_data()
    {
        QTest::addColumn<Model>("model");
        QTest::addColumn<LinkKind>("kind");
        QTest::addColumn<QByteArray>("faults");
        const auto row = [](Model model, LinkKind kind, const char *faults) {
            QTest::addRow("%s, %s, %s", model == Model::Desktop ? "desktop" : "dongle", kind == LinkKind::Hid ? "HID" : "serial", faults)
                << model << kind << QByteArray(faults);
        };
        for (const Model model : {Model::Desktop, Model::Dongle}) {
            for (const char *faults : {"drop=0.2", "flip=0.2", "repeat=0.2", "delay=0.2:20ms", "drop=0.001", "flip=0.001", "repeat=0.001",
                                       "drop=0.0005,flip=0.0005,repeat=0.0005,delay=0.05:5ms"})
                row(model, LinkKind::Serial, faults);
            for (const char *faults : {"drop=0.2", "repeat=0.2", "delay=0.2:20ms", "drop=0.2,repeat=0.2,delay=0.2:5ms"})
                row(model, LinkKind::Hid, faults); // flipped bits are USB's to find
        }
    }

    void underFaultsAChangeEndsRightOrIsSaidToBeUnknown()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, kind);
        QFETCH(QByteArray, faults);
        int right = 0, unknown = 0;
        for (unsigned seed = 1; seed <= seeds; ++seed) {
            const Operation &operation = operations[seed % operations.size()];
            Trial trial(model, kind, operation, seed);
            SimulatedBench &bench = trial.bench;
            bench.simulated.setFaults(faults.toStdString() + ",seed=" + std::to_string(seed));
            const auto outcome = trial.apply();
            const Values held = truth(bench.simulated, bench.amp->description());
            QVERIFY2(!trial.wasLouder(), operation.name);
            if (outcome) {
                ++right;
                QCOMPARE(outcome->values, held);
                QVERIFY(trial.change.against(*outcome).empty());
            } else {
                ++unknown;
                QVERIFY2(isHonest(outcome.error().code), outcome.error().sentence);
            }
            bench.simulated.setFaults("");
            bench.simulated.advance(1s);
            const auto after = bench.amp->read();
            QVERIFY(after);
            QCOMPARE(after->values, truth(bench.simulated, bench.amp->description()));
        }
        qInfo("%d ended right, %d were said to be unknown", right, unknown);
    }

    void unpluggedAtAnyWriteItIsNoLouderAndGoesOnAfterwards_data()
    {
        QTest::addColumn<Model>("model");
        QTest::addColumn<LinkKind>("kind");
        QTest::newRow("desktop, serial") << Model::Desktop << LinkKind::Serial;
        QTest::newRow("dongle, HID") << Model::Dongle << LinkKind::Hid;
    }

    void unpluggedAtAnyWriteItIsNoLouderAndGoesOnAfterwards()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, kind);
        int cut = 0;
        for (const Operation &operation : operations) {
            for (int at = 1;; ++at) {
                Trial trial(model, kind, operation);
                SimulatedBench &bench = trial.bench;
                int writes = 0;
                bench.simulated.beforeWrite([&](std::size_t) {
                    if (++writes == at)
                        bench.simulated.unplug();
                });
                const auto outcome = trial.apply();
                bench.simulated.beforeWrite({});
                if (outcome)
                    break; // it has fewer writes
                ++cut;
                QVERIFY2(failedWith(Errc::Disconnected, outcome), outcome.error().sentence);
                QVERIFY2(!trial.wasLouder(), operation.name);
                bench.simulated.plug();
                bench.connect();
                QVERIFY(bench.amp);
                const auto state = bench.amp->read();
                QVERIFY(state);
                QCOMPARE(state->values, truth(bench.simulated, bench.amp->description()));
                bench.simulated.mark();
                QVERIFY(applySafely(*bench.amp, *state, trial.change));
                QVERIFY(louderThanBothEnds(bench.simulated.trajectory()).isEmpty());
            }
        }
        QVERIFY(cut > 20);
        qInfo("unplugged at %d writes", cut);
    }

    void unpluggedInAnyOtherCallTheAmpIsDisconnected()
    {
        using Call = std::function<std::optional<Errc>(SimulatedBench &)>;
        const auto codeOf = [](const auto &outcome) { return outcome ? std::nullopt : std::optional(outcome.error().code); };
        const std::vector<std::pair<const char *, Call>> calls{
            {"open", [&](SimulatedBench &bench) { return codeOf(openLink(bench.simulated, bench.kind)); }},
            {"read", [&](SimulatedBench &bench) { return codeOf(bench.amp->read()); }},
            {"store", [&](SimulatedBench &bench) { return codeOf(bench.amp->store()); }},
            {"identify", [&](SimulatedBench &bench) { return codeOf(bench.amp->identify(1s)); }},
            {"meters", [&](SimulatedBench &bench) { return codeOf(bench.amp->meters()); }},
            {"meterEvery", [&](SimulatedBench &bench) { return codeOf(bench.amp->meterEvery(100ms)); }},
        };
        for (const auto &[name, call] : calls) {
            int cut = 0;
            for (int at = 1;; ++at) {
                SimulatedBench bench(Model::Desktop);
                QVERIFY(bench.amp->read());
                int writes = 0;
                bench.simulated.beforeWrite([&](std::size_t) {
                    if (++writes == at)
                        bench.simulated.unplug();
                });
                const auto code = call(bench);
                bench.simulated.beforeWrite({});
                if (!code)
                    break;
                ++cut;
                QVERIFY2(code == Errc::Disconnected, name);
                bench.simulated.plug();
                bench.connect();
                QVERIFY2(bench.amp && !call(bench), name);
            }
            QVERIFY2(cut > 0, name);
        }
    }

    void anAmpThatIsUnpluggedWhileSomebodyListensIsDisconnected()
    {
        SimulatedBench bench(Model::Dongle);
        bench.simulated.unplug();
        QVERIFY(failedWith(Errc::Disconnected, bench.amp->listen(bench.simulated.clock().in(1h))));
    }

    void anAmpThatLosesPowerInTheMiddleIsDisconnected()
    {
        Trial trial(Model::Desktop, LinkKind::Serial, operations[2]);
        int writes = 0;
        trial.bench.simulated.beforeWrite([&](std::size_t) {
            if (++writes == 3)
                trial.bench.simulated.control(R"({"do":"power","on":false})");
        });
        QVERIFY(failedWith(Errc::Disconnected, trial.apply()));
        QVERIFY(!trial.wasLouder());
    }

    void aKnobThatIsTurnedDownInTheMiddleWins_data() { unpluggedAtAnyWriteItIsNoLouderAndGoesOnAfterwards_data(); }

    void aKnobThatIsTurnedDownInTheMiddleWins()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, kind);
        int turned = 0;
        for (const Operation &operation : operations) {
            for (int at = 1;; ++at) {
                Trial trial(model, kind, operation);
                SimulatedBench &bench = trial.bench;
                const SettingId volume = bench.id(Role::Volume);
                int writes = 0;
                Value before, knob;
                bench.simulated.beforeWrite([&](std::size_t) {
                    if (++writes != at)
                        return;
                    before = truth(bench.simulated, bench.amp->description())[volume];
                    bench.simulated.control(R"({"do":"knob","detents":-3})");
                    knob = truth(bench.simulated, bench.amp->description())[volume];
                });
                const auto outcome = trial.apply();
                bench.simulated.beforeWrite({});
                const Values held = truth(bench.simulated, bench.amp->description());
                QVERIFY2(!trial.wasLouder(), operation.name);
                if (writes < at)
                    break;
                if (knob == before)
                    continue; // it stood at its lowest
                ++turned;
                QVERIFY2(outcome.has_value() == operation.raisesNothing, operation.name);
                if (outcome)
                    QVERIFY(trial.change.against(*outcome).empty());
                else
                    QVERIFY2(failedWith(Errc::Conflict, outcome), outcome.error().sentence);
                if (!outcome)
                    QCOMPARE(held.at(volume), knob);
            }
        }
        QVERIFY(turned > 20);
        qInfo("turned at %d writes", turned);
    }

    void twoClientsSeeEachOthersChanges()
    {
        sim::Options options;
        options.links = {LinkKind::Serial, LinkKind::Hid};
        sim::SimulatedAmp simulated(options);
        auto first = *openLink(simulated, LinkKind::Serial, 0);
        auto second = *openLink(simulated, LinkKind::Hid, 1);
        QVERIFY(first->read() && second->read());
        std::vector<State> seenByFirst, seenBySecond;
        const auto note = [](std::vector<State> &seen) {
            return [&seen](const Event &event) {
                if (const auto *changed = std::get_if<StateChanged>(&event))
                    seen.push_back(changed->state);
            };
        };
        first->onEvent(note(seenByFirst));
        second->onEvent(note(seenBySecond));
        const SettingId volume = first->description().find(Role::Volume)->id;
        const auto set = [&](Amp &amp, std::int32_t raw) { return amp.apply(*Change::of(amp.description(), {{volume, {raw}}}), {}).has_value(); };

        QVERIFY(set(*first, -4500));
        QVERIFY(second->listen(simulated.clock().in(50ms)));
        QCOMPARE(seenBySecond.back().value(volume), std::optional(Value{-4500}));
        QVERIFY(set(*second, -5000));
        QVERIFY(first->listen(simulated.clock().in(50ms)));
        QCOMPARE(seenByFirst.back().value(volume), std::optional(Value{-5000}));

        const auto equalized = second->apply(*Change::of(second->description(), {}, loudEqualizer(*second->read())), {});
        QVERIFY(equalized);
        QVERIFY(first->listen(simulated.clock().in(50ms)));
        QCOMPARE(seenByFirst.back().equalizer, equalized->equalizer);
        QCOMPARE(seenByFirst.back().revision, equalized->revision);
        QVERIFY(seenByFirst.size() == 2 && seenBySecond.size() == 1);
    }

    void aChangeOfAnotherClientThatWasMissedIsHealed()
    {
        sim::Options options;
        options.links = {LinkKind::Serial, LinkKind::Serial};
        sim::SimulatedAmp simulated(options);
        auto first = *openLink(simulated, LinkKind::Serial, 0);
        auto second = *openLink(simulated, LinkKind::Serial, 1);
        QVERIFY(first->read() && second->read());
        std::vector<State> seen;
        first->onEvent([&](const Event &event) {
            if (const auto *changed = std::get_if<StateChanged>(&event))
                seen.push_back(changed->state);
        });
        const Description &amp = second->description();
        simulated.setFaults("drop=1", 0);
        QVERIFY(second->apply(*Change::of(amp, {{amp.find(Role::Filter)->id, {1}}}), {}));
        simulated.advance(50ms);
        simulated.setFaults("", 0);
        QVERIFY(second->apply(*Change::of(amp, {{amp.find(Role::Volume)->id, {-4500}}}), {}));
        QVERIFY(first->listen(simulated.clock().in(50ms)));
        QCOMPARE(seen.size(), 1u);
        QCOMPARE(seen.back().values, truth(simulated, amp));
    }

    void whileAnotherClientHoldsTheLockNothingChanges()
    {
        sim::Options options;
        options.links = {LinkKind::Serial, LinkKind::Serial};
        sim::SimulatedAmp simulated(options);
        auto amp = *openLink(simulated, LinkKind::Serial, 0);
        const State now = *amp->read();
        const auto wire = simulated.connect(1);
        smp::Client other(*wire, smp::consoleFraming());
        const auto lock = static_cast<std::uint8_t>(gap::Command::Lock);
        const auto taken = other.write(gap::kGroup, lock, gap::LockWrite{60'000, {}}.encode());
        QVERIFY(taken);
        const Change change = *Change::of(amp->description(), {{amp->description().find(Role::Gain)->id, {1}}});
        QVERIFY(failedWith(Errc::Locked, applySafely(*amp, now, change)));
        QVERIFY(failedWith(Errc::Locked, amp->store()));
        QCOMPARE(amp->read()->values, now.values);
        QVERIFY(other.write(gap::kGroup, lock, gap::LockWrite{0, gap::LockWriteReply::decode(*taken)->key}.encode()));
        QVERIFY(applySafely(*amp, *amp->read(), change));
    }

    void aStateKeptByEventsIsTheStateThatIsRead()
    {
        SimulatedBench bench(Model::Desktop);
        State kept = *bench.amp->read();
        bench.amp->onEvent([&](const Event &event) {
            if (const auto *changed = std::get_if<StateChanged>(&event))
                kept = changed->state;
        });
        for (const char *happens :
             {R"({"do":"knob","detents":5})", R"({"do":"button","setting":"output"})", R"({"do":"button","setting":"mute"})",
              R"({"do":"jack","output":0,"plugged":false})", R"({"do":"source","rate":96000})", R"({"do":"heat","celsius":120})"}) {
            bench.simulated.control(happens);
            QVERIFY(bench.amp->listen(bench.simulated.clock().in(500ms)));
            const auto read = bench.amp->read();
            QVERIFY(read);
            QVERIFY2(kept.revision == read->revision, happens);
            QCOMPARE(kept.values, read->values);
            QCOMPARE(kept.equalizer, read->equalizer);
            QCOMPARE(kept.jacks, read->jacks);
            QCOMPARE(kept.input, read->input);
            QCOMPARE(kept.protection, read->protection);
            QCOMPARE(kept.unstored, read->unstored);
        }
        QVERIFY(kept.protection.thermal);
    }

    void metersKeepComingWhileSomebodyListens()
    {
        SimulatedBench bench(Model::Desktop);
        int measured = 0;
        bench.amp->onEvent([&](const Event &event) { measured += std::holds_alternative<MetersMeasured>(event) ? 1 : 0; });
        QVERIFY(bench.amp->meterEvery(100ms));
        QVERIFY(bench.amp->listen(bench.simulated.clock().in(30s)));
        QVERIFY2(measured >= 290 && measured <= 301, qPrintable(QString::number(measured)));
        QVERIFY(bench.amp->meterEvery(0ms));
        measured = 0;
        QVERIFY(bench.amp->listen(bench.simulated.clock().in(1s)));
        QCOMPARE(measured, 0);
    }
};

QTEST_GUILESS_MAIN(SimulatedAmpFaultsTest)
#include "simulated_amp_faults_test.moc"
