// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/event.h"

#include "protocol/gap/limits.h"
#include "protocol/gap/meters_parts.h"
#include "protocol/gap/state_parts.h"

namespace gainstage::gap {
namespace {

using What = decltype(EventMessage::what);

/// The source is for people; one of a later version is shown as the nearest that we know.
EventSource readSource(MapReader &in)
{
    const auto source = in.integer<std::uint32_t>("src");
    return source <= 4 ? static_cast<EventSource>(source) : EventSource::Client;
}

void putSource(QCborMap &map, EventSource source)
{
    put(map, "src", static_cast<int>(source));
}

ValuesChanged readValuesChanged(MapReader &in)
{
    ValuesChanged changed;
    changed.values = in.values("values", kMostSettings);
    changed.source = readSource(in);
    return changed;
}

What readWhat(MapReader &in, std::uint32_t number)
{
    switch (number) {
    case 1: return readValuesChanged(in);
    case 2: return JackChanged{readJack(in)};
    case 3: return Clipping{in.integer<std::uint32_t>("clip")};
    case 4: return ProtectionChanged{in.integer<std::uint32_t>("prot")};
    case 5: {
        MapReader input = in.map("input");
        return InputChanged{readInput(input)};
    }
    case 6: return AboutToPowerDown{in.integer<std::uint32_t>("ms")};
    case 7: return readMeters(in);
    case 8: return EqualizerChanged{readSource(in)};
    case 9: return Stored{in.boolean("dirty")};
    case 10: return EverythingChanged{readSource(in)};
    case 11: return LockChanged{in.boolean("held")};
    default: return UnknownEvent{number};
    }
}

struct Writer {
    QCborMap &map;
    void operator()(const UnknownEvent &) const {}
    void operator()(const ValuesChanged &event) const
    {
        put(map, "values", valuesMap(event.values));
        putSource(map, event.source);
    }
    void operator()(const JackChanged &event) const { putJack(map, event.jack); }
    void operator()(const Clipping &event) const { put(map, "clip", event.count); }
    void operator()(const ProtectionChanged &event) const { put(map, "prot", event.protection); }
    void operator()(const InputChanged &event) const { put(map, "input", inputMap(event.input)); }
    void operator()(const AboutToPowerDown &event) const { put(map, "ms", event.milliseconds); }
    void operator()(const MetersReply &event) const { putMeters(map, event); }
    void operator()(const EqualizerChanged &event) const { putSource(map, event.source); }
    void operator()(const Stored &event) const { put(map, "dirty", QCborValue(event.dirty)); }
    void operator()(const EverythingChanged &event) const { putSource(map, event.source); }
    void operator()(const LockChanged &event) const { put(map, "held", QCborValue(event.held)); }
};

/// The variant's order is that of the numbers.
std::uint32_t numberOf(const What &what)
{
    const auto *unknown = std::get_if<UnknownEvent>(&what);
    return unknown ? unknown->number : static_cast<std::uint32_t>(what.index());
}

} // namespace

QCborMap EventMessage::encode() const
{
    QCborMap map;
    put(map, "ev", numberOf(what));
    put(map, "rev", revision);
    std::visit(Writer{map}, what);
    return map;
}

Result<EventMessage> EventMessage::decode(const QCborMap &map)
{
    MapReader in(map);
    EventMessage message;
    const auto number = in.integer<std::uint32_t>("ev");
    message.revision = in.integer<std::uint32_t>("rev");
    message.what = readWhat(in, number);
    return in.done(std::move(message));
}

} // namespace gainstage::gap
