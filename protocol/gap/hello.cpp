// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/hello.h"

#include "protocol/gap/limits.h"
#include "protocol/gap/map_reader.h"

namespace gainstage::gap {
namespace {

void putVersion(QCborMap &map, Version version)
{
    put(map, "gap", QCborArray{version.major, version.minor});
}

Version readVersion(MapReader &in)
{
    // More than two numbers may come with a later minor version.
    const auto numbers = in.integers<std::uint16_t>("gap", 8);
    if (numbers.size() < 2) {
        in.refuse("gap");
        return {};
    }
    return {numbers[0], numbers[1]};
}

} // namespace

QCborMap HelloRead::encode() const
{
    QCborMap map;
    if (highest)
        putVersion(map, *highest);
    return map;
}

Result<HelloRead> HelloRead::decode(const QCborMap &map)
{
    MapReader in(map);
    HelloRead request{std::nullopt};
    if (in.has("gap"))
        request.highest = readVersion(in);
    return in.done(request);
}

QCborMap HelloReply::encode() const
{
    QCborMap map;
    putVersion(map, version);
    put(map, "maker", maker);
    put(map, "model", model);
    put(map, "sn", serialNumber);
    put(map, "hw", hardware);
    put(map, "fw", firmware);
    put(map, "digest", digest);
    put(map, "len", length);
    put(map, "rev", revision);
    return map;
}

Result<HelloReply> HelloReply::decode(const QCborMap &map)
{
    MapReader in(map);
    HelloReply reply;
    reply.version = readVersion(in);
    reply.maker = in.text("maker");
    reply.model = in.text("model");
    reply.serialNumber = in.text("sn");
    reply.hardware = in.text("hw");
    reply.firmware = in.text("fw");
    reply.digest = in.bytes("digest", kDigestSize, kDigestSize);
    reply.length = in.integer<std::uint32_t>("len", 1, kLongestDocument);
    reply.revision = in.integer<std::uint32_t>("rev");
    return in.done(reply);
}

} // namespace gainstage::gap
