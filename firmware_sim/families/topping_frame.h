// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gainstage::sim::topping {

inline constexpr std::uint8_t kRead = 0x10, kWrite = 0x20;

/// One report of the amp or of the computer, sixteen bytes.
struct Frame {
    std::uint8_t kind = kWrite, count = 1, index = 1;
    std::uint16_t command = 0;
    std::int32_t value = 0;
    bool checked = true; ///< it came with the right checksum
};

/// What the computer sent, with or without the zero byte at its end. Nothing for what an amp drops without a word: another beginning or end (a
/// frame that is shifted by a byte), or a checksum that is neither right nor absent.
std::optional<Frame> parse(std::span<const std::uint8_t> report);

std::vector<std::uint8_t> reportOf(const Frame &frame);

} // namespace gainstage::sim::topping
