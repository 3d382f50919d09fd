// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/cbor_head.h"

namespace gainstage::firmware {

namespace {

bool mayBeIndefinite(std::uint8_t major)
{
    return (major >= 2 && major <= 5) || major == 7;
}

} // namespace

std::optional<CborHead> readCborHead(std::span<const std::uint8_t> bytes)
{
    if (bytes.empty())
        return std::nullopt;
    CborHead head;
    head.major = static_cast<std::uint8_t>(bytes[0] >> 5);
    head.info = bytes[0] & 0x1f;
    head.size = 1;
    if (head.info < 24) {
        head.argument = head.info;
        return head;
    }
    if (head.info == CborHead::kIndefinite)
        return mayBeIndefinite(head.major) ? std::optional(head) : std::nullopt;
    if (head.info > 27)
        return std::nullopt;
    const std::size_t width = std::size_t{1} << (head.info - 24);
    if (bytes.size() <= width)
        return std::nullopt;
    for (std::size_t i = 1; i <= width; ++i)
        head.argument = (head.argument << 8) | bytes[i];
    head.size += width;
    return head;
}

} // namespace gainstage::firmware
