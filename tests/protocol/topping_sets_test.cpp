// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "protocol/topping/equalizer_dump.h"
#include "protocol/topping/output_block.h"
#include "protocol/topping/settings.h"
#include "tests/support/outcome.h"

#include <QTest>

using namespace gainstage;
using namespace gainstage::topping;
using namespace gainstage::test;

namespace {

using Values = std::vector<std::int32_t>;

/// Four characters as an amp has them in one value.
std::int32_t word(const char *four)
{
    std::uint32_t value = 0;
    for (unsigned i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(four[i])) << 8U * i;
    return static_cast<std::int32_t>(value);
}

Frame part(std::uint16_t command, std::uint8_t count, std::uint8_t index, std::int32_t value)
{
    return {Kind::Write, count, index, command, value};
}

Frame dumpPart(std::uint8_t index, std::int32_t value)
{
    return part(0x1106, kDumpRecords, index, value);
}

Values dumpValues()
{
    Values values(kDumpRecords, 0);
    values[0] = word("devc");
    values[1] = word("onfi");
    values[2] = word("g6\0\0");
    values[3] = 11;
    values[4] = 1;
    values[5] = 0x016a77c4;
    values[7] = 1 << 25;
    for (std::size_t band = 0; band < 2 * kDumpBands; ++band) {
        values[8 + 3 * band] = 0x0100;
        values[9 + 3 * band] = 632;
        values[10 + 3 * band] = 7070;
    }
    values[8] = 0x00fc0501;
    values[41 + 3 * 10] = 0x007f0200;
    return values;
}

Values settingsValues(std::size_t count)
{
    Values values(count, 0);
    values[0] = 1;
    values[1] = word("DX5 ");
    values[2] = word("II\0\0");
    values[9] = 57;
    values[11] = 2;
    values[12] = 4;
    values[13] = 1;
    values[17] = -15;
    values[18] = 7;
    values[19] = 1;
    values[25] = 2;
    values[27] = 4;
    values[44] = 44;
    values[45] = 0x239;
    values[46] = 0x246;
    values[47] = 0x101;
    for (std::size_t record = dx5::kLeastRecords; record < count; ++record)
        values[record] = static_cast<std::int32_t>(record);
    return values;
}

/// What comes out when all parts arrive in order.
std::optional<Values> gathered(Gathering &gathering, std::uint16_t command, std::uint8_t first, const Values &values)
{
    std::optional<Values> outcome;
    for (std::size_t i = 0; i < values.size() && !outcome; ++i)
        outcome = gathering.take(part(command, static_cast<std::uint8_t>(values.size()), static_cast<std::uint8_t>(first + i), values[i]));
    return outcome;
}

Result<dx5::Settings> settingsWith(std::size_t record, std::int32_t value)
{
    Values values = settingsValues(48);
    values[record] = value;
    return dx5::decodeSettings(values);
}

} // namespace

class ToppingSetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_dump_tells_both_channels()
    {
        Gathering gathering = dumpGathering();
        const auto values = gathered(gathering, 0x1106, 0, dumpValues());
        QVERIFY(values);
        const auto dump = decodeDump(*values);
        QVERIFY(dump);
        QCOMPARE(dump->name, std::string("devconfig6"));
        QVERIFY(dump->left.preampOn && !dump->right.preampOn);
        QCOMPARE(dump->left.preampFactorQ25, 0x016a77c4);
        QCOMPARE(dump->right.preampFactorQ25, 1 << 25);
        QVERIFY(dump->left.bands[0] == (DumpBand{true, FilterType::HighShelf, -4, 632, 7070}));
        QVERIFY(dump->left.bands[10] == (DumpBand{false, FilterType::Peak, 0, 632, 7070}));
        QVERIFY(dump->right.bands[10] == (DumpBand{false, std::nullopt, 127, 632, 7070}));
    }

    void a_dump_sent_twice_begins_anew()
    {
        Gathering gathering = dumpGathering();
        for (std::uint8_t i = 0; i < 40; ++i)
            QVERIFY(!gathering.take(dumpPart(i, 99)));
        QVERIFY(gathered(gathering, 0x1106, 0, dumpValues()) == dumpValues());
        QVERIFY(gathered(gathering, 0x1106, 0, dumpValues()) == dumpValues());
    }

    void a_dump_with_a_gap_is_none()
    {
        Gathering gathering = dumpGathering();
        for (std::uint8_t i = 0; i < kDumpRecords; ++i) {
            if (i != 20)
                QVERIFY(!gathering.take(dumpPart(i, 0)));
        }
        for (std::uint8_t i = 0; i < kDumpRecords - 1; ++i)
            QVERIFY(!gathering.take(dumpPart(i, 0)));
        QVERIFY(!gathering.take(dumpPart(kDumpRecords - 2, 0))); // twice
        QVERIFY(!gathering.take(dumpPart(kDumpRecords - 1, 0)));
    }

    void what_stands_between_the_parts_does_no_harm()
    {
        Gathering gathering = dumpGathering();
        std::optional<Values> outcome;
        for (std::uint8_t i = 0; i < kDumpRecords; ++i) {
            QVERIFY(!gathering.take(part(0x7130, 2, 0, 0)));
            QVERIFY(!gathering.take({Kind::ReadRequest, kDumpRecords, 0, 0x1106, 0}));
            outcome = gathering.take(dumpPart(i, dumpValues()[i]));
        }
        QVERIFY(outcome == dumpValues());
    }

    void another_count_is_another_message()
    {
        Gathering gathering = dumpGathering();
        QVERIFY(!gathering.take(part(0x1106, 1, 0, 0)));
        QVERIFY(!gathering.take(dumpPart(0, 0)));
        QVERIFY(!gathering.take(part(0x1106, 77, 1, 0)));
        for (std::uint8_t i = 1; i < kDumpRecords; ++i)
            QVERIFY(!gathering.take(dumpPart(i, 0)));
    }

    void bad_dumps_are_refused()
    {
        const std::vector<std::pair<std::size_t, std::int32_t>> faults{{4, 2},  {5, -1},    {6, -1},  {8, 0x0102}, {8, 0x01000100},
                                                                       {9, -1}, {9, 65536}, {10, -1}, {41, 2}};
        for (const auto &[record, value] : faults) {
            Values values = dumpValues();
            values[record] = value;
            QVERIFY2(failedWith(Errc::BadFrame, decodeDump(values)), std::to_string(record).c_str());
        }
        Values unprintable = dumpValues();
        unprintable[1] = 0x07070707;
        QVERIFY(failedWith(Errc::BadFrame, decodeDump(unprintable)));
        QVERIFY(failedWith(Errc::BadFrame, decodeDump(Values(77, 0))));
        QVERIFY(failedWith(Errc::BadFrame, decodeDump({})));
    }

    void requests_for_a_dump_differ_by_model()
    {
        QCOMPARE(toHex(dumpRequest(Model::Dx5Ii).value_or(Bytes())), toHex(fromHex("22 33 20 01 01 12 06 00 00 00 00 00 00 66 77 00")));
        QCOMPARE(toHex(dumpRequest(Model::Dx1Ii).value_or(Bytes())), toHex(fromHex("00 22 33 10 01 01 11 06 00 00 00 00 00 00 66 77")));
    }

    void settings_of_old_and_new_firmware()
    {
        for (const std::size_t count : {48, 52}) {
            Gathering gathering = dx5::settingsGathering();
            const auto values = gathered(gathering, 0x710c, 0, settingsValues(count));
            QVERIFY(values && values->size() == count);
            const auto settings = dx5::decodeSettings(*values);
            QVERIFY(settings);
            QCOMPARE(settings->name, std::string("DX5 II"));
            QVERIFY(settings->powered && settings->highGain && !settings->muted);
            QCOMPARE(settings->levelDeciDecibels, -285);
            QCOMPARE(settings->input, dx5::Source::Coaxial);
            QCOMPARE(settings->output, dx5::Sink::HeadphoneBalanced);
            QCOMPARE(settings->balanceDeciDecibels, -15);
            QCOMPARE(settings->filter, 8);
            QCOMPARE(settings->brightness, dx5::Brightness::High);
            QVERIFY(settings->sampleRate == (dx5::SampleRate{96000, false}));
            QVERIFY((settings->firmware == std::array<dx5::Version, 2>{{{2, 39}, {2, 46}}}));
            QVERIFY(settings->otherRevision == (dx5::Version{1, 1}));
            QCOMPARE(settings->further.lineMode, 1);
            QCOMPARE(settings->further.crossfeedMasks[1], 44);
            QCOMPARE(settings->further.autoScreenOff.has_value(), count == 52);
            QCOMPARE(settings->further.knobDoubleFunction.value_or(51), 51);
        }
    }

    void a_level_is_reckoned_with_the_step_of_the_settings()
    {
        const auto settings = settingsWith(32, 1);
        QVERIFY(settings && settings->levelDeciDecibels == -570);
    }

    void bad_settings_are_refused()
    {
        const std::vector<std::pair<std::size_t, std::int32_t>> faults{{0, 2},   {1, 0x01010101}, {9, -1},  {9, 199},    {10, -1},    {11, 4},
                                                                       {12, 7},  {13, 2},         {17, 96}, {17, 3},     {18, 8},     {25, 3},
                                                                       {27, 17}, {27, -1},        {32, 2},  {45, 0x2a0}, {46, 0x00f}, {47, 0xa00}};
        for (const auto &[record, value] : faults)
            QVERIFY2(failedWith(Errc::BadFrame, settingsWith(record, value)), std::to_string(record).c_str());
        QVERIFY(failedWith(Errc::BadFrame, dx5::decodeSettings(Values(47, 0))));
        Gathering gathering = dx5::settingsGathering();
        QVERIFY(!gathered(gathering, 0x710c, 0, Values(47, 0)));
    }

    void versions_and_rates()
    {
        QVERIFY(dx5::decodeVersion(569).value_or(dx5::Version{}) == (dx5::Version{2, 39}));
        QVERIFY(dx5::decodeSampleRate(0).value_or(dx5::SampleRate{1, true}) == (dx5::SampleRate{0, false}));
        QVERIFY(dx5::decodeSampleRate(11).value_or(dx5::SampleRate{}) == (dx5::SampleRate{2822400, true}));
        QVERIFY(dx5::decodeSampleRate(16).value_or(dx5::SampleRate{}) == (dx5::SampleRate{49152000, true}));
        QVERIFY(dx5::decodeSampleRate(8000).value_or(dx5::SampleRate{}) == (dx5::SampleRate{8000, false}));
        QVERIFY(dx5::decodeSampleRate(768001).value_or(dx5::SampleRate{}) == (dx5::SampleRate{768001, true}));
        QVERIFY(failedWith(Errc::BadFrame, dx5::decodeSampleRate(7999)));
    }

    void output_block()
    {
        Gathering gathering = outputBlockGathering();
        const Values sent{3, 0b1001'0110, 540, 890, 690, 935, 2, 8, 9, 10, 11, 12};
        const auto values = gathered(gathering, 0x810a, 1, sent);
        QVERIFY(values == sent);
        const auto block = decodeOutputBlock(*values);
        QVERIFY(block);
        QVERIFY(*block == (OutputBlock{.version = 3,
                                       .line = false,
                                       .headphone = true,
                                       .opticalEnabled = true,
                                       .volumesLinked = true,
                                       .equalizerRoute = EqualizerRoute::Both,
                                       .headphoneDeciDecibels = -450,
                                       .lineDeciDecibels = -100,
                                       .commonDeciDecibels = -300,
                                       .opticalDeciDecibels = -55,
                                       .analogMuted = false,
                                       .opticalMuted = true}));
    }

    void bad_output_blocks_are_refused()
    {
        const Values good(12, 0);
        for (const auto &[field, value] :
             std::initializer_list<std::pair<std::size_t, std::int32_t>>{{1, 0xc0}, {2, 991}, {3, -1}, {4, 1000}, {5, 991}}) {
            Values bad = good;
            bad[field] = value;
            QVERIFY2(failedWith(Errc::BadFrame, decodeOutputBlock(bad)), std::to_string(field).c_str());
        }
        QVERIFY(decodeOutputBlock(good));
        QVERIFY(failedWith(Errc::BadFrame, decodeOutputBlock(Values(11, 0))));
    }
};

QTEST_APPLESS_MAIN(ToppingSetsTest)
#include "topping_sets_test.moc"
