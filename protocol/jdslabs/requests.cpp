// SPDX-License-Identifier: Apache-2.0
#include "protocol/jdslabs/json.h"
#include "protocol/jdslabs/messages.h"

#include <algorithm>

namespace gainstage::jdslabs {
namespace {

constexpr std::string_view product = "JDS Labs Element IV";

Result<void> check(const Update &update)
{
    if (update.bands.empty())
        return failure(Errc::OutOfRange, SENTENCE("error", "An equalizer without bands cannot be sent."));
    const auto places = placesOf(update.layout);
    for (auto band = update.bands.begin(); band != update.bands.end(); ++band) {
        const bool known = std::ranges::find(places, band->place) != places.end();
        if (!known || std::find_if(update.bands.begin(), band, [&](const Band &other) { return other.place == band->place; }) != band)
            return failure(Errc::OutOfRange, SENTENCE("error", "The amp does not take the value %1."), {nameOf(update.layout, band->place)});
        if (auto fits = checkFilter(band->filter); !fits)
            return fits;
    }
    return checkGain(update.preampDecibels);
}

/// Leaves are plain numbers here, other than in a description.
ObjectText branchOf(const Update &update)
{
    ObjectText branch;
    branch.object("Preamp", ObjectText().number("Gain", update.preampDecibels).text("Mode", "AUTO"));
    for (const Band &band : update.bands) {
        ObjectText filter;
        filter.number("Gain", band.filter.gainDecibels).number("Frequency", band.filter.frequencyHertz).number("Q", band.filter.q);
        if (update.layout == Layout::Twelve)
            filter.text("Type", typeNameOf(band.place.kind));
        branch.object(nameOf(update.layout, band.place), filter);
    }
    return branch;
}

Bytes terminated(const ObjectText &message)
{
    const std::string text = message.done();
    Bytes bytes(text.begin(), text.end());
    bytes.push_back(0);
    return bytes;
}

struct Encoder {
    Result<Bytes> operator()(Describe) const { return terminated(ObjectText().text("Product", product).text("Action", "Describe")); }

    Result<Bytes> operator()(const Update &update) const
    {
        if (auto fits = check(update); !fits)
            return std::unexpected(fits.error());
        const ObjectText processor = ObjectText().object("Headphone", branchOf(update));
        const ObjectText configuration = ObjectText().object("DSP", processor);
        return terminated(ObjectText().text("Product", product).yes("FormatOutput").text("Action", "Update").object("Configuration", configuration));
    }
};

Update updateIn(PathReader &in)
{
    Update update;
    if (in.text({"Configuration", "DSP", "Headphone", "Preamp", "Mode"}) != "AUTO")
        in.blame({"Configuration", "DSP", "Headphone", "Preamp", "Mode"});
    update.preampDecibels = in.number({"Configuration", "DSP", "Headphone", "Preamp", "Gain"});
    const auto hasType = [&](Place place) { return in.has({"Configuration", "DSP", "Headphone", nameOf(Layout::Twelve, place), "Type"}); };
    update.layout = std::ranges::any_of(placesOf(Layout::Twelve), hasType) ? Layout::Twelve : Layout::Ten;
    for (const Place place : placesOf(update.layout)) {
        const std::string name = nameOf(update.layout, place);
        if (!in.has({"Configuration", "DSP", "Headphone", name}))
            continue;
        if (update.layout == Layout::Twelve && in.text({"Configuration", "DSP", "Headphone", name, "Type"}) != typeNameOf(place.kind))
            in.blame({"Configuration", "DSP", "Headphone", name, "Type"});
        const auto value = [&](std::string_view key) { return in.number({"Configuration", "DSP", "Headphone", name, key}); };
        update.bands.push_back({place, {value("Gain"), value("Frequency"), value("Q")}});
    }
    return update;
}

} // namespace

Result<Bytes> encode(const Request &request)
{
    return std::visit(Encoder{}, request);
}

Result<Request> decodeRequest(BytesView message)
{
    const auto object = objectIn(message);
    if (!object)
        return std::unexpected(object.error());
    PathReader in(*object);
    if (in.text({"Product"}) != product)
        in.blame({"Product"});
    const std::string action = in.text({"Action"});
    if (action != "Describe" && action != "Update")
        in.blame({"Action"});
    Request request = Describe{};
    if (action == "Update")
        request = updateIn(in);
    if (in.error())
        return std::unexpected(*in.error());
    if (const auto again = encode(request); !again)
        return std::unexpected(again.error());
    return request;
}

} // namespace gainstage::jdslabs
