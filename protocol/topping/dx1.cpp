// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/dx1.h"

#include "protocol/topping/command.h"
#include "protocol/topping/equalizer.h"
#include "protocol/topping/volume.h"

#include <array>
#include <utility>

namespace gainstage::topping::dx1 {
namespace {

constexpr std::uint16_t tick = 0x111a; // only ever received

constexpr Framing framing = framingOf(Model::Dx1Ii);

/// In the order of SafeRead.
constexpr std::array<ReadCommand, kSafeReads> readCommands{
    ReadCommand::dx1State,          ReadCommand::dx1AutoStandby,    ReadCommand::dx1AutoScreenOff, ReadCommand::dx1OutputBlock,
    ReadCommand::dx1AnalogBalance,  ReadCommand::dx1OpticalBalance, ReadCommand::dx1Unnamed,       ReadCommand::dx1RemoteArrow,
    ReadCommand::dx1RemoteMute,     ReadCommand::dx1KnobSingle,     ReadCommand::dx1KnobDouble,    ReadCommand::dx1KnobCapabilities,
    ReadCommand::dx1EqualizerState, ReadCommand::dx1ActiveSlot,     ReadCommand::dx1EqualizerDump,
};

std::unexpected<Error> outOfRange(std::int32_t value)
{
    return failure(Errc::OutOfRange, SENTENCE("error", "The amp does not take the value %1."), {std::to_string(value)});
}

struct Encoder {
    Result<Bytes> operator()(Read message) const
    {
        const std::size_t place = std::to_underlying(message.what);
        if (place >= readCommands.size())
            return outOfRange(std::to_underlying(message.what));
        return readRequest(framing, readCommands[place]);
    }
    Result<Bytes> operator()(Gain message) const { return write(framing, WriteCommand::dx1Gain, message.high ? 1 : 0); }
    Result<Bytes> operator()(Filter message) const
    {
        if (message.number < 1 || message.number > kFilters)
            return outOfRange(message.number);
        return write(framing, WriteCommand::dx1Filter, message.number - 1);
    }
    Result<Bytes> operator()(AutoStandby message) const { return write(framing, WriteCommand::dx1AutoStandby, message.on ? 0 : 1); }
    Result<Bytes> operator()(Display message) const
    {
        if (message.brightness > kMostBrightness)
            return outOfRange(message.brightness);
        return write(framing, WriteCommand::dx1Brightness, message.brightness);
    }
    Result<Bytes> operator()(Input message) const
    {
        if (message.source > Source::Optical)
            return outOfRange(std::to_underlying(message.source));
        return write(framing, WriteCommand::dx1Input, std::to_underlying(message.source));
    }
    Result<Bytes> operator()(Slot message) const
    {
        if (message.number && *message.number >= kSlots)
            return outOfRange(*message.number);
        return write(framing, WriteCommand::dx1Slot, message.number ? *message.number : -1);
    }
    Result<Bytes> operator()(Volume message) const
    {
        const auto raw = rawVolume(message.levelDeciDecibels);
        if (!raw)
            return std::unexpected(raw.error());
        switch (message.field) {
        case VolumeField::Headphone: return write(framing, OutputField::headphoneVolume, *raw);
        case VolumeField::Line: return write(framing, OutputField::lineVolume, *raw);
        case VolumeField::Common: return write(framing, OutputField::commonVolume, *raw);
        case VolumeField::Optical: return write(framing, OutputField::opticalVolume, *raw);
        }
        return outOfRange(std::to_underlying(message.field));
    }
    Result<Bytes> operator()(Mute message) const { return write(framing, OutputField::mute, (message.analog ? 1 : 0) | (message.optical ? 2 : 0)); }
};

/// A value from 0 to `last`.
bool upTo(std::int32_t value, std::int32_t last)
{
    return value >= 0 && value <= last;
}

std::optional<Report> fieldIn(const Frame &frame)
{
    if (frame.count != kOutputBlockFields)
        return std::nullopt;
    if (frame.index == OutputField::mute.number())
        return Mute{(frame.value & 1) != 0, (frame.value & 2) != 0};
    if (frame.index < std::to_underlying(VolumeField::Headphone) || frame.index > std::to_underlying(VolumeField::Optical))
        return std::nullopt;
    const auto level = levelOfRaw(frame.value);
    return level ? std::optional<Report>(Volume{static_cast<VolumeField>(frame.index), *level}) : std::nullopt;
}

std::optional<Report> stateIn(std::int32_t value)
{
    switch (static_cast<Activity>(value)) {
    case Activity::Working:
    case Activity::Standby:
    case Activity::ScreenOff: return upTo(value, 0xff) ? std::optional<Report>(State{static_cast<Activity>(value)}) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Report> slotIn(std::int32_t value, bool mayBeOff)
{
    if (mayBeOff && value == -1)
        return Slot{};
    return upTo(value, kSlots - 1) ? std::optional<Report>(Slot{static_cast<std::uint8_t>(value)}) : std::nullopt;
}

std::optional<Report> settingIn(const Frame &frame)
{
    if (frame.command == WriteCommand::dx1Gain.number() && upTo(frame.value, 1))
        return Gain{frame.value == 1};
    if (frame.command == WriteCommand::dx1Filter.number() && upTo(frame.value, kFilters - 1))
        return Filter{static_cast<std::uint8_t>(frame.value + 1)};
    if (frame.command == WriteCommand::dx1AutoStandby.number() && upTo(frame.value, 1))
        return AutoStandby{frame.value == 0};
    if (frame.command == WriteCommand::dx1Brightness.number() && upTo(frame.value, kMostBrightness))
        return Display{static_cast<std::uint8_t>(frame.value)};
    if (frame.command == WriteCommand::dx1Input.number() && upTo(frame.value, 1))
        return Input{static_cast<Source>(frame.value)};
    if (frame.command == WriteCommand::dx1Slot.number())
        return slotIn(frame.value, true);
    if (frame.command == ReadCommand::dx1ActiveSlot.number())
        return slotIn(frame.value, false);
    return std::nullopt;
}

std::optional<Report> reportIn(const Frame &frame)
{
    if (frame.command == ReadCommand::dx1OutputBlock.number())
        return fieldIn(frame);
    if (frame.command == ReadCommand::dx1State.number())
        return stateIn(frame.value);
    if (frame.command == ReadCommand::dx1EqualizerState.number())
        return EqualizerState{(frame.value & 1) != 0, (frame.value & 2) != 0, (frame.value & 4) != 0};
    if (frame.command == tick)
        return Tick{};
    return settingIn(frame);
}

} // namespace

Result<Bytes> encode(const Message &message)
{
    return std::visit(Encoder{}, message);
}

Result<Report> decode(const Frame &frame)
{
    const bool fromAmp = frame.kind != Kind::ReadRequest;
    if (const auto report = fromAmp ? reportIn(frame) : std::nullopt)
        return *report;
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent something else than what was asked for (%1)."), {std::to_string(frame.command)});
}

} // namespace gainstage::topping::dx1
