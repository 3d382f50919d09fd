// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/amp/ear_safe.h"
#include "devices/conformance/conformance.h"
#include "tests/conformance/stand.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace gainstage;
using namespace gainstage::test;
using namespace std::chrono_literals;

namespace {

constexpr double kTolerance = 0.02; // decibels; the trajectories are told in steps
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kEveryWrite = 7; // the sanitizers make it slow
#else
constexpr std::size_t kEveryWrite = 1;
#endif

QByteArray textOf(const Error &error)
{
    QByteArray text = QByteArray(error.sentence);
    for (const std::string &fact : error.facts)
        text += " | " + QByteArray::fromStdString(fact);
    return text;
}

/// Both ends, the steps beside them, and the middle; every choice.
std::vector<Value> edgesOf(const Setting &setting)
{
    std::set<Value> values;
    if (const Range *range = setting.range()) {
        for (const std::int32_t raw : {range->min, range->min + range->step, range->min / 2 + range->max / 2, range->max - range->step, range->max})
            values.insert(setting.nearest({raw}));
    } else if (const Choices *choices = setting.choices()) {
        for (const Choice &choice : choices->list)
            values.insert(choice.value);
    } else {
        values = {{0}, {1}};
    }
    return {values.begin(), values.end()};
}

bool isWritable(const Setting &setting)
{
    return !setting.flags.readOnly;
}

FilterType typeOf(const EqualizerLimits &limits, std::size_t band, std::size_t turn)
{
    return limits.fixedTypes.empty() ? limits.types[turn % limits.types.size()] : limits.fixedTypes[band];
}

/// Each band at one of its edges, another with each turn.
Equalizer edgeEqualizer(const EqualizerLimits &limits, Equalizer equalizer, std::size_t turn)
{
    const auto at = [turn](const Limits &range, std::size_t band) {
        const std::int32_t values[] = {range.min, range.max, range.min + range.step,
                                       range.min + (range.max - range.min) / range.step / 2 * range.step};
        return values[(turn + band) % std::size(values)];
    };
    equalizer.on = !limits.hasSwitch ? equalizer.on : turn % 3 != 0;
    equalizer.preamp = at(limits.preamp, 0);
    for (std::size_t i = 0; i < equalizer.bands.size(); ++i) {
        Band &band = equalizer.bands[i];
        band = {typeOf(limits, i, turn + i), at(limits.frequency, i), at(limits.gain, i + 1), at(limits.q, i + 2),
                !limits.bandsHaveSwitch || (turn + i) % 4 != 0};
    }
    return limits.held(equalizer);
}

/// An amp under test: open, and with what it holds.
struct Bench {
    explicit Bench(const std::string &name) : stand(makeStand(name)), quietEnough(name.starts_with("fiio") ? -70 : -200) {}
    std::unique_ptr<Stand> stand;
    /// Decibels below which the order of writes is not looked at. A FiiO amp takes an equalizer in pieces and its preamp ends at -24 dB: between two that let
    /// next to nothing through (low-passes at 20 Hz) a piece may let a few decibels more through.
    double quietEnough;
    std::unique_ptr<Amp> amp;
    State now;

    QByteArray open()
    {
        amp.reset();
        auto opened = stand->open();
        if (!opened)
            return "open: " + textOf(opened.error());
        amp = *std::move(opened);
        const auto state = amp->read();
        if (!state)
            return "read: " + textOf(state.error());
        now = *state;
        return {};
    }
    /// Carries it out and gives what is wrong: the outcome, what is read afterwards, or a level above both ends.
    QByteArray complaint(const Values &values, const std::optional<Equalizer> &equalizer = {})
    {
        const auto change = Change::of(amp->description(), values, equalizer);
        if (!change)
            return "refused: " + textOf(change.error());
        stand->mark();
        const auto outcome = applySafely(*amp, now, *change);
        stand->advance(100ms);
        if (!outcome)
            return textOf(outcome.error());
        const auto read = amp->read();
        if (!read)
            return "read: " + textOf(read.error());
        now = *read;
        if (!change->against(now).empty())
            return "not held afterwards";
        return louderThanBothEnds();
    }
    QByteArray louderThanBothEnds() const
    {
        const std::vector<double> levels = stand->levels();
        const double allowed = std::max({levels.front(), levels.back(), quietEnough}) + kTolerance;
        const double loudest = std::ranges::max(levels);
        return loudest <= allowed ? QByteArray()
                                  : QByteArray("reached ") + QByteArray::number(loudest) + " dB between " + QByteArray::number(levels.front()) +
                                        " and " + QByteArray::number(levels.back());
    }
    const Description &description() const { return amp->description(); }
    /// What it holds, or a flat one where nobody knows.
    Equalizer equalizer() const
    {
        return now.equalizer.value_or(Equalizer{false, 0, std::vector<Band>(static_cast<std::size_t>(description().equalizer->bands))});
    }
    /// A state from which the equalizer can be written: a preset of the user where there is a choice.
    QByteArray makeEditable()
    {
        const auto bringing = std::ranges::find_if(description().settings, [](const Setting &setting) { return setting.flags.bringsEqualizer; });
        if (bringing == description().settings.end())
            return {};
        for (const Choice &choice : bringing->choices()->list) {
            if (choice.key.startsWith(QLatin1String("user")))
                return complaint({{bringing->id, choice.value}});
        }
        return {};
    }
    /// Something of everything: each setting at another of its values, and another equalizer.
    Change muchElse() const
    {
        Values values;
        for (const Setting &setting : description().settings) {
            const auto edges = edgesOf(setting);
            if (isWritable(setting) && !setting.flags.bringsEqualizer && now.value(setting.id))
                values[setting.id] = *std::ranges::find_if(edges, [&](Value edge) { return edge != now.value(setting.id) || edges.size() == 1; });
        }
        std::optional<Equalizer> wanted;
        if (description().equalizer)
            wanted = edgeEqualizer(*description().equalizer, equalizer(), 1);
        return *Change::of(description(), values, wanted);
    }
};

using Answers = std::function<std::vector<Bytes>(const Bytes &)>;

struct BadWay {
    const char *name;
    std::size_t at;                ///< the byte that is another; 0 where that is not what is wrong
    std::function<Answers()> make; ///< anew for each amp
};

Bytes turned(Bytes bytes, std::size_t at)
{
    if (at < bytes.size())
        bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ 0x5a);
    return bytes;
}

/// An answer that is late by one: the one before it comes instead.
Answers staleAnswers()
{
    return [before = std::make_shared<Bytes>()](const Bytes &answer) {
        const Bytes stale = std::exchange(*before, answer);
        return stale.empty() ? std::vector<Bytes>() : std::vector<Bytes>{stale};
    };
}

std::vector<BadWay> badWays()
{
    const auto always = [](auto change) { return [change] { return Answers(change); }; };
    std::vector<BadWay> all{
        {"never", 0, always([](const Bytes &) { return std::vector<Bytes>(); })},
        {"short", 0, always([](const Bytes &bytes) {
             return std::vector<Bytes>{Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size() / 2))};
         })},
        {"long", 0, always([](Bytes bytes) {
             bytes.insert(bytes.end(), 40, 0x11);
             return std::vector<Bytes>{bytes};
         })},
        {"twice", 0, always([](const Bytes &bytes) { return std::vector<Bytes>{bytes, bytes}; })},
        {"stale", 0, staleAnswers},
        {"empty", 0, always([](const Bytes &) { return std::vector<Bytes>{Bytes{}}; })},
    };
    for (std::size_t at = 0; at < 12; ++at) // start, counters, command, index, values: wherever they are
        all.push_back({"turned", at, always([at](const Bytes &bytes) { return std::vector<Bytes>{turned(bytes, at)}; })});
    return all;
}

/// Behind the command and the index there are values. Only where a checksum is known for sure can anybody tell that one of them is another.
bool canTell(const QString &model, const BadWay &way)
{
    constexpr std::size_t kFirstValue = 7;
    return way.at < kFirstValue || model.startsWith(QLatin1String("topping"));
}

/// Some amps tell a number one step off from what they took, which only who wrote it knows.
bool alike(const std::optional<Equalizer> &a, const std::optional<Equalizer> &b)
{
    if (!a || !b) // one that cannot be read is known only to who wrote it
        return true;
    if (a->bands.size() != b->bands.size())
        return false;
    const auto near = [](std::int32_t x, std::int32_t y) { return std::abs(x - y) <= 10; };
    bool same = a->on == b->on && near(a->preamp, b->preamp);
    for (std::size_t i = 0; same && i < a->bands.size(); ++i) {
        const Band &x = a->bands[i], &y = b->bands[i];
        same = x.type == y.type && x.frequency == y.frequency && near(x.gain, y.gain) && near(x.q, y.q) && x.on == y.on;
    }
    return same;
}

/// Whether every value that is told is so; one that is not told is no lie.
bool saysNothingElse(const State &told, const State &truth)
{
    return std::ranges::all_of(told.values, [&](const auto &entry) { return truth.value(entry.first).value_or(entry.second) == entry.second; });
}

void eachModel()
{
    QTest::addColumn<QString>("model");
    for (const std::string &name : standNames())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

} // namespace

class ConformanceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itDescribesItselfAndSaysWhatItHolds_data() { eachModel(); }
    void itDescribesItselfAndSaysWhatItHolds()
    {
        QFETCH(QString, model);
        Bench bench(model.toStdString());
        QCOMPARE(bench.open(), QByteArray());
        for (const auto &finding : conformance::examine(*bench.amp))
            QVERIFY2(finding.verdict != conformance::Verdict::Failed,
                     finding.error ? QByteArray(conformance::nameOf(finding.check)) + ": " + textOf(*finding.error) : QByteArray());
    }

    void eachSettingIsHeldOverItsRangeAndNeverLouder_data() { eachModel(); }
    void eachSettingIsHeldOverItsRangeAndNeverLouder()
    {
        QFETCH(QString, model);
        Bench bench(model.toStdString());
        QCOMPARE(bench.open(), QByteArray());
        for (const Setting &setting : std::vector<Setting>(bench.description().settings)) {
            if (!isWritable(setting))
                continue;
            for (const Value value : edgesOf(setting)) {
                const QByteArray complaint = bench.complaint({{setting.id, value}});
                QVERIFY2(complaint.isEmpty(), QByteArray(setting.key.toUtf8() + " to " + QByteArray::number(value.raw) + ": " + complaint));
            }
        }
    }

    void theEqualizerIsHeldAtItsEdgesAndNeverLouder_data() { eachModel(); }
    void theEqualizerIsHeldAtItsEdgesAndNeverLouder()
    {
        QFETCH(QString, model);
        Bench bench(model.toStdString());
        QCOMPARE(bench.open(), QByteArray());
        if (!bench.description().equalizer)
            QSKIP("It has no equalizer.");
        QCOMPARE(bench.makeEditable(), QByteArray());
        for (std::size_t turn = 0; turn < 8; ++turn) {
            const QByteArray complaint = bench.complaint({}, edgeEqualizer(*bench.description().equalizer, bench.equalizer(), turn));
            QVERIFY2(complaint.isEmpty(), QByteArray("turn " + QByteArray::number(static_cast<int>(turn)) + ": " + complaint));
        }
    }

    void aCablePulledAtAnyWriteEndsClearlyAndNoLouder_data() { eachModel(); }
    void aCablePulledAtAnyWriteEndsClearlyAndNoLouder()
    {
        QFETCH(QString, model);
        for (std::size_t pulled = 1, finished = 0; finished == 0; pulled += kEveryWrite) {
            Bench bench(model.toStdString());
            QCOMPARE(bench.open(), QByteArray());
            QCOMPARE(bench.makeEditable(), QByteArray());
            const Change change = bench.muchElse();
            if (change.empty())
                QSKIP("Nothing of it can be written.");
            std::size_t writes = 0;
            bench.stand->beforeWrite([&](std::size_t) {
                if (++writes == pulled)
                    bench.stand->unplug();
            });
            bench.stand->mark();
            const auto outcome = applySafely(*bench.amp, bench.now, change);
            const std::vector<double> levels = bench.stand->levels();
            bench.stand->beforeWrite({});
            finished = writes < pulled ? 1 : 0;
            if (finished != 0) {
                QVERIFY2(outcome.has_value(), outcome ? QByteArray() : textOf(outcome.error()));
                break;
            }
            QVERIFY(!outcome && *outcome.error().sentence != '\0');
            QCOMPARE(outcome.error().code, Errc::Disconnected);
            bench.stand->plug();
            bench.stand->advance(5s);
            QCOMPARE(bench.open(), QByteArray());
            // As loud as it was, or as it would have become: whichever is louder.
            bench.stand->mark();
            const QByteArray completed = bench.complaint(change.values(), change.equalizer());
            QVERIFY2(completed.isEmpty() || completed.startsWith("reached"), completed);
            const double allowed = std::max(levels.front(), bench.stand->levels().back()) + kTolerance;
            QVERIFY2(std::ranges::max(levels) <= allowed, QByteArray("pulled at write " + QByteArray::number(static_cast<int>(pulled))));
        }
    }

    void badAnswersEndClearlyAndTheTruthIsReadAfterwards_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("way");
        const auto ways = badWays();
        for (const std::string &name : standNames()) {
            for (std::size_t way = 0; makeStand(name)->onAnswer({}) && way < ways.size(); ++way)
                QTest::addRow("%s: %s %zu", name.c_str(), ways[way].name, way) << QString::fromStdString(name) << static_cast<int>(way);
        }
    }
    void badAnswersEndClearlyAndTheTruthIsReadAfterwards()
    {
        QFETCH(QString, model);
        QFETCH(int, way);
        Bench bench(model.toStdString());
        QCOMPARE(bench.open(), QByteArray());
        QCOMPARE(bench.makeEditable(), QByteArray());
        const Change change = bench.muchElse();
        bench.stand->onAnswer(badWays()[static_cast<std::size_t>(way)].make());
        bench.stand->mark();
        const auto outcome = applySafely(*bench.amp, bench.now, change);
        const auto readThen = bench.amp->read();
        const std::vector<double> levels = bench.stand->levels();
        bench.stand->onAnswer({});
        QVERIFY(outcome || *outcome.error().sentence != '\0');
        QCOMPARE(bench.open(), QByteArray());
        // What was claimed in the middle of it was true.
        const Change left = change.against(bench.now);
        const bool tells = canTell(model, badWays()[static_cast<std::size_t>(way)]);
        if (outcome && tells)
            QVERIFY2(left.values().empty() && (!left.equalizer() || alike(left.equalizer(), bench.now.equalizer)), "it was told done, and is not");
        if (readThen && tells)
            QVERIFY2(saysNothingElse(*readThen, bench.now) && alike(readThen->equalizer, bench.now.equalizer), "it was told what was not so");
        bench.complaint(change.values(), change.equalizer());
        const double allowed = std::max(levels.front(), bench.stand->levels().back()) + kTolerance;
        QVERIFY2(std::ranges::max(levels) <= allowed, "louder on the way");
    }
};

QTEST_GUILESS_MAIN(ConformanceTest)
#include "conformance_test.moc"
