// SPDX-License-Identifier: Apache-2.0
#include "protocol/fiio/experimental.h"

#include "protocol/fiio/frame.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace gainstage::fiio {

struct ExperimentalCommand {
    static constexpr Command maximumVolume{0x01}, volume{0x02}, filter{0x04}, balance{0x07};
};

namespace experimental {
namespace {

using Commands = ExperimentalCommand;

std::unexpected<Error> outOfRange(int value)
{
    return failure(Errc::OutOfRange, SENTENCE("error", "The amp does not take the value %1."), {std::to_string(value)});
}

OutgoingFrame get(Command command)
{
    return {Direction::Get, command, {}};
}

struct Encoder {
    Result<OutgoingFrame> operator()(GetMaximumVolume) const { return get(Commands::maximumVolume); }
    Result<OutgoingFrame> operator()(GetVolume) const { return get(Commands::volume); }
    Result<OutgoingFrame> operator()(GetFilter) const { return get(Commands::filter); }
    Result<OutgoingFrame> operator()(GetBalance) const { return get(Commands::balance); }

    Result<OutgoingFrame> operator()(SetVolume request) const
    {
        if (request.steps > request.maximum)
            return outOfRange(request.steps);
        return OutgoingFrame(Direction::Set, Commands::volume, {&request.steps, 1});
    }

    Result<OutgoingFrame> operator()(SetFilter request) const
    {
        if (request.filter > DacFilter::NonOversampling)
            return outOfRange(std::to_underlying(request.filter));
        const std::uint8_t code = std::to_underlying(request.filter);
        return OutgoingFrame(Direction::Set, Commands::filter, {&code, 1});
    }

    Result<OutgoingFrame> operator()(SetBalanceRight request) const
    {
        if (request.steps > kMostBalance)
            return outOfRange(request.steps);
        return OutgoingFrame(Direction::Set, Commands::balance, std::array<std::uint8_t, 2>{0, request.steps});
    }
};

std::optional<Reply> replyIn(const Frame &frame)
{
    const BytesView data = frame.data;
    if (frame.direction != Direction::Get)
        return std::nullopt;
    if (frame.command == Commands::balance.number() && data.size() == 2 && (data[0] == 0 || data[1] == 0))
        return Balance{data[0], data[1]};
    if (data.size() != 1)
        return std::nullopt;
    if (frame.command == Commands::maximumVolume.number())
        return MaximumVolume{data[0]};
    if (frame.command == Commands::volume.number())
        return Volume{data[0]};
    if (frame.command == Commands::filter.number() && data[0] <= std::to_underlying(DacFilter::NonOversampling))
        return static_cast<DacFilter>(data[0]);
    return std::nullopt;
}

} // namespace

Result<Bytes> encode(const Request &request)
{
    const auto frame = std::visit(Encoder{}, request);
    return frame ? Result<Bytes>(frame->bytes()) : std::unexpected(frame.error());
}

Result<Bytes> encodeReport(Model model, const Request &request, std::size_t reportLength)
{
    const auto frame = std::visit(Encoder{}, request);
    return frame ? frame->report(model, reportLength) : std::unexpected(frame.error());
}

Result<Reply> decodeReply(BytesView payload)
{
    const auto frame = parseFrame(payload);
    if (!frame)
        return std::unexpected(frame.error());
    if (const auto reply = replyIn(*frame))
        return *reply;
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent a value that makes no sense (%1)."),
                   {toHex(payload.first(std::min<std::size_t>(payload.size(), frame->data.size() + 8)))});
}

} // namespace experimental
} // namespace gainstage::fiio
