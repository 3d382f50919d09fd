// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/smp/cbor.h"
#include "protocol/smp/packet.h"
#include "tests/fuzz/require.h"

using namespace gainstage;

/// What a map says is the same after it was written and read once more. Compared as bytes: a NaN is not equal to itself.
static void survivesARoundTrip(const QCborMap &map)
{
    const Bytes bytes = smp::encodeMap(map);
    const auto again = smp::decodeMap(bytes);
    fuzz::require(again.has_value() && smp::encodeMap(*again) == bytes);
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
