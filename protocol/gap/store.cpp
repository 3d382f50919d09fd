// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/store.h"

#include "protocol/gap/limits.h"
#include "protocol/gap/map_reader.h"

namespace gainstage::gap {

QCborMap StoreWrite::encode() const
{
    QCborMap map;
    putIf(map, "key", key);
    return map;
}

Result<StoreWrite> StoreWrite::decode(const QCborMap &map)
{
    MapReader in(map);
    StoreWrite request{in.optionalBytes("key", 0, kLongestKey)};
    return in.done(std::move(request));
}

QCborMap StoreReply::encode() const
{
    QCborMap map;
    put(map, "rev", revision);
    put(map, "wear", wear);
    return map;
}

Result<StoreReply> StoreReply::decode(const QCborMap &map)
{
    MapReader in(map);
    StoreReply reply;
    reply.revision = in.integer<std::uint32_t>("rev");
    reply.wear = in.integer<std::uint32_t>("wear");
    return in.done(reply);
}

} // namespace gainstage::gap
