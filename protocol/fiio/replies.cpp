// SPDX-License-Identifier: Apache-2.0
#include "protocol/fiio/frame.h"
#include "protocol/fiio/messages.h"

#include <QUtf8StringView>

#include <algorithm>
#include <optional>

namespace gainstage::fiio {
namespace {

std::optional<Content> firmwareIn(Model model, BytesView data)
{
    if (model != Model::Ja11 || data.size() != 2)
        return std::nullopt;
    return Firmware{data[0], data[1]};
}

std::optional<Content> nameIn(BytesView data)
{
    if (data.empty())
        return std::nullopt;
    const BytesView text = data.subspan(1);
    const std::string name(text.begin(), std::ranges::find(text, 0));
    if (!QUtf8StringView(name.data(), static_cast<qsizetype>(name.size())).isValidUtf8())
        return std::nullopt;
    return PresetName{data[0], name};
}

std::optional<Content> oneByteIn(std::uint8_t command, std::uint8_t value)
{
    if (command == Command::activePreset.number())
        return ActivePreset{value};
    if (command == Command::bandCount.number())
        return BandCount{value};
    if (command == Command::equalizerSwitch.number() && value <= 1)
        return EqualizerSwitch{value == 1};
    return std::nullopt;
}

template <typename T>
std::optional<Content> contentOf(const Result<T> &value)
{
    if (!value)
        return std::nullopt;
    if constexpr (std::is_same_v<T, std::int16_t>)
        return GlobalGain{*value};
    else
        return *value;
}

std::optional<Content> contentIn(Model model, const Frame &frame)
{
    if (frame.command == Command::band.number())
        return contentOf(decodeBand(model, frame.data));
    if (frame.command == Command::globalGain.number())
        return contentOf(decodeGlobalGain(model, frame.data));
    if (frame.command == Command::firmware.number())
        return firmwareIn(model, frame.data);
    if (frame.command == Command::presetName.number())
        return nameIn(frame.data);
    return frame.data.size() == 1 ? oneByteIn(frame.command, frame.data[0]) : std::nullopt;
}

} // namespace

Result<Reply> decodeReply(Model model, BytesView payload)
{
    const auto frame = parseFrame(payload);
    if (!frame)
        return std::unexpected(frame.error());
    const auto content = contentIn(model, *frame);
    if (!content)
        return failure(Errc::BadFrame, SENTENCE("error", "The amp sent a value that makes no sense (%1)."),
                       {toHex(payload.first(std::min<std::size_t>(payload.size(), frame->data.size() + 8)))});
    return Reply{frame->direction == Direction::Set, *content};
}

} // namespace gainstage::fiio
