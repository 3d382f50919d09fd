// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/boot_hardware.h"

#include <algorithm>
#include <optional>

namespace gainstage::firmware {

/// What a power cut left half written reads otherwise each time; something read this often in the same way is taken for written.
inline constexpr int kSteadyReads = 16;

/// `size` bytes; nothing when they cannot be read or do not read the same each time.
template <std::size_t size>
std::optional<std::array<std::uint8_t, size>> readSteadily(BootHardware &hardware, Region region, std::size_t offset)
{
    std::array<std::uint8_t, size> first{}, again{};
    if (!hardware.regionRead(region, offset, first))
        return std::nullopt;
    for (int i = 1; i < kSteadyReads; ++i) {
        if (!hardware.regionRead(region, offset, again) || again != first)
            return std::nullopt;
    }
    return first;
}

inline bool isErased(std::span<const std::uint8_t> bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == 0xff; });
}

} // namespace gainstage::firmware
