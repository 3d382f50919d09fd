// SPDX-License-Identifier: Apache-2.0
#include "protocol/jdslabs/json.h"
#include "protocol/jdslabs/messages.h"

namespace gainstage::jdslabs {
namespace {

Equalizer equalizerIn(PathReader &in, Layout layout, std::string_view output)
{
    Equalizer equalizer;
    equalizer.preampDecibels = in.number({"Configuration", "DSP", output, "Preamp", "Gain", "Current"});
    for (const Place place : placesOf(layout)) {
        const std::string name = nameOf(layout, place);
        if (layout == Layout::Twelve && in.text({"Configuration", "DSP", output, name, "Type", "Current"}) != typeNameOf(place.kind))
            in.blame({"Configuration", "DSP", output, name, "Type", "Current"});
        const auto value = [&](std::string_view key) { return in.number({"Configuration", "DSP", output, name, key, "Current"}); };
        equalizer.bands.push_back({place, {value("Gain"), value("Frequency"), value("Q")}});
    }
    return equalizer;
}

} // namespace

Result<Description> decodeDescription(BytesView message)
{
    const auto object = objectIn(message);
    if (!object)
        return std::unexpected(object.error());
    PathReader in(*object);
    Description description;
    description.layout = in.has({"Configuration", "DSP", "Headphone", "Lowshelf"}) ? Layout::Ten : Layout::Twelve;
    description.inputMode = in.text({"Configuration", "General", "Input Mode", "Current"});
    description.headphone = equalizerIn(in, description.layout, "Headphone");
    if (in.has({"Configuration", "DSP", "RCA"}))
        description.line = equalizerIn(in, description.layout, "RCA");
    if (in.error())
        return std::unexpected(*in.error());
    return description;
}

Result<bool> decodeUpdateReply(BytesView message)
{
    const auto object = objectIn(message);
    if (!object)
        return std::unexpected(object.error());
    PathReader in(*object);
    const bool status = in.boolean({"Status"});
    if (in.error())
        return std::unexpected(*in.error());
    return status;
}

Version versionOf(std::uint16_t bcdDevice)
{
    return {static_cast<std::uint8_t>(bcdDevice >> 8U), static_cast<std::uint8_t>(bcdDevice >> 4U & 0xfU),
            static_cast<std::uint8_t>(bcdDevice & 0xfU)};
}

} // namespace gainstage::jdslabs
