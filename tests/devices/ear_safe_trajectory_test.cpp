// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "tests/support/simulated_bench.h"

#include <QTest>

#include <random>

using namespace gainstage;
using namespace gainstage::test;
using namespace std::chrono_literals;
using sim::LinkKind;
using sim::Model;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int shareOfGrid = 8, randomChanges = 250; // the sanitizers make it slow
#else
constexpr int shareOfGrid = 1, randomChanges = 3000;
#endif

std::vector<std::int32_t> choicesOf(const Description &amp, Role role)
{
    std::vector<std::int32_t> all;
    const Setting *setting = amp.find(role);
    const Choices *choices = setting != nullptr ? setting->choices() : nullptr;
    if (choices != nullptr)
        std::ranges::transform(choices->list, std::back_inserter(all), [](const Choice &choice) { return choice.value.raw; });
    return all;
}

/// Both ends, the steps beside them, and `inner` points between, on steps.
std::vector<std::int32_t> volumesOf(const Description &amp, int inner)
{
    const Setting &setting = *amp.find(Role::Volume);
    const Range &range = *setting.range();
    std::vector<std::int32_t> all{range.min, range.min + range.step, range.max - range.step, range.max};
    for (int i = 1; i <= inner; ++i)
        all.push_back(setting.nearest({range.min + (range.max - range.min) * i / (inner + 1)}).raw);
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
}

/// Every gain, every output, and volumes on a grid.
std::vector<Values> gridOf(const Description &amp, int inner)
{
    std::vector<Values> all;
    std::vector<std::int32_t> outputs = choicesOf(amp, Role::Output);
    const bool hasOutputs = !outputs.empty();
    if (!hasOutputs)
        outputs = {0};
    for (const std::int32_t gain : choicesOf(amp, Role::Gain)) {
        for (const std::int32_t output : outputs) {
            for (const std::int32_t volume : volumesOf(amp, inner)) {
                Values values{{amp.find(Role::Gain)->id, {gain}}, {amp.find(Role::Volume)->id, {volume}}};
                if (hasOutputs)
                    values[amp.find(Role::Output)->id] = {output};
                all.push_back(values);
            }
        }
    }
    return all;
}

QString textOf(const Values &values)
{
    QString text;
    for (const auto &[id, value] : values)
        text += QStringLiteral(" %1=%2").arg(id.number).arg(value.raw);
    return text;
}

/// Carries `to` out and gives what was wrong with it, if anything.
QString listenTo(SimulatedBench &bench, State &now, const Values &to, const std::optional<Equalizer> &equalizer = {})
{
    bench.simulated.mark();
    const auto outcome = applySafely(*bench.amp, now, bench.change(to, equalizer));
    bench.simulated.advance(60ms);
    if (!outcome)
        return QString::fromUtf8(outcome.error().sentence) + textOf(to);
    const QString problem = louderThanBothEnds(bench.simulated.trajectory());
    const QString from = textOf(now.values);
    now = *outcome;
    return problem.isEmpty() ? problem : from + QStringLiteral(" ->") + textOf(to) + QStringLiteral(": ") + problem;
}

/// Any value that each setting can have, and any equalizer.
class Dice {
public:
    explicit Dice(const Description &amp) : m_amp(amp) {}

    Values values()
    {
        Values all;
        for (const Setting &setting : m_amp.settings) {
            if (!setting.flags.readOnly && setting.role < Role::MakersOwn && below(3) > 0)
                all[setting.id] = valueOf(setting);
        }
        return all;
    }
    std::optional<Equalizer> equalizer()
    {
        if (!m_amp.equalizer || below(2) == 0)
            return std::nullopt;
        const EqualizerLimits &limits = *m_amp.equalizer;
        Equalizer any{below(3) > 0, on(limits.preamp), {}};
        for (int i = 0; i < limits.bands; ++i)
            any.bands.push_back({limits.types[static_cast<std::size_t>(below(static_cast<int>(limits.types.size())))], on(limits.frequency),
                                 on(limits.gain), std::min(on(limits.q), 2000), below(2) == 1});
        return any;
    }

private:
    int below(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }
    std::int32_t on(const Limits &limits) { return limits.min + below((limits.max - limits.min) / limits.step + 1) * limits.step; }
    Value valueOf(const Setting &setting)
    {
        if (const Choices *choices = setting.choices())
            return choices->list[static_cast<std::size_t>(below(static_cast<int>(choices->list.size())))].value;
        if (const Range *range = setting.range())
            return {on({range->min, range->max, range->step})};
        return {below(4) == 0 ? 1 : 0};
    }

    const Description &m_amp;
    std::mt19937 m_random{20240229};
};

} // namespace

Q_DECLARE_METATYPE(Model)
Q_DECLARE_METATYPE(LinkKind)

class EarSafeTrajectoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBenchIsHeard()
    {
        SimulatedBench bench(Model::Desktop);
        QVERIFY(bench.amp);
        QVERIFY(bench.force({{bench.id(Role::Volume), {-1000}}}));
        bench.simulated.mark();
        QVERIFY(bench.simulated.trajectory().back().volts[0] > 0.001);
        // A write without the order clicks: what the next tests look for can be seen.
        QVERIFY(bench.force({{bench.id(Role::Gain), {2}}}));
        QVERIFY(!louderThanBothEnds(bench.simulated.trajectory()).isEmpty());
    }

    void everyPairOfGainOutputAndVolume_data()
    {
        QTest::addColumn<Model>("model");
        QTest::addColumn<LinkKind>("kind");
        QTest::addColumn<int>("inner");
        QTest::newRow("desktop, serial") << Model::Desktop << LinkKind::Serial << 24;
        QTest::newRow("desktop, HID") << Model::Desktop << LinkKind::Hid << 8;
        QTest::newRow("dongle, serial") << Model::Dongle << LinkKind::Serial << 59;
        QTest::newRow("dongle, HID") << Model::Dongle << LinkKind::Hid << 12;
    }

    void everyPairOfGainOutputAndVolume()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, kind);
        QFETCH(int, inner);
        SimulatedBench bench(model, kind);
        QVERIFY(bench.amp);
        const std::vector<Values> states = gridOf(bench.amp->description(), inner / shareOfGrid);
        State now = *bench.force(states.front());
        int pairs = 0;
        for (std::size_t i = 0; i < states.size(); ++i) {
            QString problem = listenTo(bench, now, states[i]);
            for (std::size_t j = i + 1; j < states.size() && problem.isEmpty(); ++j, pairs += 2) {
                problem = listenTo(bench, now, states[j]);
                if (problem.isEmpty())
                    problem = listenTo(bench, now, states[i]);
            }
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
        qInfo("%d pairs of %zu states, volumes of %zu levels", pairs, states.size(), volumesOf(bench.amp->description(), inner / shareOfGrid).size());
    }

    void anyChangeOfAllSettingsAndTheEqualizer_data()
    {
        QTest::addColumn<Model>("model");
        QTest::addColumn<LinkKind>("kind");
        QTest::newRow("desktop") << Model::Desktop << LinkKind::Serial;
        QTest::newRow("dongle") << Model::Dongle << LinkKind::Hid;
    }

    void anyChangeOfAllSettingsAndTheEqualizer()
    {
        QFETCH(Model, model);
        QFETCH(LinkKind, kind);
        SimulatedBench bench(model, kind);
        QVERIFY(bench.amp);
        // An input that is louder than the first, at a fixed frequency so that the equalizer does what its bands say there.
        bench.simulated.control(R"({"do":"source","input":1,"dbfs":-8,"rate":48000,"locked":true,"hertz":1000})");
        Dice dice(bench.amp->description());
        State now = *bench.amp->read();
        for (int i = 0; i < randomChanges; ++i) {
            const QString problem = listenTo(bench, now, dice.values(), dice.equalizer());
            QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("change %1: %2").arg(i).arg(problem)));
        }
        qInfo("%d changes", randomChanges);
    }
};

QTEST_GUILESS_MAIN(EarSafeTrajectoryTest)
#include "ear_safe_trajectory_test.moc"
