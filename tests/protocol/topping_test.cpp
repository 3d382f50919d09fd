// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "protocol/topping/command.h"
#include "protocol/topping/dx1.h"
#include "protocol/topping/dx5.h"
#include "protocol/topping/equalizer.h"
#include "protocol/topping/equalizer_dump.h"
#include "protocol/topping/meters.h"
#include "protocol/topping/settings.h"
#include "tests/support/outcome.h"

#include <QTest>

#include <cmath>

using namespace gainstage;
using namespace gainstage::topping;
using namespace gainstage::test;

namespace {

std::string hexOf(const Result<Bytes> &bytes)
{
    return bytes ? toHex(*bytes) : std::string("refused: ") + bytes.error().sentence;
}

/// The one frame of a golden report.
Frame frameOf(const char *hex)
{
    const auto frame = decodeReport(fromHex(hex));
    return frame && *frame ? **frame : Frame{Kind::ReadAcknowledge, 0, 0, 0, 0};
}

void row(const char *hex, const char *name, const Result<Bytes> &encoded)
{
    QTest::newRow(name) << QString::fromStdString(hexOf(encoded)) << QString::fromStdString(toHex(fromHex(hex)));
}

/// A report as an amp sends it.
Bytes reportOf(const Frame &frame)
{
    Bytes bytes{0x22,
                0x33,
                static_cast<std::uint8_t>(frame.kind),
                frame.count,
                frame.index,
                static_cast<std::uint8_t>(frame.command >> 8U),
                static_cast<std::uint8_t>(frame.command)};
    for (const int shift : {24, 16, 8, 0})
        bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint32_t>(frame.value) >> shift));
    const std::uint16_t checksum = crc16(BytesView(bytes).subspan(2));
    bytes.insert(bytes.end(), {static_cast<std::uint8_t>(checksum >> 8U), static_cast<std::uint8_t>(checksum), 0x66, 0x77, 0x00});
    return bytes;
}

constexpr BandPlace firstLeft{0, Channel::Left};

} // namespace

class ToppingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void checksum_is_modbus()
    {
        const std::string digits = "123456789";
        QCOMPARE(crc16(Bytes(digits.begin(), digits.end())), 0x4b37);
    }

    void golden_frames_data()
    {
        QTest::addColumn<QString>("encoded");
        QTest::addColumn<QString>("golden");
        using namespace dx5;
        row("22 33 20 01 01 71 02 00 00 00 39 00 00 66 77 00", "volume -28.5 dB", encode(Volume{-285, VolumeStep::HalfDecibel}));
        row("22 33 20 01 01 71 17 00 00 00 01 00 00 66 77 00", "gain high", encode(Gain{true}));
        row("22 33 20 01 01 71 0D 00 00 00 02 00 00 66 77 00", "filter F3", encode(Filter{3}));
        row("22 33 20 01 01 71 05 00 00 00 03 00 00 66 77 00", "output", encode(Output{Sink::HeadphoneSingleEnded}));
        row("22 33 20 01 01 71 34 00 00 00 01 00 00 66 77 00", "heartbeat", encode(Heartbeat{}));
        row("22 33 10 01 01 71 0C 00 00 00 00 00 00 66 77 00", "read settings", encode(ReadSettings{}));
        row("22 33 20 01 00 71 01 00 00 00 00 DC 65 66 77 00", "sleep", encode(Power{false}));
        row("22 33 20 01 00 71 01 00 00 00 01 1C A4 66 77 00", "wake", encode(Power{true}));
        row("22 33 20 01 01 91 01 00 00 00 04 00 00 66 77 00", "low shelf", encode(Model::Dx5Ii, BandType{firstLeft, FilterType::LowShelf}));
        row("22 33 20 01 01 91 02 00 00 00 C8 00 00 66 77 00", "200 Hz", encode(Model::Dx5Ii, BandFrequency{firstLeft, 200}));
        row("22 33 20 01 01 91 03 00 00 00 3C 00 00 66 77 00", "+6.0 dB", encode(Model::Dx5Ii, BandGain{firstLeft, 60}));
        row("22 33 20 01 01 91 04 00 00 1B 9E 00 00 66 77 00", "Q 0.707", encode(Model::Dx5Ii, BandQ{firstLeft, 7070}));
        row("22 33 20 01 01 91 05 00 00 00 01 00 00 66 77 00", "band on", encode(Model::Dx5Ii, BandSwitch{firstLeft, true}));
        row("22 33 20 01 01 91 08 FF FF FF EA 00 00 66 77 00", "right -2.2 dB", encode(Model::Dx5Ii, BandGain{{0, Channel::Right}, -22}));
        row("22 33 20 01 01 9C 01 01 00 9B 9D 00 00 66 77 00", "preamp -6.0 dB",
            encode(Model::Dx5Ii, Preamp{Channel::Left, preampFactor(-6).value_or(0)}));
        row("00 22 33 20 0C 05 81 0A 00 00 02 1C 00 00 66 77", "DX1 II volume", dx1::encode(dx1::Volume{dx1::VolumeField::Common, -450}));
        row("00 22 33 20 0C 07 81 0A 00 00 00 01 00 00 66 77", "DX1 II mute", dx1::encode(dx1::Mute{true, false}));
        row("00 22 33 20 01 01 75 00 00 00 00 01 00 00 66 77", "DX1 II gain", dx1::encode(dx1::Gain{true}));
        row("00 22 33 20 01 01 11 0E 00 00 00 01 00 00 66 77", "DX1 II second slot", dx1::encode(dx1::Slot{1}));
        row("00 22 33 20 01 01 11 0E FF FF FF FF 00 00 66 77", "DX1 II equalizer off", dx1::encode(dx1::Slot{}));
        row("00 22 33 10 01 01 81 0A 00 00 00 00 00 00 66 77", "DX1 II read block", dx1::encode(dx1::Read{dx1::SafeRead::OutputBlock}));
        row("00 22 33 20 01 01 91 02 00 00 00 14 00 00 66 77", "D90 III 20 Hz", encode(Model::D90IiiDiscrete, BandFrequency{firstLeft, 20}));
    }

    void golden_frames()
    {
        QFETCH(QString, encoded);
        QFETCH(QString, golden);
        QCOMPARE(encoded, golden);
    }

    void golden_answers()
    {
        QCOMPARE(frameOf("22 33 10 01 01 91 02 00 00 00 00 7D 73 66 77 00"), (Frame{Kind::ReadRequest, 1, 1, 0x9102, 0}));
        const auto echo = decodeEqualizer(frameOf("22 33 20 01 01 91 02 00 00 03 E8 C2 27 66 77 00"));
        QVERIFY(echo && *echo == EqualizerMessage(BandFrequency{firstLeft, 1000}));
        const auto levels = decodeMeter(frameOf("22 33 20 02 00 71 30 FF C4 FF C4 87 69 66 77 00"));
        QVERIFY(levels && *levels == Meter(LevelFrame{-60, -60}));
        const auto spectrum = decodeMeter(frameOf("22 33 20 08 00 71 31 C4 C4 C4 C4 2C CA 66 77 00"));
        QVERIFY(spectrum && *spectrum == Meter(SpectrumFrame{0, {-60, -60, -60, -60}}));
    }

    void an_answer_to_a_read_request_is_no_state()
    {
        QVERIFY(failedWith(Errc::BadFrame, decodeEqualizer(frameOf("22 33 10 01 01 91 02 00 00 00 00 7D 73 66 77 00"))));
    }

    void golden_dump_record()
    {
        const Frame frame = frameOf("22 33 20 4E 08 11 06 00 FC 05 01 AC 16 66 77 00");
        QCOMPARE(frame.count, 78);
        QCOMPARE(frame.index, 8);
        const auto band = decodeDumpBand(std::array<std::int32_t, 3>{frame.value, 632, 7070});
        QVERIFY(band && *band == (DumpBand{true, FilterType::HighShelf, -4, 632, 7070}));
    }

    /// A balance can be read but not sent; another maker's box can be neither, though its frames have the same shape.
    void golden_frames_that_are_only_read()
    {
        const auto balance = decodeSent(Framing::Bare, fromHex("22 33 20 01 01 71 16 FF FF FF F6 00 00 66 77 00"));
        QVERIFY(balance);
        const auto report = dx5::decode(*balance, VolumeStep::HalfDecibel);
        QVERIFY(report && *report == dx5::Report(dx5::Balance{-10}));
        const auto gainOfE2x2 = decodeSent(Framing::Bare, fromHex("22 33 20 01 01 11 02 00 00 00 01 00 00 66 77 00"));
        QVERIFY(gainOfE2x2 && gainOfE2x2->command == 0x1102 && gainOfE2x2->value == 1);
        QVERIFY(failedWith(Errc::BadFrame, dx5::decode(*gainOfE2x2, VolumeStep::HalfDecibel)));
        QVERIFY(failedWith(Errc::BadFrame, dx1::decode(*gainOfE2x2)));
    }

    void volumes_of_a_dx1()
    {
        const std::map<int, int> rawOfLevel{{-450, 540}, {-300, 690}, {-100, 890}, {-95, 895}, {-55, 935}, {0, 990}, {-990, 0}};
        for (const auto &[level, raw] : rawOfLevel) {
            QCOMPARE(rawVolume(level).value_or(-1), raw);
            QCOMPARE(levelOfRaw(raw).value_or(1), level);
        }
        for (const int level : {-455, -105, -52, 5, -1000})
            QVERIFY(failedWith(Errc::OutOfRange, rawVolume(level)));
        QVERIFY(failedWith(Errc::BadFrame, levelOfRaw(991)));
        QVERIFY(failedWith(Errc::BadFrame, levelOfRaw(-1)));
    }

    void volumes_of_a_dx5_depend_on_its_step()
    {
        QCOMPARE(attenuationSteps(-280, VolumeStep::HalfDecibel).value_or(-1), 56);
        QCOMPARE(attenuationSteps(-280, VolumeStep::OneDecibel).value_or(-1), 28);
        QVERIFY(failedWith(Errc::OutOfRange, attenuationSteps(-285, VolumeStep::OneDecibel)));
        QVERIFY(failedWith(Errc::OutOfRange, attenuationSteps(5, VolumeStep::HalfDecibel)));
        QVERIFY(failedWith(Errc::OutOfRange, attenuationSteps(-995, VolumeStep::HalfDecibel)));
        for (int steps = 0; steps <= 198; ++steps)
            QCOMPARE(attenuationSteps(levelOfSteps(steps, VolumeStep::HalfDecibel).value_or(1), VolumeStep::HalfDecibel).value_or(-1), steps);
        QVERIFY(failedWith(Errc::BadFrame, levelOfSteps(199, VolumeStep::HalfDecibel)));
        QVERIFY(failedWith(Errc::BadFrame, levelOfSteps(100, VolumeStep::OneDecibel)));
    }

    void an_idle_amp_says_nothing()
    {
        const auto idle = decodeReport(Bytes(16, 0));
        QVERIFY(idle && !*idle);
    }

    void damaged_reports_are_refused()
    {
        const Bytes good = fromHex("22 33 20 01 01 91 02 00 00 03 E8 C2 27 66 77 00");
        for (std::size_t at = 0; at < good.size(); ++at) {
            Bytes bad = good;
            bad[at] ^= 0x40;
            QVERIFY2(failedWith(Errc::BadFrame, decodeReport(bad)), toHex(bad).c_str());
        }
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY(failedWith(Errc::BadFrame, decodeReport(BytesView(good).first(size))));
        QVERIFY(failedWith(Errc::BadFrame, decodeReport(Bytes(17, 0))));
        QVERIFY(failedWith(Errc::BadFrame, decodeReport(fromHex("22 33 20 01 01 91 02 00 00 03 E8 00 00 66 77 00"))));
        QVERIFY(failedWith(Errc::BadFrame, decodeSent(Framing::ReportId, good)));
        QVERIFY(failedWith(Errc::BadFrame, decodeSent(Framing::ReportId, {})));
    }

    void what_is_encoded_reads_back()
    {
        for (std::uint8_t band = 0; band < kBandRegisters; ++band) {
            for (const Channel channel : {Channel::Left, Channel::Right}) {
                const BandPlace place{band, channel};
                for (const EqualizerMessage &message : messagesOf(place, {band < kBands, FilterType::HighShelf, 12345, -117, 9999}))
                    survives(Model::Dx1Ii, message);
                survives(Model::Dx5Ii, Preamp{channel, 12345678});
                survives(Model::D90IiiDiscrete, PreampSwitch{channel, true});
            }
        }
        survives(Model::D90IiiDiscrete, EqualizerSwitch{true});
    }

    void settings_of_a_dx1_read_back()
    {
        using namespace dx1;
        const std::vector<std::pair<Message, Report>> pairs{{Gain{true}, Gain{true}},
                                                            {Filter{8}, Filter{8}},
                                                            {AutoStandby{true}, AutoStandby{true}},
                                                            {Display{3}, Display{3}},
                                                            {Slot{2}, Slot{2}},
                                                            {Input{Source::Optical}, Input{Source::Optical}},
                                                            {Mute{true, true}, Mute{true, true}},
                                                            {Slot{}, Slot{}},
                                                            {Volume{VolumeField::Line, -95}, Volume{VolumeField::Line, -95}}};
        for (const auto &[message, report] : pairs) {
            const auto frame = decodeSent(Framing::ReportId, encode(message).value_or(Bytes()));
            QVERIFY(frame);
            const auto decoded = decode(*frame);
            QVERIFY(decoded && *decoded == report);
        }
    }

    void settings_of_a_dx5_read_back()
    {
        using namespace dx5;
        const std::vector<std::pair<Message, Report>> pairs{{Power{true}, Power{true}},
                                                            {Volume{-30, VolumeStep::OneDecibel}, Volume{-30, VolumeStep::OneDecibel}},
                                                            {Input{Source::Bluetooth}, Input{Source::Bluetooth}},
                                                            {Output{Sink::LineBalanced}, Output{Sink::LineBalanced}},
                                                            {Display{Brightness::High}, Display{Brightness::High}},
                                                            {Filter{8}, Filter{8}},
                                                            {Gain{false}, Gain{false}},
                                                            {Heartbeat{}, Heartbeat{}}};
        for (const auto &[message, report] : pairs) {
            const auto frame = decodeSent(Framing::Bare, encode(message).value_or(Bytes()));
            QVERIFY(frame);
            const auto decoded = decode(*frame, VolumeStep::OneDecibel);
            QVERIFY(decoded && *decoded == report);
        }
    }

    void a_dx1_tells_of_itself()
    {
        using namespace dx1;
        const auto told = [](std::uint16_t command, std::int32_t value) { return decode({Kind::Write, 1, 1, command, value}); };
        QVERIFY(told(0x7100, 11).value_or(Gain{}) == Report(State{Activity::ScreenOff}));
        QVERIFY(told(0x1204, 5).value_or(Gain{}) == Report(EqualizerState{true, false, true}));
        QVERIFY(told(0x111a, 1).value_or(Gain{}) == Report(Tick{}));
        QVERIFY(told(0x1206, 2).value_or(Gain{}) == Report(Slot{2}));
        for (const auto &[command, value] : std::initializer_list<std::pair<std::uint16_t, std::int32_t>>{{0x7100, 3},
                                                                                                          {0x7100, 256 + 1},
                                                                                                          {0x1206, -1},
                                                                                                          {0x110e, 3},
                                                                                                          {0x7500, 2},
                                                                                                          {0x7300, 8},
                                                                                                          {0x7b00, 2},
                                                                                                          {0x7a00, -1},
                                                                                                          {0x8109, 0},
                                                                                                          {0x7f00, 0}})
            QVERIFY2(failedWith(Errc::BadFrame, told(command, value)), std::to_string(command).c_str());
        QVERIFY(failedWith(Errc::BadFrame, decode({Kind::ReadRequest, 1, 1, 0x7100, 1})));
        QVERIFY(failedWith(Errc::BadFrame, decode({Kind::Write, 12, 8, 0x810a, 1})));
        QVERIFY(failedWith(Errc::BadFrame, decode({Kind::Write, 1, 5, 0x810a, 540})));
    }

    void values_out_of_range_are_refused()
    {
        const auto refused = [](const Result<Bytes> &bytes) { return failedWith(Errc::OutOfRange, bytes); };
        QVERIFY(refused(encode(Model::Dx5Ii, BandFrequency{firstLeft, 19})));
        QVERIFY(refused(encode(Model::Dx5Ii, BandFrequency{firstLeft, 20001})));
        QVERIFY(refused(encode(Model::Dx5Ii, BandGain{firstLeft, 121})));
        QVERIFY(refused(encode(Model::Dx5Ii, BandGain{firstLeft, -121})));
        QVERIFY(refused(encode(Model::Dx5Ii, BandQ{firstLeft, 999})));
        QVERIFY(refused(encode(Model::Dx5Ii, BandQ{firstLeft, 200001})));
        QVERIFY(refused(encode(Model::Dx5Ii, BandSwitch{{kBands, Channel::Left}, true})));
        QVERIFY(refused(encode(Model::Dx5Ii, BandGain{{11, Channel::Left}, 0})));
        QVERIFY(refused(encode(Model::Dx5Ii, Preamp{Channel::Left, (1 << 25) + 1})));
        QVERIFY(refused(encode(Model::Dx5Ii, Preamp{Channel::Left, 0})));
        QVERIFY(refused(dx5::encode(dx5::Filter{0})));
        QVERIFY(refused(dx5::encode(dx5::Filter{9})));
        QVERIFY(refused(dx1::encode(dx1::Slot{3})));
        QVERIFY(refused(dx1::encode(dx1::Display{4})));
        QVERIFY(failedWith(Errc::Unsupported, encode(Model::Dx1Ii, EqualizerSwitch{true})));
        QVERIFY(failedWith(Errc::Unsupported, dumpRequest(Model::D90IiiDiscrete)));
    }

    void preamp_is_a_factor()
    {
        QCOMPARE(preampFactor(-3).value_or(0), 0x016a77df);
        QVERIFY(std::abs(preampDecibels(0x016a77c4).value_or(0) + 3) < 0.001);
        QCOMPARE(preampFactor(0).value_or(0), 1 << 25);
        for (const double decibels : {0.001, 6.0, -200.0, std::nan("")})
            QVERIFY(failedWith(Errc::OutOfRange, preampFactor(decibels)));
        QVERIFY(failedWith(Errc::BadFrame, preampDecibels(-1)));
    }

    void only_places_that_meters_have_are_meters()
    {
        QVERIFY(isMeter({Kind::Write, 2, 1, 0x7130, 0}));
        QVERIFY(!isMeter({Kind::Write, 2, 1, 0x7132, 0}));
        for (const Frame &frame : {Frame{Kind::Write, 2, 1, 0x7130, 0}, Frame{Kind::Write, 8, 8, 0x7131, 0}, Frame{Kind::Write, 1, 1, 0x7102, 0}})
            QVERIFY(failedWith(Errc::BadFrame, decodeMeter(frame)));
        const auto last = decodeMeter(*decodeReport(reportOf({Kind::Write, 8, 7, 0x7131, 0x01fe8000})).value_or(std::nullopt));
        QVERIFY(last && *last == Meter(SpectrumFrame{28, {1, -2, -128, 0}}));
    }

private:
    static void survives(Model model, const EqualizerMessage &message)
    {
        const auto written = encode(model, message);
        QVERIFY(written);
        const auto frame = decodeSent(framingOf(model), *written);
        QVERIFY(frame);
        const auto decoded = decodeEqualizer(*frame);
        QVERIFY(decoded && *decoded == message);
    }
};

QTEST_APPLESS_MAIN(ToppingTest)
#include "topping_test.moc"
