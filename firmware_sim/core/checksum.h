// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace gainstage::firmware {

/// CRC-16 of the serial framing: polynomial 1021, no reflection, no final inversion. `crc` continues an earlier piece.
std::uint16_t crc16(std::span<const std::uint8_t> bytes, std::uint16_t crc = 0);
/// CRC-32 as in Ethernet, for the records in flash. `crc` continues an earlier piece.
std::uint32_t crc32(std::span<const std::uint8_t> bytes, std::uint32_t crc = 0);
/// FNV-1a, 64 bits: the digest of the description.
std::uint64_t fnv1a64(std::span<const std::uint8_t> bytes);

} // namespace gainstage::firmware
