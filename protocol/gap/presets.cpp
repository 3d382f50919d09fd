// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/presets.h"

#include "protocol/gap/equalizer_parts.h"
#include "protocol/gap/limits.h"
#include "protocol/gap/map_reader.h"

namespace gainstage::gap {

QCborMap PresetsRead::encode() const
{
    QCborMap map;
    putIf(map, "slot", slot);
    return map;
}

Result<PresetsRead> PresetsRead::decode(const QCborMap &map)
{
    MapReader in(map);
    PresetsRead request{in.optionalInteger<std::uint32_t>("slot")};
    return in.done(request);
}

QCborMap PresetListReply::encode() const
{
    QCborArray all;
    for (const PresetSlot &slot : list) {
        QCborMap element;
        put(element, "slot", slot.slot);
        put(element, "name", slot.name);
        put(element, "used", QCborValue(slot.used));
        all.append(element);
    }
    QCborMap map;
    put(map, "slots", all);
    put(map, "wear", wear);
    return map;
}

Result<PresetListReply> PresetListReply::decode(const QCborMap &map)
{
    MapReader in(map);
    PresetListReply reply;
    in.eachMap("slots", kMostSlots, [&](MapReader &element) {
        PresetSlot slot;
        slot.slot = element.integer<std::uint32_t>("slot");
        slot.name = element.text("name");
        slot.used = element.boolean("used");
        reply.list.push_back(slot);
    });
    reply.wear = in.integer<std::uint32_t>("wear");
    return in.done(std::move(reply));
}

QCborMap PresetReply::encode() const
{
    QCborMap map;
    put(map, "slot", slot);
    put(map, "name", name);
    put(map, "values", valuesMap(values));
    if (equalizer) {
        QCborMap bands;
        putBands(bands, *equalizer);
        put(map, "eq", bands);
    }
    return map;
}

Result<PresetReply> PresetReply::decode(const QCborMap &map)
{
    MapReader in(map);
    PresetReply reply;
    reply.slot = in.integer<std::uint32_t>("slot");
    reply.name = in.text("name");
    reply.values = in.values("values", kMostSettings);
    if (in.has("eq")) {
        MapReader bands = in.map("eq");
        reply.equalizer = readBands(bands);
    }
    return in.done(std::move(reply));
}

QCborMap PresetWrite::encode() const
{
    QCborMap map;
    put(map, "slot", slot);
    put(map, "do", static_cast<int>(action));
    putIf(map, "name", name);
    putIf(map, "key", key);
    return map;
}

Result<PresetWrite> PresetWrite::decode(const QCborMap &map)
{
    MapReader in(map);
    PresetWrite request;
    request.slot = in.integer<std::uint32_t>("slot");
    request.action = static_cast<PresetAction>(in.integer<std::uint8_t>("do", 0, 3));
    request.name = in.optionalText("name");
    request.key = in.optionalBytes("key", 0, kLongestKey);
    return in.done(std::move(request));
}

} // namespace gainstage::gap
