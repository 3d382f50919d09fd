// SPDX-License-Identifier: GPL-3.0-or-later
#include <QObject>

#include "protocol/fiio/experimental.h"
#include "protocol/fiio/frame.h"
#include "protocol/fiio/messages.h"
#include "protocol/topping/command.h"
#include "protocol/topping/dx1.h"
#include "protocol/topping/dx5.h"
#include "protocol/topping/equalizer.h"
#include "protocol/topping/equalizer_dump.h"

#include <QTest>

#include <map>
#include <set>

using namespace gainstage;

// No number becomes a command.
static_assert(!std::is_constructible_v<fiio::Command, std::uint8_t> && !std::is_constructible_v<fiio::Command, int>);
static_assert(!std::is_default_constructible_v<fiio::Command>);
static_assert(!std::is_constructible_v<fiio::OutgoingFrame, Bytes> &&
              !std::is_constructible_v<fiio::OutgoingFrame, fiio::Direction, std::uint8_t, BytesView>);
static_assert(!std::is_constructible_v<topping::WriteCommand, std::uint16_t> && !std::is_constructible_v<topping::WriteCommand, int>);
static_assert(!std::is_constructible_v<topping::ReadCommand, std::uint16_t> && !std::is_constructible_v<topping::ReadCommand, int>);
static_assert(!std::is_constructible_v<topping::ReadCommand, topping::WriteCommand> &&
              !std::is_constructible_v<topping::WriteCommand, topping::ReadCommand>);
static_assert(!std::is_constructible_v<topping::OutputField, std::uint8_t> && !std::is_constructible_v<topping::OutputField, int>);

namespace {

/// Everything that a byte can be, also where a type has no such value.
template <typename Act>
void forEveryByte(Act act)
{
    for (int byte = 0; byte < 256; ++byte)
        act(static_cast<std::uint8_t>(byte));
}

/// Gathers what the builders of Topping frames let out: for each model, kind and command with its frame index.
class ToppingFrames {
public:
    void add(topping::Framing framing, const Result<Bytes> &written)
    {
        if (!written)
            return;
        const auto frame = topping::decodeSent(framing, *written);
        m_sound = m_sound && frame.has_value();
        if (frame) {
            (frame->kind == topping::Kind::ReadRequest ? m_read : m_written).insert(frame->command);
            m_kinds.insert(frame->kind);
            if (frame->command == 0x810a && frame->kind == topping::Kind::Write)
                m_fields.insert(frame->index);
        }
        ++m_count;
    }

    bool m_sound = true;
    int m_count = 0;
    std::set<int> m_read, m_written, m_fields;
    std::set<topping::Kind> m_kinds;
};

void addEqualizer(ToppingFrames &frames, topping::Model model)
{
    using namespace topping;
    const auto add = [&](const EqualizerMessage &message) { frames.add(framingOf(model), encode(model, message)); };
    forEveryByte([&](std::uint8_t band) {
        for (const int channel : {0, 1, 2, 255}) {
            for (const EqualizerMessage &message :
                 messagesOf({band, static_cast<Channel>(channel)}, {channel == 0, FilterType::Peak, 1000, 10, 7070}))
                add(message);
        }
    });
    forEveryByte([&](std::uint8_t byte) {
        add(BandType{{0, static_cast<Channel>(byte)}, static_cast<FilterType>(byte)});
        add(Preamp{static_cast<Channel>(byte), 1 << 20});
        add(PreampSwitch{static_cast<Channel>(byte), true});
    });
    add(EqualizerSwitch{true});
    frames.add(framingOf(model), dumpRequest(model));
}

ToppingFrames framesOfDx5()
{
    using namespace topping::dx5;
    ToppingFrames frames;
    const auto add = [&](const Message &message) { frames.add(topping::Framing::Bare, encode(message)); };
    addEqualizer(frames, topping::Model::Dx5Ii);
    forEveryByte([&](std::uint8_t byte) {
        add(Power{byte % 2 == 1});
        add(Volume{-10 * byte, topping::VolumeStep::HalfDecibel});
        add(Input{static_cast<Source>(byte)});
        add(Output{static_cast<Sink>(byte)});
        add(Display{static_cast<Brightness>(byte)});
        add(Filter{byte});
        add(Gain{byte % 2 == 1});
    });
    add(Heartbeat{});
    add(ReadSettings{});
    return frames;
}

ToppingFrames framesOfDx1()
{
    using namespace topping::dx1;
    ToppingFrames frames;
    const auto add = [&](const Message &message) { frames.add(topping::Framing::ReportId, encode(message)); };
    addEqualizer(frames, topping::Model::Dx1Ii);
    forEveryByte([&](std::uint8_t byte) {
        add(Read{static_cast<SafeRead>(byte)});
        add(Gain{byte % 2 == 1});
        add(Filter{byte});
        add(AutoStandby{byte % 2 == 1});
        add(Display{byte});
        add(Input{static_cast<Source>(byte)});
        add(Slot{byte});
        add(Volume{static_cast<VolumeField>(byte), -450});
        add(Mute{byte % 2 == 1, byte % 3 == 1});
    });
    add(Slot{});
    return frames;
}

/// Register numbers of the equalizer.
std::set<int> equalizerCommands()
{
    std::set<int> commands{0x9c01, 0x9c02, 0x9c03, 0x9c04};
    for (int band = 0x91; band <= 0x9b; ++band) {
        for (int field = 1; field <= 10; ++field)
            commands.insert(band << 8 | field);
    }
    return commands;
}

std::set<int> joined(std::set<int> some, const std::set<int> &others)
{
    some.insert(others.begin(), others.end());
    return some;
}

/// What the builders of FiiO reports let out.
class FiioReports {
public:
    void add(const Result<Bytes> &report)
    {
        if (!report)
            return;
        const auto frame = fiio::parseFrame(BytesView(*report).subspan(1));
        m_sound = m_sound && frame.has_value();
        m_reportIds.insert((*report)[0]);
        if (frame)
            (frame->direction == fiio::Direction::Get ? m_got : m_set).insert(frame->command);
        ++m_count;
    }

    bool m_sound = true;
    int m_count = 0;
    std::set<int> m_reportIds, m_got, m_set;
};

constexpr std::array allFiio{fiio::Model::Ka15,   fiio::Model::Ka17,    fiio::Model::Ja11,  fiio::Model::Qx13,
                             fiio::Model::Melody, fiio::Model::OakNano, fiio::Model::K13R2r};

FiioReports reportsOf(fiio::Model model)
{
    using namespace fiio;
    FiioReports reports;
    const auto add = [&](const Request &request) { reports.add(encodeReport(model, request, 65)); };
    for (const Request &request :
         std::initializer_list<Request>{GetActivePreset{}, GetBandCount{}, GetGlobalGain{}, GetFirmware{}, GetEqualizerSwitch{}, SetBandCount{},
                                        SetEqualizerSwitch{true}, SetEqualizerSwitch{false}})
        add(request);
    forEveryByte([&](std::uint8_t byte) {
        add(GetBand{byte});
        add(GetPresetName{byte});
        add(SetPresetName{byte, std::string(1, static_cast<char>(byte))});
        add(SetGlobalGain{static_cast<std::int16_t>(byte * 256)});
        add(SetGlobalGain{static_cast<std::int16_t>(byte - 128)});
        add(SetBand{{byte, 0, 1000, 100, static_cast<FilterType>(byte)}});
        add(SetBand{{0, static_cast<std::int16_t>(byte - 128), 1000, 100, static_cast<FilterType>(byte)}});
        add(SelectPreset{byte});
        add(StorePreset{byte});
    });
    return reports;
}

FiioReports experimentalReportsOf(fiio::Model model)
{
    using namespace fiio::experimental;
    FiioReports reports;
    const auto add = [&](const Request &request) { reports.add(encodeReport(model, request, 65)); };
    for (const Request &request : std::initializer_list<Request>{GetMaximumVolume{}, GetVolume{}, GetFilter{}, GetBalance{}})
        add(request);
    forEveryByte([&](std::uint8_t byte) {
        add(SetVolume{byte, 255});
        add(SetFilter{static_cast<DacFilter>(byte)});
        add(SetBalanceRight{byte});
    });
    return reports;
}

} // namespace

class ForbiddenCommandsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_dx5_gets_nothing_but_these()
    {
        const ToppingFrames frames = framesOfDx5();
        QVERIFY(frames.m_sound && frames.m_count > 500);
        QCOMPARE(frames.m_read, (std::set<int>{0x710c}));
        QCOMPARE(frames.m_written, joined(equalizerCommands(), {0x7101, 0x7102, 0x7104, 0x7105, 0x710a, 0x710d, 0x7117, 0x7134, 0x1206}));
    }

    void a_dx1_gets_nothing_but_these()
    {
        const ToppingFrames frames = framesOfDx1();
        QVERIFY(frames.m_sound && frames.m_count > 500);
        QCOMPARE(frames.m_read, (std::set<int>{0x7100, 0x7900, 0x7d00, 0x810a, 0x810b, 0x810c, 0x810d, 0x810e, 0x810f, 0x8200, 0x8300, 0x8400, 0x1204,
                                               0x1206, 0x1106}));
        QCOMPARE(frames.m_written, joined(equalizerCommands(), {0x7300, 0x7500, 0x7900, 0x7a00, 0x7b00, 0x810a, 0x110e}));
        QCOMPARE(frames.m_fields, (std::set<int>{3, 4, 5, 6, 7}));
    }

    void a_d90_gets_nothing_but_these()
    {
        ToppingFrames frames;
        addEqualizer(frames, topping::Model::D90IiiDiscrete);
        QVERIFY(frames.m_sound && frames.m_count > 500);
        QVERIFY(frames.m_read.empty());
        QCOMPARE(frames.m_written, joined(equalizerCommands(), {0x9e01}));
    }

    void forbidden_commands_never_come_out_of_topping_builders()
    {
        for (const ToppingFrames &frames : {framesOfDx5(), framesOfDx1()}) {
            const std::set<int> sent = joined(frames.m_read, frames.m_written);
            for (const int forbidden : {0x710b, 0x712e, 0x7135, 0x7136, 0x7f00, 0x8106, 0x7700, 0x7800, 0x7111, 0x7112, 0x7133})
                QVERIFY2(!sent.contains(forbidden), QByteArray::number(forbidden, 16).constData());
            for (const topping::Kind kind : frames.m_kinds)
                QVERIFY(kind == topping::Kind::ReadRequest || kind == topping::Kind::Write);
        }
    }

    void band_commands_stay_among_the_bands()
    {
        const std::set<int> all = equalizerCommands();
        forEveryByte([&](std::uint8_t band) {
            forEveryByte([&](std::uint8_t field) { QVERIFY(all.contains(topping::WriteCommand::ofBand(band, field).number())); });
            QVERIFY(all.contains(topping::WriteCommand::ofPreamp(band).number()));
        });
    }

    void forbidden_commands_never_come_out_of_fiio_builders()
    {
        for (const fiio::Model model : allFiio) {
            const FiioReports reports = reportsOf(model);
            QVERIFY(reports.m_sound && reports.m_count > 100);
            QCOMPARE(reports.m_reportIds, (std::set<int>{fiio::factsOf(model).reportId}));
            for (const int command : joined(reports.m_got, reports.m_set))
                QVERIFY2((std::set{0x0b, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x30}.contains(command)), QByteArray::number(command, 16).constData());
            const FiioReports experimental = experimentalReportsOf(model);
            QVERIFY(experimental.m_sound && experimental.m_count > 100);
            QCOMPARE(experimental.m_reportIds, reports.m_reportIds);
            QCOMPARE(experimental.m_got, (std::set<int>{0x01, 0x02, 0x04, 0x07}));
            QCOMPARE(experimental.m_set, (std::set<int>{0x02, 0x04, 0x07}));
        }
    }

    /// Report 54 opens the boot loader of some chips.
    void report_ids_are_those_of_the_equalizer()
    {
        for (const fiio::Model model : allFiio)
            QVERIFY((std::set{1, 2, 7}.contains(fiio::factsOf(model).reportId)));
    }
};

QTEST_APPLESS_MAIN(ForbiddenCommandsTest)
#include "forbidden_commands_test.moc"
