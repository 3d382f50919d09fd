// SPDX-License-Identifier: Apache-2.0
#include "protocol/smp/os_group.h"

#include "protocol/smp/map_reader.h"

namespace gainstage::smp {

QCborMap EchoWrite::encode() const
{
    QCborMap map;
    put(map, "d", text);
    return map;
}

Result<EchoWrite> EchoWrite::decode(const QCborMap &map)
{
    MapReader in(map);
    EchoWrite request{in.text("d")};
    return in.done(std::move(request));
}

QCborMap EchoReply::encode() const
{
    QCborMap map;
    put(map, "r", text);
    return map;
}

Result<EchoReply> EchoReply::decode(const QCborMap &map)
{
    MapReader in(map);
    EchoReply reply{in.text("r")};
    return in.done(std::move(reply));
}

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

} // namespace gainstage::smp
