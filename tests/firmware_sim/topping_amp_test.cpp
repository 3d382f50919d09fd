// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "firmware_sim/boards/simulated_device.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <set>

using namespace gainstage;
using namespace gainstage::sim;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Bytes empty(16);

struct Bench {
    explicit Bench(std::string_view model, std::uint32_t seed = 1) : device(makeForeignAmp(model, "TEMPLATE", seed)), wire(device.connect()) {}
    void send(const char *hex) const { QVERIFY(wire->write(fromHex(hex))); }
    /// What comes within the time, without empty reports.
    std::vector<Bytes> heard(Duration duration = 100ms) const
    {
        std::vector<Bytes> all;
        const Deadline end = wire->clock().in(duration);
        for (auto report = wire->read(end); report; report = wire->read(end)) {
            if (*report != empty)
                all.push_back(*report);
            if (wire->clock().now() >= end)
                break;
        }
        return all;
    }
    QString lines(Duration duration = 100ms) const
    {
        QStringList lines;
        for (const Bytes &report : heard(duration))
            lines += QString::fromStdString(toHex(report));
        return lines.join(u'\n');
    }
    double setting(const char *key) const { return device.truth()["settings"_L1].toObject()[QLatin1String(key)].toDouble(); }

    mutable SimulatedDevice device;
    std::unique_ptr<Transport> wire;
};

std::vector<Bytes> withCommand(const std::vector<Bytes> &reports, std::uint8_t high, std::uint8_t low)
{
    std::vector<Bytes> found;
    std::ranges::copy_if(reports, std::back_inserter(found), [&](const Bytes &report) { return report[5] == high && report[6] == low; });
    return found;
}

} // namespace

class ToppingAmpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_idle_amp_sends_empty_reports()
    {
        for (const char *model : {"topping-dx5-ii", "topping-dx1-ii", "topping-d90-iii"}) {
            const Bench bench(model);
            const auto report = bench.wire->read(bench.wire->clock().in(400ms));
            QVERIFY(report && *report == empty);
        }
    }

    void a_frame_that_is_shifted_is_dropped()
    {
        const Bench bench("topping-d90-iii");
        bench.send("00 22 33 20 01 01 91 02 00 00 00 14 00 00 66 77");
        QCOMPARE(bench.lines(), u""_s);
        bench.send("22 33 20 01 01 91 02 00 00 03 e8 12 34 66 77 00"); // a wrong checksum
        QCOMPARE(bench.lines(), u""_s);
        bench.send("22 33 20 01 01 91 02 00 00 03 e8 00 00 66 77");
        QCOMPARE(bench.lines(), u"22 33 20 01 01 91 02 00 00 03 e8 c2 27 66 77 00"_s);
    }

    void dx5_power_needs_its_checksum_and_an_index_of_0()
    {
        const Bench bench("topping-dx5-ii");
        bench.send("22 33 20 01 00 71 01 00 00 00 00 00 00 66 77 00");
        bench.send("22 33 20 01 01 71 01 00 00 00 00 00 00 66 77 00");
        QCOMPARE(bench.setting("power"), 1.0);
        bench.send("22 33 20 01 00 71 01 00 00 00 00 dc 65 66 77 00");
        QCOMPARE(bench.setting("power"), 0.0);
        QVERIFY(std::isinf(bench.device.levels().back().decibels));
        bench.send("22 33 20 01 00 71 01 00 00 00 01 1c a4 66 77 00");
        QCOMPARE(bench.setting("power"), 1.0);
    }

    void dx5_steps_mean_what_the_step_setting_says()
    {
        const Bench bench("topping-dx5-ii");
        bench.send("22 33 20 01 01 71 02 00 00 00 39 00 00 66 77 00");
        QCOMPARE(bench.setting("volume"), -28.5);
        bench.device.act({{u"do"_s, u"set"_s}, {u"key"_s, u"volume-step"_s}, {u"value"_s, 1}});
        QCOMPARE(bench.setting("volume"), -29.0);
        bench.send("22 33 20 01 01 71 02 00 00 00 39 00 00 66 77 00");
        QCOMPARE(bench.setting("volume"), -57.0);
    }

    void dx5_tells_all_settings_in_records()
    {
        const Bench bench("topping-dx5-ii");
        bench.send("22 33 10 01 01 71 0c 00 00 00 00 00 00 66 77 00");
        const auto records = withCommand(bench.heard(60ms), 0x71, 0x0c);
        QCOMPARE(records.size(), std::size_t(52));
        for (std::size_t i = 0; i < records.size(); ++i)
            QCOMPARE(records[i][4], std::uint8_t(i));
        QCOMPARE(records[1][7], std::uint8_t(' ')); // the name, last character first
        QCOMPARE(records[1][10], std::uint8_t('D'));
        QCOMPARE(records[45][10], std::uint8_t(0x46));
    }

    void dx5_does_not_answer_other_questions()
    {
        const Bench bench("topping-dx5-ii");
        bench.send("22 33 10 01 01 91 02 00 00 00 00 00 00 66 77 00");
        QCOMPARE(bench.lines(10ms), u"22 33 10 01 01 91 02 00 00 00 00 7d 73 66 77 00"_s);
    }

    void dx5_streams_meters_while_the_heartbeat_is_fresh()
    {
        const Bench bench("topping-dx5-ii");
        QCOMPARE(bench.lines(1s), u""_s);
        bench.device.act({{u"do"_s, u"set"_s}, {u"key"_s, u"source"_s}, {u"value"_s, -60}});
        bench.send("22 33 20 01 01 71 34 00 00 00 01 00 00 66 77 00");
        const QString stream = bench.lines(1s);
        QVERIFY(stream.contains(u"22 33 20 02 00 71 30 ff c4 ff c4 87 69 66 77 00"_s));
        QVERIFY(stream.contains(u"22 33 20 08 00 71 31 c4 c4 c4 c4 2c ca 66 77 00"_s));
        QVERIFY(bench.heard(4s).size() > 150);
        bench.heard(3s);
        QCOMPARE(bench.lines(1s), u""_s);
    }

    void dx5_dump_may_come_twice()
    {
        std::set<std::size_t> sizes;
        for (std::uint32_t seed = 1; seed < 20; ++seed) {
            const Bench bench("topping-dx5-ii", seed);
            bench.send("22 33 20 01 01 91 01 00 00 00 05 00 00 66 77 00");
            bench.send("22 33 20 01 01 91 03 ff ff ff fc 00 00 66 77 00");
            bench.send("22 33 20 01 01 91 05 00 00 00 01 00 00 66 77 00");
            bench.send("22 33 20 01 01 12 06 00 00 00 00 00 00 66 77 00");
            const auto records = withCommand(bench.heard(200ms), 0x11, 0x06);
            QCOMPARE(toHex(records.at(8)), std::string("22 33 20 4e 08 11 06 00 fc 05 01 ac 16 66 77 00"));
            sizes.insert(records.size());
        }
        QCOMPARE(sizes, (std::set<std::size_t>{78, 156}));
    }

    void dx1_takes_most_questions_for_a_write()
    {
        const Bench bench("topping-dx1-ii");
        bench.send("22 33 20 01 01 75 00 00 00 00 01 00 00 66 77 00");
        QCOMPARE(bench.setting("gain"), 1.0);
        bench.send("22 33 10 01 01 79 00 00 00 00 00 00 00 66 77 00");
        bench.send("22 33 10 01 01 81 0a 00 00 00 00 00 00 66 77 00");
        QCOMPARE(bench.setting("gain"), 1.0);
        bench.send("22 33 10 01 01 75 00 00 00 00 00 00 00 66 77 00");
        QCOMPARE(bench.setting("gain"), 0.0);
    }

    void dx1_echoes_and_pushes_and_ticks()
    {
        const Bench bench("topping-dx1-ii");
        bench.send("22 33 20 0c 05 81 0a 00 00 02 1c 00 00 66 77 00");
        QCOMPARE(bench.setting("volume"), -45.0);
        const auto echoes = bench.heard(10ms);
        QCOMPARE(echoes.size(), std::size_t(1));
        QCOMPARE(toHex(echoes[0]).substr(0, 32), std::string("22 33 20 0c 05 81 0a 00 00 02 1c"));
        bench.device.act({{u"do"_s, u"set"_s}, {u"key"_s, u"volume"_s}, {u"value"_s, -9.5}});
        QVERIFY(bench.lines(10ms).startsWith(u"22 33 20 0c 05 81 0a 00 00 03 7f"_s));
        QCOMPARE(withCommand(bench.heard(3s), 0x11, 0x1a).size(), std::size_t(3));
        bench.send("22 33 20 0c 05 81 0a 00 00 02 1d 00 00 66 77 00"); // between two steps
        QCOMPARE(withCommand(bench.heard(10ms), 0x81, 0x0a).size(), std::size_t(0));
        QCOMPARE(bench.setting("volume"), -9.5);
    }

    void d90_knows_nothing_but_its_equalizer()
    {
        const Bench bench("topping-d90-iii");
        bench.send("22 33 10 01 01 71 0c 00 00 00 00 00 00 66 77 00");
        bench.send("22 33 20 01 01 71 02 00 00 00 39 00 00 66 77 00");
        bench.send("22 33 20 01 01 12 06 00 00 00 00 00 00 66 77 00");
        QCOMPARE(bench.lines(1s), u""_s);
        bench.send("22 33 20 01 01 9e 01 00 00 00 00 00 00 66 77 00");
        QVERIFY(bench.lines().startsWith(u"22 33 20 01 01 9e 01 00 00 00 00"_s));
    }

    void level_is_volume_gain_and_the_loudest_point()
    {
        const Bench bench("topping-dx5-ii");
        bench.send("22 33 20 01 01 71 02 00 00 00 28 00 00 66 77 00");
        QCOMPARE(bench.device.levels().back().decibels, -20.0);
        bench.send("22 33 20 01 01 71 17 00 00 00 01 00 00 66 77 00");
        QCOMPARE(bench.device.levels().back().decibels, -8.0);
        bench.send("22 33 20 01 01 71 05 00 00 00 05 00 00 66 77 00"); // high gain is for headphones
        QCOMPARE(bench.device.levels().back().decibels, -20.0);
        bench.send("22 33 20 01 01 91 03 00 00 00 3c 00 00 66 77 00");
        bench.send("22 33 20 01 01 91 05 00 00 00 01 00 00 66 77 00");
        QVERIFY(std::abs(bench.device.levels().back().decibels + 14.0) < 0.01);
        bench.send("22 33 20 01 01 9b 03 00 00 00 78 00 00 66 77 00"); // the eleventh band is not heard
        bench.send("22 33 20 01 01 9b 05 00 00 00 01 00 00 66 77 00");
        QVERIFY(std::abs(bench.device.levels().back().decibels + 14.0) < 0.01);
    }
};

QTEST_GUILESS_MAIN(ToppingAmpTest)
#include "topping_amp_test.moc"
