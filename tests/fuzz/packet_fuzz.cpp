// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smp/cbor.h"
#include "protocol/smp/packet.h"
#include "tests/fuzz/require.h"

using namespace gainstage;

/// The map as it is after it was written and read once more.
static QCborMap again(const QCborMap &map)
{
    const auto result = smp::decodeMap(smp::encodeMap(map));
    fuzz::require(result.has_value());
    return result.value_or(QCborMap());
}

/// What a map says stays the same when it is written and read. Counted from the second time on, because different NaNs as keys become one by then, and
/// compared as bytes, because a NaN is not equal to itself.
static void survivesARoundTrip(const QCborMap &map)
{
    const QCborMap once = again(map);
    fuzz::require(smp::encodeMap(again(once)) == smp::encodeMap(once));
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const BytesView bytes(data, size);
    if (const auto map = smp::decodeMap(bytes))
        survivesARoundTrip(*map);
    const auto packet = smp::decode(bytes);
    if (!packet)
        return 0;
    survivesARoundTrip(packet->payload);
    (void)smp::refusalIn(packet->payload);
    return 0;
}
