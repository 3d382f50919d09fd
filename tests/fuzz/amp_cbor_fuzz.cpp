// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/core/cbor_reader.h"
#include "firmware_sim/core/cbor_writer.h"
#include "tests/fuzz/require.h"

#include <array>
#include <vector>

using namespace gainstage;
using namespace gainstage::firmware;

namespace {

constexpr int kDeepest = 8;

void walk(const CborValue &value, int depth);

void walk(CborItems items, int depth)
{
    fuzz::require(depth <= kDeepest);
    while (const auto item = items.next())
        walk(*item, depth + 1);
}

void readString(const CborString &string)
{
    std::vector<std::uint8_t> bytes(string.size());
    fuzz::require(string.copyTo(bytes) == bytes.size());
    std::array<std::uint8_t, 4> little{};
    fuzz::require(string.copyTo(little) <= little.size());
}

/// Asks for everything that the firmware's handlers ask for.
void walk(const CborValue &value, int depth)
{
    (void)value.asUnsigned();
    (void)value.asInteger();
    (void)value.asBoolean();
    for (const auto &string : {value.asText(), value.asBytes()})
        if (string)
            readString(*string);
    if (const auto array = value.asArray())
        walk(*array, depth);
    if (const auto map = value.asMap()) {
        (void)map->find("volume");
        walk(map->items(), depth);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span<const std::uint8_t> bytes(data, size);
    fuzz::require(cborItemSize(bytes) <= size);
    if (const auto map = parseCborMap(bytes)) {
        (void)map->find("rev");
        (void)map->positionOf("key");
        walk(map->items(), 1);
    }
    return 0;
}
