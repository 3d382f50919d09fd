// SPDX-License-Identifier: Apache-2.0
#include "protocol/smp/crc16.h"

#include <array>

namespace gainstage::smp {
namespace {

constexpr std::uint16_t polynomial = 0x1021;

constexpr std::array<std::uint16_t, 256> crcOfByte = [] {
    std::array<std::uint16_t, 256> table{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        unsigned crc = byte << 8U;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 0x8000U) != 0 ? crc << 1U ^ polynomial : crc << 1U;
        table[byte] = static_cast<std::uint16_t>(crc);
    }
    return table;
}();

} // namespace

std::uint16_t crc16(BytesView bytes)
{
    unsigned crc = 0;
    for (const std::uint8_t byte : bytes)
        crc = (crc << 8U & 0xffffU) ^ crcOfByte[crc >> 8U ^ byte];
    return static_cast<std::uint16_t>(crc);
}

} // namespace gainstage::smp
