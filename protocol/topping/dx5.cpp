// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/dx5.h"

#include "protocol/topping/command.h"
#include "protocol/topping/equalizer.h"
#include "protocol/topping/settings.h"

#include <optional>
#include <utility>

namespace gainstage::topping::dx5 {
namespace {

constexpr std::uint16_t balance = 0x7116; // only ever received

constexpr Framing framing = framingOf(Model::Dx5Ii);

std::unexpected<Error> outOfRange(std::int32_t value)
{
    return failure(Errc::OutOfRange, SENTENCE("error", "The amp does not take the value %1."), {std::to_string(value)});
}

template <typename Choice>
Result<Bytes> writeChoice(WriteCommand command, Choice choice, Choice last)
{
    if (choice > last)
        return outOfRange(std::to_underlying(choice));
    return write(framing, command, std::to_underlying(choice));
}

struct Encoder {
    Result<Bytes> operator()(Power message) const { return write(framing, WriteCommand::dx5Power, message.awake ? 1 : 0, Shape::Power); }
    Result<Bytes> operator()(Volume message) const
    {
        const auto steps = attenuationSteps(message.levelDeciDecibels, message.step);
        return steps ? Result<Bytes>(write(framing, WriteCommand::dx5Volume, *steps)) : std::unexpected(steps.error());
    }
    Result<Bytes> operator()(Input message) const { return writeChoice(WriteCommand::dx5Input, message.source, Source::Bluetooth); }
    Result<Bytes> operator()(Output message) const { return writeChoice(WriteCommand::dx5Output, message.sink, Sink::LineBalanced); }
    Result<Bytes> operator()(Display message) const { return writeChoice(WriteCommand::dx5Brightness, message.brightness, Brightness::High); }
    Result<Bytes> operator()(Filter message) const
    {
        if (message.number < 1 || message.number > kFilters)
            return outOfRange(message.number);
        return write(framing, WriteCommand::dx5Filter, message.number - 1);
    }
    Result<Bytes> operator()(Gain message) const { return write(framing, WriteCommand::dx5Gain, message.high ? 1 : 0); }
    Result<Bytes> operator()(Heartbeat) const { return write(framing, WriteCommand::dx5Heartbeat, 1); }
    Result<Bytes> operator()(ReadSettings) const { return readRequest(framing, ReadCommand::dx5Settings); }
};

/// A value from 0 to `last`.
bool upTo(std::int32_t value, std::int32_t last)
{
    return value >= 0 && value <= last;
}

std::optional<Report> choiceIn(const Frame &frame)
{
    if (frame.command == WriteCommand::dx5Power.number() && upTo(frame.value, 1))
        return Power{frame.value == 1};
    if (frame.command == WriteCommand::dx5Input.number() && upTo(frame.value, std::to_underlying(Source::Bluetooth)))
        return Input{static_cast<Source>(frame.value)};
    if (frame.command == WriteCommand::dx5Output.number() && upTo(frame.value, std::to_underlying(Sink::LineBalanced)))
        return Output{static_cast<Sink>(frame.value)};
    if (frame.command == WriteCommand::dx5Brightness.number() && upTo(frame.value, std::to_underlying(Brightness::High)))
        return Display{static_cast<Brightness>(frame.value)};
    if (frame.command == WriteCommand::dx5Filter.number() && upTo(frame.value, kFilters - 1))
        return Filter{static_cast<std::uint8_t>(frame.value + 1)};
    if (frame.command == WriteCommand::dx5Gain.number() && upTo(frame.value, 1))
        return Gain{frame.value == 1};
    if (frame.command == WriteCommand::dx5Heartbeat.number())
        return Heartbeat{};
    if (frame.command == balance && isBalance(frame.value))
        return Balance{frame.value};
    return std::nullopt;
}

} // namespace

Result<Bytes> encode(const Message &message)
{
    return std::visit(Encoder{}, message);
}

Result<Report> decode(const Frame &frame, VolumeStep step)
{
    if (frame.kind == Kind::Write && frame.count == 1 && frame.command == WriteCommand::dx5Volume.number()) {
        const auto level = levelOfSteps(frame.value, step);
        return level ? Result<Report>(Volume{*level, step}) : std::unexpected(level.error());
    }
    if (frame.kind == Kind::Write && frame.count == 1) {
        if (const auto report = choiceIn(frame))
            return *report;
    }
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent something else than what was asked for (%1)."), {std::to_string(frame.command)});
}

} // namespace gainstage::topping::dx5
