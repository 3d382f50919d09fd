// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace gainstage::firmware {

/// The first sizeof(T) bytes as an unsigned number, highest byte first. `bytes` must be long enough.
template <typename T>
T readBigEndian(std::span<const std::uint8_t> bytes)
{
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        value = static_cast<T>((value << 8) | bytes[i]);
    return value;
}

template <typename T>
void writeBigEndian(std::span<std::uint8_t> out, T value)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        out[i] = static_cast<std::uint8_t>(value >> (8 * (sizeof(T) - 1 - i)));
}

} // namespace gainstage::firmware
