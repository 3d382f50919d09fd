// SPDX-License-Identifier: Apache-2.0
#include "protocol/fiio/frame.h"
#include "protocol/fiio/messages.h"

#include <algorithm>
#include <optional>

namespace gainstage::fiio {
namespace {

std::unexpected<Error> unsupported()
{
    return failure(Errc::Unsupported, SENTENCE("error", "The amp does not support this."));
}

std::unexpected<Error> outOfRange(std::string value)
{
    return failure(Errc::OutOfRange, SENTENCE("error", "The amp does not take the value %1."), {std::move(value)});
}

OutgoingFrame get(Command command)
{
    return {Direction::Get, command, {}};
}

OutgoingFrame set(Command command, BytesView data)
{
    return {Direction::Set, command, data};
}

OutgoingFrame setByte(Command command, std::uint8_t value)
{
    return set(command, {&value, 1});
}

Result<OutgoingFrame> setTo(Command command, const Result<Bytes> &data)
{
    if (!data)
        return std::unexpected(data.error());
    return set(command, *data);
}

bool hasNames(Model model)
{
    return model == Model::Ka15 || model == Model::K13R2r;
}

Result<void> checkUserSlot(Model model, std::uint8_t slot)
{
    if (!hasNames(model))
        return unsupported();
    const auto slots = std::ranges::count(presetsOf(model), PresetKind::User, &Preset::kind);
    return slot < slots ? Result<void>() : outOfRange(std::to_string(slot + 1));
}

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// One overload for each request.
struct Encoder {
    Model model;

    Result<OutgoingFrame> operator()(GetActivePreset) const { return get(Command::activePreset); }
    Result<OutgoingFrame> operator()(GetBandCount) const { return get(Command::bandCount); }
    Result<OutgoingFrame> operator()(GetGlobalGain) const { return get(Command::globalGain); }
    Result<OutgoingFrame> operator()(SetBandCount) const { return setByte(Command::bandCount, factsOf(model).bands); }

    Result<OutgoingFrame> operator()(GetBand request) const
    {
        if (request.index >= factsOf(model).bands)
            return outOfRange(std::to_string(request.index));
        return OutgoingFrame(Direction::Get, Command::band, {&request.index, 1});
    }

    Result<OutgoingFrame> operator()(GetFirmware) const
    {
        return model == Model::Ja11 ? Result<OutgoingFrame>(get(Command::firmware)) : unsupported();
    }

    Result<OutgoingFrame> operator()(GetEqualizerSwitch) const
    {
        return model == Model::K13R2r ? Result<OutgoingFrame>(get(Command::equalizerSwitch)) : unsupported();
    }

    Result<OutgoingFrame> operator()(SetEqualizerSwitch request) const
    {
        return model == Model::K13R2r ? Result<OutgoingFrame>(setByte(Command::equalizerSwitch, request.on ? 1 : 0)) : unsupported();
    }

    Result<OutgoingFrame> operator()(GetPresetName request) const
    {
        if (auto fits = checkUserSlot(model, request.userSlot); !fits)
            return std::unexpected(fits.error());
        return OutgoingFrame(Direction::Get, Command::presetName, {&request.userSlot, 1});
    }

    Result<OutgoingFrame> operator()(const SetPresetName &request) const
    {
        if (auto fits = checkUserSlot(model, request.userSlot); !fits)
            return std::unexpected(fits.error());
        if (request.name.empty() || request.name.size() > kLongestPresetName || !std::ranges::all_of(request.name, isLetterOrDigit))
            return outOfRange(request.name);
        Bytes data{request.userSlot};
        data.insert(data.end(), request.name.begin(), request.name.end());
        return set(Command::presetName, data);
    }

    Result<OutgoingFrame> operator()(SetGlobalGain request) const
    {
        return setTo(Command::globalGain, encodeGlobalGain(model, request.gainDeciDecibels));
    }

    Result<OutgoingFrame> operator()(const SetBand &request) const { return setTo(Command::band, encodeBand(model, request.band)); }

    Result<OutgoingFrame> operator()(SelectPreset request) const
    {
        return presetOf(model, request.id) ? Result<OutgoingFrame>(setByte(Command::activePreset, request.id))
                                           : outOfRange(std::to_string(request.id));
    }

    Result<OutgoingFrame> operator()(StorePreset request) const
    {
        const Preset *preset = presetOf(model, request.id);
        const bool ofTheUser = preset && preset->kind == PresetKind::User;
        return ofTheUser ? Result<OutgoingFrame>(setByte(Command::storePreset, request.id)) : outOfRange(std::to_string(request.id));
    }
};

std::optional<Request> getIn(const Frame &frame)
{
    if (frame.data.size() == 1 && frame.command == Command::band.number())
        return GetBand{frame.data[0]};
    if (frame.data.size() == 1 && frame.command == Command::presetName.number())
        return GetPresetName{frame.data[0]};
    if (!frame.data.empty())
        return std::nullopt;
    if (frame.command == Command::activePreset.number())
        return GetActivePreset{};
    if (frame.command == Command::bandCount.number())
        return GetBandCount{};
    if (frame.command == Command::globalGain.number())
        return GetGlobalGain{};
    if (frame.command == Command::firmware.number())
        return GetFirmware{};
    if (frame.command == Command::equalizerSwitch.number())
        return GetEqualizerSwitch{};
    return std::nullopt;
}

std::optional<Request> setOfOneByte(const Frame &frame, const ModelFacts &facts)
{
    const std::uint8_t value = frame.data[0];
    if (frame.command == Command::bandCount.number() && value == facts.bands)
        return SetBandCount{};
    if (frame.command == Command::activePreset.number())
        return SelectPreset{value};
    if (frame.command == Command::storePreset.number())
        return StorePreset{value};
    if (frame.command == Command::equalizerSwitch.number() && value <= 1)
        return SetEqualizerSwitch{value == 1};
    return std::nullopt;
}

std::optional<Request> setIn(Model model, const Frame &frame)
{
    if (frame.command == Command::band.number()) {
        const auto band = decodeBand(model, frame.data);
        return band ? std::optional<Request>(SetBand{*band}) : std::nullopt;
    }
    if (frame.command == Command::globalGain.number()) {
        const auto gain = decodeGlobalGain(model, frame.data);
        return gain ? std::optional<Request>(SetGlobalGain{*gain}) : std::nullopt;
    }
    if (frame.command == Command::presetName.number() && frame.data.size() > 1)
        return SetPresetName{frame.data[0], std::string(frame.data.begin() + 1, frame.data.end())};
    return frame.data.size() == 1 ? setOfOneByte(frame, factsOf(model)) : std::nullopt;
}

} // namespace

Result<Bytes> encode(Model model, const Request &request)
{
    const auto frame = std::visit(Encoder{model}, request);
    return frame ? Result<Bytes>(frame->bytes()) : std::unexpected(frame.error());
}

Result<Bytes> encodeReport(Model model, const Request &request, std::size_t reportLength)
{
    const auto frame = std::visit(Encoder{model}, request);
    return frame ? frame->report(model, reportLength) : std::unexpected(frame.error());
}

Result<Request> decodeRequest(Model model, BytesView frame)
{
    const auto parsed = parseFrame(frame);
    if (!parsed)
        return std::unexpected(parsed.error());
    const auto request = parsed->direction == Direction::Get ? getIn(*parsed) : setIn(model, *parsed);
    if (!request)
        return failure(Errc::BadFrame, SENTENCE("error", "The amp sent something else than what was asked for (%1)."), {toHex(frame)});
    // Whatever would be refused on its way out is not a request, and neither is what differs from it by a byte.
    const auto again = encode(model, *request);
    if (!again)
        return std::unexpected(again.error());
    if (!std::ranges::equal(*again, frame))
        return failure(Errc::BadFrame, SENTENCE("error", "A message does not begin and end as it should: %1."), {toHex(frame)});
    return *request;
}

} // namespace gainstage::fiio
