// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace gainstage::firmware {

/// Padded base64 of `bytes` into `out` (at least 4 characters for every 3 bytes begun); returns the number of characters.
std::size_t encodeBase64(std::span<const std::uint8_t> bytes, std::span<std::uint8_t> out);
/// Number of bytes, or nothing where `text` is not padded base64. `out` holds at least 3 bytes for every 4 characters.
std::optional<std::size_t> decodeBase64(std::span<const std::uint8_t> text, std::span<std::uint8_t> out);

} // namespace gainstage::firmware
