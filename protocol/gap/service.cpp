// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/service.h"

#include "protocol/gap/limits.h"
#include "protocol/gap/map_reader.h"

namespace gainstage::gap {

QCborMap IdentifyWrite::encode() const
{
    QCborMap map;
    put(map, "ms", milliseconds);
    return map;
}

Result<IdentifyWrite> IdentifyWrite::decode(const QCborMap &map)
{
    MapReader in(map);
    IdentifyWrite request{in.integer<std::uint32_t>("ms")};
    return in.done(request);
}

QCborMap LockReadReply::encode() const
{
    QCborMap map;
    put(map, "held", QCborValue(held));
    put(map, "ms", milliseconds);
    return map;
}

Result<LockReadReply> LockReadReply::decode(const QCborMap &map)
{
    MapReader in(map);
    LockReadReply reply;
    reply.held = in.boolean("held");
    reply.milliseconds = in.integer<std::uint32_t>("ms");
    return in.done(reply);
}

QCborMap LockWrite::encode() const
{
    QCborMap map;
    put(map, "ms", milliseconds);
    putIf(map, "key", key);
    return map;
}

Result<LockWrite> LockWrite::decode(const QCborMap &map)
{
    MapReader in(map);
    LockWrite request;
    request.milliseconds = in.integer<std::uint32_t>("ms");
    request.key = in.optionalBytes("key", 0, kLongestKey);
    return in.done(std::move(request));
}

QCborMap LockWriteReply::encode() const
{
    QCborMap map;
    put(map, "key", key);
    put(map, "ms", milliseconds);
    return map;
}

Result<LockWriteReply> LockWriteReply::decode(const QCborMap &map)
{
    MapReader in(map);
    LockWriteReply reply;
    reply.key = in.bytes("key", kDigestSize, kDigestSize);
    reply.milliseconds = in.integer<std::uint32_t>("ms");
    return in.done(std::move(reply));
}

QCborMap FaultsRead::encode() const
{
    QCborMap map;
    putIf(map, "from", from);
    return map;
}

Result<FaultsRead> FaultsRead::decode(const QCborMap &map)
{
    MapReader in(map);
    FaultsRead request{in.optionalInteger<std::uint32_t>("from")};
    return in.done(request);
}

QCborMap FaultsReply::encode() const
{
    QCborArray rows;
    for (const Fault &fault : faults)
        rows.append(QCborArray{static_cast<qint64>(fault.number), static_cast<qint64>(fault.seconds), static_cast<qint64>(fault.code),
                               static_cast<qint64>(fault.argument)});
    QCborMap map;
    put(map, "faults", rows);
    put(map, "next", next);
    return map;
}

Result<FaultsReply> FaultsReply::decode(const QCborMap &map)
{
    MapReader in(map);
    FaultsReply reply;
    in.eachRow<std::int64_t>("faults", kMostFaults, 4, [&](const auto &row) {
        for (std::size_t i = 0; i < 3; ++i) {
            if (row[i] < 0 || row[i] > std::numeric_limits<std::uint32_t>::max())
                in.refuse("faults");
        }
        reply.faults.push_back({static_cast<std::uint32_t>(row[0]), static_cast<std::uint32_t>(row[1]), static_cast<std::uint32_t>(row[2]), row[3]});
    });
    reply.next = in.integer<std::uint32_t>("next");
    return in.done(std::move(reply));
}

QCborMap FaultsClear::encode() const
{
    QCborMap map;
    put(map, "clear", QCborValue(true));
    putIf(map, "key", key);
    return map;
}

Result<FaultsClear> FaultsClear::decode(const QCborMap &map)
{
    MapReader in(map);
    FaultsClear request;
    if (!in.boolean("clear"))
        in.refuse("clear");
    request.key = in.optionalBytes("key", 0, kLongestKey);
    return in.done(std::move(request));
}

QCborMap FactoryResetToken::encode() const
{
    QCborMap map;
    put(map, "token", token);
    return map;
}

Result<FactoryResetToken> FactoryResetToken::decode(const QCborMap &map)
{
    MapReader in(map);
    FactoryResetToken reply{in.bytes("token", kDigestSize, kDigestSize)};
    return in.done(std::move(reply));
}

QCborMap FactoryResetWrite::encode() const
{
    QCborMap map;
    put(map, "token", token);
    putIf(map, "key", key);
    return map;
}

Result<FactoryResetWrite> FactoryResetWrite::decode(const QCborMap &map)
{
    MapReader in(map);
    FactoryResetWrite request;
    request.token = in.bytes("token", 0, kLongestKey);
    request.key = in.optionalBytes("key", 0, kLongestKey);
    return in.done(std::move(request));
}

QCborMap FactoryResetReply::encode() const
{
    QCborMap map;
    put(map, "rev", revision);
    return map;
}

Result<FactoryResetReply> FactoryResetReply::decode(const QCborMap &map)
{
    MapReader in(map);
    FactoryResetReply reply{in.integer<std::uint32_t>("rev")};
    return in.done(reply);
}

} // namespace gainstage::gap
