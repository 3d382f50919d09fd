// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/meters.h"

#include "protocol/gap/limits.h"
#include "protocol/gap/map_reader.h"
#include "protocol/gap/meters_parts.h"

namespace gainstage::gap {
namespace {

void putNumbers(QCborMap &map, const char *key, const std::optional<std::vector<std::int32_t>> &numbers)
{
    if (!numbers)
        return;
    QCborArray array;
    for (const std::int32_t number : *numbers)
        array.append(number);
    put(map, key, array);
}

std::optional<std::vector<std::int32_t>> readNumbers(MapReader &in, const char *key)
{
    return in.has(key) ? std::optional(in.integers<std::int32_t>(key, kMostChannels)) : std::nullopt;
}

} // namespace

void putMeters(QCborMap &map, const MetersReply &meters)
{
    putNumbers(map, "level", meters.level);
    putIf(map, "clip", meters.clips);
    putIf(map, "temp", meters.temperature);
    putNumbers(map, "supply", meters.supply);
}

MetersReply readMeters(MapReader &in)
{
    MetersReply meters;
    meters.level = readNumbers(in, "level");
    meters.clips = in.optionalInteger<std::uint32_t>("clip");
    meters.temperature = in.optionalInteger<std::int32_t>("temp");
    meters.supply = readNumbers(in, "supply");
    return meters;
}

QCborMap MetersReply::encode() const
{
    QCborMap map;
    putMeters(map, *this);
    return map;
}

Result<MetersReply> MetersReply::decode(const QCborMap &map)
{
    MapReader in(map);
    MetersReply reply = readMeters(in);
    return in.done(std::move(reply));
}

QCborMap MetersWrite::encode() const
{
    QCborMap map;
    put(map, "every", every);
    put(map, "lease", lease);
    return map;
}

Result<MetersWrite> MetersWrite::decode(const QCborMap &map)
{
    MapReader in(map);
    MetersWrite request;
    request.every = in.integer<std::uint32_t>("every");
    request.lease = in.integer<std::uint32_t>("lease");
    return in.done(request);
}

} // namespace gainstage::gap
