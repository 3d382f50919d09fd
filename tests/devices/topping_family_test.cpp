// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "devices/amp/ear_safe.h"
#include "devices/families/topping/topping_family.h"
#include "firmware_sim/boards/simulated_device.h"
#include "protocol/topping/frame.h"
#include "tests/support/outcome.h"

#include <QTest>

#include <random>
#include <set>

using namespace gainstage;
using namespace gainstage::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view dx5 = "topping-dx5-ii", dx1 = "topping-dx1-ii", d90 = "topping-d90-iii";

/// Registers that reset, update, or overwrite and recall what the user has stored.
const std::set<int> forbidden{0x710b, 0x712e, 0x7135, 0x7136, 0x7111, 0x7112, 0x7f00, 0x8106, 0x7700, 0x7800, 0x7133};
const std::set<int> dx1Reads{0x7100, 0x7900, 0x7d00, 0x810a, 0x810b, 0x810c, 0x810d, 0x810e, 0x810f, 0x8200, 0x8300, 0x8400, 0x1204, 0x1206, 0x1106};

/// What an amp must never be sent, by all tests together.
QStringList misdeeds;

int commandOf(const Bytes &report)
{
    return report.size() > 6 ? report[5] << 8 | report[6] : -1;
}

QString misdeedIn(const Bytes &report, std::string_view model)
{
    const QString text = QString::fromStdString(toHex(report));
    if (report.size() != 16 || !text.startsWith(u"22 33"_s) || !text.endsWith(u"66 77 00"_s))
        return u"no frame: "_s + text;
    if (forbidden.contains(commandOf(report)))
        return u"forbidden: "_s + text;
    const bool isRead = report[2] == 0x10;
    if (isRead && (model == d90 || (model == dx1 && !dx1Reads.contains(commandOf(report))) || (model == dx5 && commandOf(report) != 0x710c)))
        return u"not to be read: "_s + text;
    return {};
}

Port portOf(const sim::UsbFace &face)
{
    Port port;
    port.wire = Wire::Hid;
    port.path = u"/dev/hidraw7"_s;
    port.vendorId = face.vendorId;
    port.productId = face.productId;
    port.product = QString::fromStdString(face.product);
    port.reports = {false, {{std::uint8_t(0), 16}}, {{std::uint8_t(0), 16}}};
    port.usagePage = 1;
    return port;
}

/// One simulated amp, opened by the family.
class Bench {
public:
    explicit Bench(std::string_view model, std::uint32_t seed = 1) : device(sim::makeForeignAmp(model, "TEMPLATE", seed)), m_model(model) {}
    ~Bench()
    {
        for (const Bytes &report : device.written()) {
            if (const QString misdeed = misdeedIn(report, m_model); !misdeed.isEmpty())
                misdeeds += misdeed;
        }
    }
    Bench(const Bench &) = delete;
    Bench &operator=(const Bench &) = delete;

    Result<void> open()
    {
        auto opened = ToppingFamily().open(device.connect(), portOf(device.face()), nullptr);
        if (!opened)
            return std::unexpected(opened.error());
        amp = *std::move(opened);
        amp->onEvent([this](const Event &event) { events.push_back(event); });
        return {};
    }
    /// Opened, and read once.
    Bench &opened()
    {
        if (open())
            state = amp->read().value_or(State());
        return *this;
    }
    SettingId id(const char *key) const { return amp->description().find(QString::fromLatin1(key))->id; }
    std::optional<Value> value(const char *key) const { return state.value(id(key)); }
    Result<State> apply(const Change &change)
    {
        auto applied = amp->apply(change);
        state = applied.value_or(state);
        return applied;
    }
    Result<State> set(const char *key, std::int32_t raw)
    {
        const auto change = Change::of(amp->description(), {{id(key), {raw}}});
        return change ? apply(*change) : std::unexpected(change.error());
    }
    Result<State> set(const Equalizer &equalizer)
    {
        const auto change = Change::of(amp->description(), {}, equalizer);
        return change ? apply(*change) : std::unexpected(change.error());
    }
    void turn(const char *key, double value) { device.act({{u"do"_s, u"set"_s}, {u"key"_s, QString::fromLatin1(key)}, {u"value"_s, value}}); }
    void otherProgram(int command, int value) { device.act({{u"do"_s, u"register"_s}, {u"number"_s, command}, {u"value"_s, value}}); }
    double truth(const char *key) const { return device.truth()["settings"_L1].toObject()[QLatin1String(key)].toDouble(); }
    /// What was sent since the last call.
    QStringList sent()
    {
        QStringList lines;
        const auto all = device.written();
        for (; m_seen < all.size(); ++m_seen)
            lines += QString::fromStdString(toHex(all[m_seen]));
        return lines;
    }
    std::vector<State> told() const
    {
        std::vector<State> states;
        for (const Event &event : events) {
            if (const auto *changed = std::get_if<StateChanged>(&event))
                states.push_back(changed->state);
        }
        return states;
    }
    double loudestSinceMark() const { return std::ranges::max(device.levels(), {}, &sim::HeardLevel::decibels).decibels; }
    double levelNow() const { return device.levels().back().decibels; }

    mutable sim::SimulatedDevice device;
    std::unique_ptr<Amp> amp;
    State state;
    std::vector<Event> events;

private:
    std::string_view m_model;
    std::size_t m_seen = 0;
};

Equalizer flat()
{
    return {true, 0, std::vector<Band>(10, Band{FilterType::Peaking, 632, 0, 707, false})};
}

Equalizer withBand(std::size_t at, const Band &band, std::int32_t preamp = 0)
{
    Equalizer equalizer = flat();
    equalizer.preamp = preamp;
    equalizer.bands[at] = band;
    return equalizer;
}

Equalizer anyEqualizer(std::mt19937 &chance)
{
    const auto upTo = [&](int most) { return static_cast<std::int32_t>(chance() % static_cast<unsigned>(most + 1)); };
    Equalizer equalizer{upTo(3) > 0, -100 * upTo(12), {}};
    for (int i = 0; i < 10; ++i)
        equalizer.bands.push_back({static_cast<FilterType>(upTo(2)), 20 + upTo(15000), 10 * (upTo(240) - 120), 400 + upTo(2000), upTo(2) > 0});
    return equalizer;
}

/// All values of a choice; the edges of a range, their neighbours, and some in between.
std::vector<Value> valuesOf(const Setting &setting)
{
    std::vector<Value> values;
    if (const Choices *choices = setting.choices()) {
        for (const Choice &choice : choices->list)
            values.push_back(choice.value);
    } else if (const Range *range = setting.range()) {
        for (const int steps : {0, 1, 2, 41})
            values.insert(values.end(), {{range->min + steps * range->step}, {range->max - steps * range->step}});
    } else {
        values = {{1}, {0}};
    }
    return values;
}

} // namespace

class ToppingFamilyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QCOMPARE(std::exchange(misdeeds, {}).join(u'\n'), u""_s); }

    void only_three_product_strings_are_ours_data()
    {
        QTest::addColumn<QString>("product");
        QTest::addColumn<bool>("ours");
        for (const char *product : {"DX5II", "Topping DX5 II", "DX5 Ⅱ", "DX1II", "DX1 Ⅱ", "D90III Discrete", "D90 Ⅲ Discrete"})
            QTest::newRow(product) << QString::fromUtf8(product) << true;
        for (const char *product : {"", "E50 II", "D30 Pro", "D50s", "DX9", "D10s", "DX3 Pro+", "D900"})
            QTest::newRow(product) << QString::fromUtf8(product) << false;
    }
    void only_three_product_strings_are_ours()
    {
        QFETCH(QString, product);
        QFETCH(bool, ours);
        Bench bench(dx5);
        Port port = portOf(bench.device.face());
        port.product = product;
        QCOMPARE(ToppingFamily().matches(port), ours);
        if (!ours)
            QVERIFY(failedWith(Errc::Unsupported, ToppingFamily().open(bench.device.connect(), port, nullptr)));
        QVERIFY(bench.device.written().empty());
    }

    void neither_the_media_keys_nor_a_path_alone_are_tried()
    {
        Port port = portOf(Bench(dx5).device.face());
        port.usagePage = 0x0c;
        QVERIFY(!ToppingFamily().matches(port));
        QVERIFY(!ToppingFamily().mayTry(Wire::Hid));
    }

    void other_report_lengths_are_refused_before_anything_is_sent()
    {
        Bench bench(dx5);
        Port port = portOf(bench.device.face());
        port.reports.output[0] = 64;
        QVERIFY(failedWith(Errc::Unsupported, ToppingFamily().open(bench.device.connect(), port, nullptr)));
        QVERIFY(bench.device.written().empty());
    }

    void silence_and_nonsense_at_opening_name_the_port()
    {
        for (const std::string_view model : {dx5, dx1}) {
            Bench silent(model);
            silent.device.onAnswer([](const Bytes &) { return std::vector<Bytes>(); });
            const auto nothing = silent.open();
            QVERIFY(failedWith(Errc::Timeout, nothing));
            QCOMPARE(nothing.error().facts.at(0), std::string("/dev/hidraw7"));
            Bench strange(model);
            strange.device.onAnswer([](const Bytes &answer) { return std::vector<Bytes>{Bytes(answer.begin(), answer.begin() + 9)}; });
            const auto nonsense = strange.open();
            QVERIFY(failedWith(Errc::BadFrame, nonsense));
            QCOMPARE(nonsense.error().facts.at(0), std::string("/dev/hidraw7"));
        }
    }

    void dx5_describes_and_reads_itself()
    {
        Bench bench(dx5);
        bench.opened();
        const Description &amp = bench.amp->description();
        QCOMPARE(amp.identity.model, u"DX5 II"_s);
        QCOMPARE(amp.identity.firmware, u"2.46"_s);
        QCOMPARE(amp.identity.serialNumber, u""_s);
        QCOMPARE(amp.find(Role::Volume)->range()->step, 50);
        QVERIFY(!amp.find(Role::Volume)->flags.silentFloor);
        QVERIFY(amp.find(Role::Mute)->flags.readOnly && amp.find(Role::Balance)->flags.readOnly);
        for (const Choice &choice : amp.find(Role::Gain)->choices()->list)
            QVERIFY(!choice.adds);
        QCOMPARE(bench.value("volume"), Value{-4000});
        QCOMPARE(bench.value("output"), Value{3});
        QCOMPARE(bench.value("filter"), Value{1});
        QCOMPARE(bench.state.values.size(), amp.settings.size());
        QCOMPARE(bench.state.input, (InputState{{0}, true, 48000}));
        QVERIFY(bench.state.equalizer && !bench.state.equalizer->on);
        QVERIFY(failedWith(Errc::Unsupported, bench.amp->store()));
        QVERIFY(failedWith(Errc::Unsupported, bench.amp->identify(1s)));
    }

    void golden_frames_go_out_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("raw");
        QTest::addColumn<QString>("frame");
        const auto row = [](const char *key, int raw, const char *frame) {
            QTest::addRow("%s %d", key, raw) << QByteArray(key) << raw << QString::fromLatin1(frame).toLower();
        };
        row("volume", -2850, "22 33 20 01 01 71 02 00 00 00 39 00 00 66 77 00");
        row("gain", 1, "22 33 20 01 01 71 17 00 00 00 01 00 00 66 77 00");
        row("filter", 3, "22 33 20 01 01 71 0D 00 00 00 02 00 00 66 77 00");
        row("output", 3, "22 33 20 01 01 71 05 00 00 00 03 00 00 66 77 00");
    }
    void golden_frames_go_out()
    {
        QFETCH(QByteArray, key);
        QFETCH(int, raw);
        QFETCH(QString, frame);
        const QString beat = u"22 33 20 01 01 71 34 00 00 00 01 00 00 66 77 00"_s;
        Bench bench(dx5);
        bench.opened().sent();
        QVERIFY(bench.set(key.constData(), raw));
        QCOMPARE(bench.sent().mid(0, 4).join(u'\n'),
                 QStringList({beat, frame, beat, u"22 33 10 01 01 71 0c 00 00 00 00 00 00 66 77 00"_s}).join(u'\n'));
    }

    void golden_frames_go_out_without_a_report_id()
    {
        Bench bench(dx1);
        bench.opened().sent();
        QVERIFY(bench.set("volume", -4500));
        QCOMPARE(bench.sent().at(0), u"22 33 20 0c 05 81 0a 00 00 02 1c 00 00 66 77 00"_s);
        QVERIFY(bench.set("mute", 1));
        QCOMPARE(bench.sent().filter(u" 0c 07 "_s).join(u'\n'), u"22 33 20 0c 07 81 0a 00 00 00 01 00 00 66 77 00"_s);
        QVERIFY(bench.set("eq-slot", 1));
        QVERIFY(bench.sent().contains(u"22 33 20 01 01 11 0e 00 00 00 01 00 00 66 77 00"_s));
        QVERIFY(bench.set("eq-slot", -1));
        QVERIFY(bench.sent().contains(u"22 33 20 01 01 11 0e ff ff ff ff 00 00 66 77 00"_s));
    }

    void a_band_goes_out_in_golden_frames()
    {
        Bench bench(dx5);
        bench.opened();
        QVERIFY(bench.set(flat()));
        bench.sent();
        QVERIFY(bench.set(withBand(0, {FilterType::LowShelf, 200, 600, 710, true})));
        const QStringList sent = bench.sent();
        for (const QString &frame :
             {u"91 01 00 00 00 04"_s, u"91 02 00 00 00 c8"_s, u"91 03 00 00 00 3c"_s, u"91 05 00 00 00 01"_s, u"91 06 00 00 00 04"_s})
            QCOMPARE(sent.filter(u"22 33 20 01 01 "_s + frame).size(), 1);
    }

    void each_setting_reads_back_over_its_range_data()
    {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<bool>("wholeDecibels");
        QTest::newRow("DX5 II") << QByteArray(dx5.data()) << false;
        QTest::newRow("DX5 II in whole decibels") << QByteArray(dx5.data()) << true;
        QTest::newRow("DX1 II") << QByteArray(dx1.data()) << false;
    }
    void each_setting_reads_back_over_its_range()
    {
        QFETCH(QByteArray, model);
        QFETCH(bool, wholeDecibels);
        Bench bench(model.toStdString() == dx5 ? dx5 : dx1);
        if (wholeDecibels)
            bench.turn("volume-step", 1);
        bench.opened();
        for (const Setting &setting : bench.amp->description().settings) {
            if (setting.flags.readOnly)
                continue;
            for (const Value value : valuesOf(setting)) {
                const QByteArray key = setting.key.toLatin1();
                QVERIFY2(bench.set(key.constData(), value.raw), key.constData());
                QCOMPARE(bench.value(key.constData()), value);
            }
        }
        QCOMPARE(bench.truth("volume"), bench.value("volume")->raw / 100.0);
        QVERIFY(failedWith(Errc::OutOfRange, bench.set("volume", 100)));
        QVERIFY(failedWith(Errc::OutOfRange, bench.set("volume", -9950)));
    }

    void each_band_reads_back_at_its_edges_data()
    {
        QTest::addColumn<QByteArray>("model");
        for (const std::string_view model : {dx5, dx1, d90})
            QTest::newRow(model.data()) << QByteArray(model.data());
    }
    void each_band_reads_back_at_its_edges()
    {
        QFETCH(QByteArray, model);
        const std::string name = model.toStdString();
        Bench bench(name == dx5 ? dx5 : name == dx1 ? dx1 : d90);
        bench.opened();
        for (std::size_t i = 0; i < 10; ++i) {
            for (const Equalizer &wanted :
                 {withBand(i, {FilterType::HighShelf, 20, -1200, 100, true}, -3000), withBand(i, {FilterType::Peaking, 20000, 1200, 20000, true}, -1),
                  withBand(i, {FilterType::LowShelf, 1000, 10, 707, false})}) {
                QVERIFY(bench.set(wanted));
                QCOMPARE(bench.state.equalizer, wanted);
            }
        }
        Equalizer off = withBand(3, {FilterType::Peaking, 500, 300, 1000, true}, -450);
        off.on = false;
        QVERIFY(bench.set(off));
        QCOMPARE(bench.state.equalizer, off);
        QCOMPARE(bench.amp->read()->equalizer, off);
        QVERIFY(std::abs(bench.levelNow() - (bench.truth("volume"))) < 1e-9);
        off.on = true;
        QVERIFY(bench.set(off));
        QCOMPARE(bench.state.equalizer, off);
    }

    void a_slider_of_a_band_sends_only_its_number()
    {
        Bench bench(dx5);
        bench.opened();
        QVERIFY(bench.set(withBand(2, {FilterType::Peaking, 1000, 100, 1000, true}, -600)));
        bench.sent();
        QVERIFY(bench.set(withBand(2, {FilterType::Peaking, 1000, 200, 1000, true}, -600)));
        QCOMPARE(bench.sent().filter(u"22 33 20 01 01 9"_s).join(u'\n'),
                 u"22 33 20 01 01 93 03 00 00 00 14 00 00 66 77 00\n22 33 20 01 01 93 08 00 00 00 14 00 00 66 77 00"_s);
    }

    void the_eleventh_band_is_switched_off()
    {
        Bench bench(dx5);
        bench.otherProgram(0x9b05, 1);
        bench.opened();
        QVERIFY(bench.set(flat()));
        QVERIFY(bench.sent().contains(u"22 33 20 01 01 9b 05 00 00 00 00 00 00 66 77 00"_s));
    }

    void channels_that_differ_are_not_told_as_one()
    {
        Bench bench(dx5);
        bench.otherProgram(0x9103, 60);
        bench.opened();
        QVERIFY(!bench.state.equalizer);
        QVERIFY(bench.set(flat()));
        QCOMPARE(bench.state.equalizer, flat());
        bench.otherProgram(0x9101, 2); // a type whose meaning is in dispute
        QVERIFY(!bench.amp->read()->equalizer);
    }

    void a_volume_whose_steps_were_changed_is_not_touched()
    {
        Bench bench(dx5);
        bench.turn("volume-step", 1);
        bench.opened();
        QCOMPARE(bench.amp->description().find(Role::Volume)->range()->step, 100);
        bench.otherProgram(0x711e, 0); // without a word to us
        bench.device.advance(2s);
        bench.sent();
        QVERIFY(failedWith(Errc::OutOfRange, bench.set("volume", -2000)));
        QVERIFY(bench.sent().filter(u"71 02"_s).isEmpty());
        QCOMPARE(bench.truth("volume"), -40.0);
        QVERIFY(!bench.amp->read()->value(bench.id("volume")));
        QVERIFY(bench.set("brightness", 2));
    }

    void a_knob_turned_at_the_amp_becomes_an_event()
    {
        for (const std::string_view model : {dx5, dx1}) {
            Bench bench(model);
            bench.opened();
            bench.turn("volume", -35);
            QVERIFY(bench.amp->listen(bench.device.clock().in(2s)));
            const auto told = bench.told();
            QCOMPARE(told.size(), std::size_t(1));
            QCOMPARE(told[0].value(bench.id("volume")), Value{-3500});
            QVERIFY(told[0].revision > bench.state.revision);
            QVERIFY(bench.amp->listen(bench.device.clock().in(5s))); // ticks and meters are no events
            QCOMPARE(bench.told().size(), std::size_t(1));
        }
    }

    void meters_come_as_long_as_they_are_asked_for()
    {
        Bench bench(dx5);
        bench.opened();
        bench.turn("source", -12);
        const auto now = bench.amp->meters();
        QVERIFY(now);
        QCOMPARE(now->level, (std::vector<DbfsLevel>{{-12.0}, {-12.0}}));
        QVERIFY(bench.amp->meterEvery(500ms));
        QVERIFY(bench.amp->listen(bench.device.clock().in(20s)));
        QVERIFY(bench.events.size() >= 30 && bench.events.size() <= 41);
        QVERIFY(bench.amp->meterEvery(0ms));
        QVERIFY(bench.amp->listen(bench.device.clock().in(10s)));
        bench.events.clear();
        bench.sent();
        QVERIFY(bench.amp->listen(bench.device.clock().in(10s)));
        QVERIFY(bench.events.empty() && bench.sent().isEmpty());
        Bench none(dx1);
        QVERIFY(failedWith(Errc::Unsupported, none.opened().amp->meters()));
    }

    void a_flood_of_meters_does_not_disturb_a_reading()
    {
        Bench bench(dx5);
        bench.opened();
        const Bytes meter = fromHex("22 33 20 02 00 71 30 FF C4 FF C4 87 69 66 77 00");
        bench.device.onAnswer([meter](const Bytes &answer) { return std::vector<Bytes>{meter, meter, answer, meter, Bytes(16)}; });
        const auto read = bench.amp->read();
        QVERIFY(read);
        QCOMPARE(read->revision, bench.state.revision);
        QVERIFY(bench.set("volume", -5000));
        QCOMPARE(bench.value("volume"), Value{-5000});
    }

    void a_dump_that_comes_twice_is_no_old_answer_to_the_next_question()
    {
        for (std::uint32_t seed = 1; seed <= 8; ++seed) {
            for (const std::string_view model : {dx5, dx1}) {
                Bench bench(model, seed);
                bench.opened();
                for (const int gain : {100, -300, 700}) {
                    const Equalizer wanted = withBand(9, {FilterType::Peaking, 3000, gain, 1000, true});
                    QVERIFY(bench.set(wanted));
                    QCOMPARE(bench.state.equalizer, wanted);
                }
            }
        }
    }

    void lost_repeated_and_spoiled_reports_are_got_over()
    {
        for (const std::string_view model : {dx5, dx1}) {
            Bench bench(model);
            bench.opened();
            for (const int fault : {0, 1, 2, 3}) {
                int count = 0;
                bench.device.onAnswer([&count, fault](const Bytes &answer) -> std::vector<Bytes> {
                    if (fault == 1)
                        return {answer, answer};
                    if (++count != 7)
                        return {answer};
                    Bytes spoiled = answer;
                    spoiled[10] ^= 1U;
                    return fault == 0   ? std::vector<Bytes>()
                           : fault == 2 ? std::vector<Bytes>{spoiled}
                                        : std::vector<Bytes>{Bytes(answer.begin(), answer.end() - 1)};
                });
                const auto read = bench.amp->read();
                QVERIFY(read);
                QCOMPARE(read->values, bench.state.values);
                QCOMPARE(read->equalizer, bench.state.equalizer);
            }
        }
    }

    void an_amp_that_answers_wrongly_is_told_and_changes_nothing()
    {
        Bench bench(dx5);
        bench.opened();
        bench.device.onAnswer([](const Bytes &answer) {
            Bytes other = answer;
            other[6] ^= 1U; // another command: the checksum is wrong as well
            return std::vector<Bytes>{other};
        });
        QVERIFY(failedWith(Errc::BadFrame, bench.amp->read()));
        bench.device.onAnswer([](const Bytes &) { return std::vector<Bytes>(); });
        QVERIFY(failedWith(Errc::Timeout, bench.amp->read()));
        bench.device.onAnswer({});
        QCOMPARE(bench.amp->read()->values, bench.state.values);
    }

    void unplugged_at_any_write_it_says_so()
    {
        for (const std::string_view model : {dx5, dx1, d90}) {
            for (const std::size_t at : {std::size_t(1), std::size_t(2), std::size_t(3), std::size_t(9)}) {
                Bench bench(model);
                bench.opened();
                std::size_t writes = 0;
                bench.device.beforeWrite([&](std::size_t) {
                    if (++writes == at)
                        bench.device.unplug();
                });
                QVERIFY(failedWith(Errc::Disconnected, bench.set(withBand(0, {FilterType::Peaking, 100, 600, 500, true}, -600))));
                QVERIFY(failedWith(Errc::Disconnected, bench.amp->listen(bench.device.clock().in(1s))));
            }
        }
    }

    void unplugged_in_the_middle_of_an_answer_it_says_so()
    {
        for (const std::string_view model : {dx5, dx1}) {
            Bench bench(model);
            bench.opened();
            std::size_t left = 20;
            bench.device.onAnswer([&](const Bytes &answer) { return left > 0 && --left > 0 ? std::vector<Bytes>{answer} : std::vector<Bytes>(); });
            bench.device.beforeWrite([&, writes = 0](std::size_t) mutable {
                if (++writes == 2) // asks again
                    bench.device.unplug();
            });
            QVERIFY(!bench.amp->read());
        }
    }

    void dx1_does_not_know_what_it_cannot_ask()
    {
        Bench bench(dx1);
        bench.opened();
        for (const char *key : {"gain", "filter", "brightness", "input"})
            QVERIFY(!bench.value(key));
        QCOMPARE(bench.value("volume"), Value{-4000});
        QCOMPARE(bench.value("auto-standby"), Value{1});
        QCOMPARE(bench.value("eq-slot"), Value{-1});
        bench.turn("gain", 1);
        QVERIFY(bench.amp->listen(bench.device.clock().in(2s)));
        QCOMPARE(bench.told().at(0).value(bench.id("gain")), Value{1});
        QVERIFY(bench.set("brightness", 3));
        QCOMPARE(bench.value("brightness"), Value{3});
        QVERIFY(!bench.value("input"));
        QCOMPARE(bench.truth("gain"), 1.0); // no question has reset it
    }

    void dx1_tells_a_half_decibel_as_it_is()
    {
        Bench bench(dx1);
        bench.turn("volume", -9.5);
        QCOMPARE(bench.opened().value("volume"), Value{-950});
        QVERIFY(failedWith(Errc::OutOfRange, bench.set("volume", -950)));
    }

    void dx1_has_the_equalizer_of_the_slot_that_is_chosen()
    {
        Bench bench(dx1);
        bench.opened();
        const Equalizer first = withBand(0, {FilterType::Peaking, 100, 300, 1000, true});
        const Equalizer second = withBand(0, {FilterType::Peaking, 200, -300, 1000, true});
        QVERIFY(bench.set("eq-slot", 0));
        QVERIFY(bench.set(first));
        QVERIFY(bench.set("eq-slot", 2));
        QVERIFY(bench.state.equalizer != first);
        QVERIFY(bench.set(second));
        QVERIFY(bench.set("eq-slot", 0));
        QCOMPARE(bench.state.equalizer, first);
        QVERIFY(bench.set("eq-slot", -1));
        QVERIFY(bench.state.equalizer && !bench.state.equalizer->on);
    }

    void a_write_that_is_not_repeated_is_sent_once_more_and_then_not_believed()
    {
        Bench bench(dx1);
        bench.opened();
        int lost = 1;
        bench.device.onAnswer(
            [&](const Bytes &answer) { return commandOf(answer) == 0x7500 && lost-- > 0 ? std::vector<Bytes>() : std::vector<Bytes>{answer}; });
        bench.sent();
        QVERIFY(bench.set("gain", 1));
        QCOMPARE(bench.sent().filter(u"01 01 75 00"_s).size(), 2);
        QCOMPARE(bench.value("gain"), Value{1});
        lost = 1000;
        QVERIFY(bench.set("gain", 0)); // what it holds is read, and is not known
        QVERIFY(!bench.value("gain"));
        const auto change = Change::of(bench.amp->description(), {{bench.id("gain"), {1}}});
        QVERIFY(failedWith(Errc::NotVerified, applySafely(*bench.amp, bench.state, *change)));
    }

    void d90_knows_only_what_it_has_repeated()
    {
        Bench bench(d90);
        bench.opened();
        QVERIFY(bench.amp->description().settings.empty());
        QVERIFY(!bench.state.equalizer);
        QVERIFY(bench.sent().isEmpty());
        const Equalizer wanted = withBand(0, {FilterType::Peaking, 1000, 300, 1000, true}, -300);
        QVERIFY(bench.set(wanted));
        QCOMPARE(bench.state.equalizer, wanted);
        QVERIFY(bench.sent().contains(u"22 33 20 01 01 91 02 00 00 03 e8 00 00 66 77 00"_s));
        bench.otherProgram(0x9103, 0);
        bench.otherProgram(0x9108, 0);
        QVERIFY(bench.amp->listen(bench.device.clock().in(1s)));
        QCOMPARE(bench.told().back().equalizer->bands[0].gain, 0);
        bench.device.onAnswer([](const Bytes &) { return std::vector<Bytes>(); });
        QVERIFY(bench.set(flat()));
        QVERIFY(!bench.state.equalizer);
    }

    void no_moment_of_an_equalizers_way_is_louder_than_its_ends_data() { each_band_reads_back_at_its_edges_data(); }
    void no_moment_of_an_equalizers_way_is_louder_than_its_ends()
    {
        QFETCH(QByteArray, model);
        const std::string name = model.toStdString();
        Bench bench(name == dx5 ? dx5 : name == dx1 ? dx1 : d90);
        bench.opened();
        std::mt19937 chance(7);
        for (int i = 0; i < 40; ++i) {
            Equalizer wanted = anyEqualizer(chance);
            if (i % 2 == 1) { // two numbers of what is there
                wanted = bench.state.equalizer.value_or(wanted);
                Band &band = wanted.bands[chance() % 10];
                band.frequency = 20 + static_cast<std::int32_t>(chance() % 10000);
                band.gain = -band.gain;
            }
            bench.device.mark();
            const double before = bench.levelNow();
            QVERIFY(bench.set(wanted));
            QCOMPARE(bench.state.equalizer, wanted);
            QVERIFY2(bench.loudestSinceMark() <= std::max(before, bench.levelNow()) + 0.02, qPrintable(QString::number(i)));
        }
    }

    void no_moment_of_a_safe_change_is_louder_than_its_ends()
    {
        for (const std::string_view model : {dx5, dx1}) {
            Bench bench(model);
            bench.opened();
            if (model == dx1)
                QVERIFY(bench.set("gain", 0));
            for (const auto &[key, raw] : {std::pair("gain", 1), std::pair("input", 1), std::pair("volume", -2000), std::pair("gain", 0)}) {
                const auto change = Change::of(bench.amp->description(), {{bench.id(key), {raw}}});
                bench.device.mark();
                const double before = bench.levelNow();
                const auto done = applySafely(*bench.amp, bench.state, *change);
                QVERIFY2(done, done ? "" : done.error().sentence);
                bench.state = *done;
                QCOMPARE(bench.value(key), Value{raw});
                QVERIFY(bench.loudestSinceMark() <= std::max(before, bench.levelNow()) + 0.001);
            }
            QCOMPARE(bench.truth("volume"), -20.0);
        }
    }
};

QTEST_GUILESS_MAIN(ToppingFamilyTest)
#include "topping_family_test.moc"
