// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/parameters.h"

#include "protocol/gap/map_reader.h"

namespace gainstage::gap {

QCborMap ParametersReply::encode() const
{
    QCborMap map;
    put(map, "buf_size", bufferSize);
    put(map, "buf_count", bufferCount);
    return map;
}

Result<ParametersReply> ParametersReply::decode(const QCborMap &map)
{
    MapReader in(map);
    ParametersReply reply;
    reply.bufferSize = in.integer<std::uint32_t>("buf_size");
    reply.bufferCount = in.integer<std::uint32_t>("buf_count");
    return in.done(reply);
}

} // namespace gainstage::gap
