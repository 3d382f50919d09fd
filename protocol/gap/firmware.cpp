// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/firmware.h"

#include "protocol/gap/limits.h"
#include "protocol/gap/map_reader.h"

namespace gainstage::gap {
namespace {

constexpr qsizetype uuidSize = 16, keySize = 32;

} // namespace

QCborMap FirmwareReply::encode() const
{
    QCborArray all;
    for (const QByteArray &key : keys)
        all.append(key);
    QCborMap map;
    put(map, "vendor", vendor);
    put(map, "class", classId);
    put(map, "counter", counter);
    put(map, "keys", all);
    putIf(map, "trial", trialMilliseconds);
    return map;
}

Result<FirmwareReply> FirmwareReply::decode(const QCborMap &map)
{
    MapReader in(map);
    FirmwareReply reply;
    reply.vendor = in.bytes("vendor", uuidSize, uuidSize);
    reply.classId = in.bytes("class", uuidSize, uuidSize);
    reply.counter = in.integer<std::uint32_t>("counter");
    reply.keys = in.byteStrings("keys", kMostFirmwareKeys, keySize);
    reply.trialMilliseconds = in.optionalInteger<std::uint32_t>("trial");
    return in.done(std::move(reply));
}

} // namespace gainstage::gap
