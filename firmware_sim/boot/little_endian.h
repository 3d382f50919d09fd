// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace gainstage::firmware {

/// The first sizeof(T) bytes as a number, lowest byte first.
template <typename T>
constexpr T readLittleEndian(std::span<const std::uint8_t> bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = sizeof(T); i > 0; --i)
        value = (value << 8) | bytes[i - 1];
    return static_cast<T>(value);
}

template <typename T>
constexpr void writeLittleEndian(std::span<std::uint8_t> out, T value)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        out[i] = static_cast<std::uint8_t>(value >> (8 * i));
}

} // namespace gainstage::firmware
