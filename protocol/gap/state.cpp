// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/state.h"

#include "protocol/gap/limits.h"
#include "protocol/gap/state_parts.h"

namespace gainstage::gap {

Jack readJack(MapReader &in)
{
    Jack jack;
    jack.output = in.integer<std::uint32_t>("out");
    jack.plugged = in.boolean("in");
    jack.milliohm = in.optionalInteger<std::uint32_t>("z");
    return jack;
}

void putJack(QCborMap &map, const Jack &jack)
{
    put(map, "out", jack.output);
    put(map, "in", QCborValue(jack.plugged));
    putIf(map, "z", jack.milliohm);
}

Input readInput(MapReader &in)
{
    Input input;
    input.id = in.integer<std::int32_t>("id");
    input.locked = in.boolean("lock");
    input.rate = in.integer<std::uint32_t>("rate");
    return input;
}

QCborMap inputMap(const Input &input)
{
    QCborMap map;
    put(map, "id", input.id);
    put(map, "lock", QCborValue(input.locked));
    put(map, "rate", input.rate);
    return map;
}

QCborMap StateReply::encode() const
{
    QCborMap map;
    put(map, "rev", revision);
    put(map, "values", valuesMap(values));
    QCborArray all;
    for (const Jack &jack : jacks) {
        QCborMap element;
        putJack(element, jack);
        all.append(element);
    }
    put(map, "jacks", all);
    if (input)
        put(map, "input", inputMap(*input));
    put(map, "prot", protection);
    put(map, "dirty", QCborValue(dirty));
    return map;
}

Result<StateReply> StateReply::decode(const QCborMap &map)
{
    MapReader in(map);
    StateReply reply;
    reply.revision = in.integer<std::uint32_t>("rev");
    reply.values = in.values("values", kMostSettings);
    in.eachMap("jacks", kMostOutputs, [&](MapReader &jack) { reply.jacks.push_back(readJack(jack)); });
    if (in.has("input")) {
        MapReader input = in.map("input");
        reply.input = readInput(input);
    }
    reply.protection = in.integer<std::uint32_t>("prot");
    reply.dirty = in.boolean("dirty");
    return in.done(std::move(reply));
}

QCborMap StateWrite::encode() const
{
    QCborMap map;
    put(map, "values", valuesMap(values));
    putIf(map, "rev", revision);
    putIf(map, "key", key);
    return map;
}

Result<StateWrite> StateWrite::decode(const QCborMap &map)
{
    MapReader in(map);
    StateWrite request;
    request.values = in.values("values", kMostSettings);
    request.revision = in.optionalInteger<std::uint32_t>("rev");
    request.key = in.optionalBytes("key", 0, kLongestKey);
    return in.done(std::move(request));
}

} // namespace gainstage::gap
