// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/utf8.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

/// Bytes that follow this first one; -1 where no character begins so.
int followers(std::uint8_t first)
{
    if (first < 0x80)
        return 0;
    if (first >= 0xc2 && first <= 0xdf)
        return 1;
    if (first >= 0xe0 && first <= 0xef)
        return 2;
    return first >= 0xf0 && first <= 0xf4 ? 3 : -1;
}

/// The second byte decides whether a form is the shortest, a surrogate, or beyond the last character.
bool mayFollow(std::uint8_t first, std::uint8_t second)
{
    switch (first) {
    case 0xe0: return second >= 0xa0;
    case 0xed: return second <= 0x9f;
    case 0xf0: return second >= 0x90;
    case 0xf4: return second <= 0x8f;
    default: return true;
    }
}

} // namespace

bool isUtf8(std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const int count = followers(bytes[0]);
        if (count < 0 || bytes.size() <= static_cast<std::size_t>(count))
            return false;
        const auto rest = bytes.subspan(1, static_cast<std::size_t>(count));
        if (!std::all_of(rest.begin(), rest.end(), [](std::uint8_t byte) { return (byte & 0xc0) == 0x80; }))
            return false;
        if (count > 0 && !mayFollow(bytes[0], rest[0]))
            return false;
        bytes = bytes.subspan(1 + rest.size());
    }
    return true;
}

} // namespace gainstage::firmware
