// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace gainstage::firmware {

/// The first byte of a CBOR item with its argument (RFC 8949, section 3).
struct CborHead {
    static constexpr std::uint8_t kIndefinite = 31;

    std::uint8_t major = 0;
    std::uint8_t info = 0;
    std::uint64_t argument = 0;
    std::size_t size = 0; ///< bytes of the head itself

    bool isIndefinite() const { return info == kIndefinite; }
    bool isBreak() const { return major == 7 && info == kIndefinite; }
};

/// Empty when the bytes end too early or use reserved values.
std::optional<CborHead> readCborHead(std::span<const std::uint8_t> bytes);

} // namespace gainstage::firmware
