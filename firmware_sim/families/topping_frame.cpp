// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/topping_frame.h"

#include <array>
#include <cstddef>

namespace gainstage::sim::topping {
namespace {

constexpr std::size_t frameSize = 16, checkedFrom = 2, valueAt = 7, checksumAt = 11, endAt = 13;

/// CRC-16/MODBUS, by a table of its sixteen nibbles.
std::uint16_t checksumOf(std::span<const std::uint8_t> bytes)
{
    constexpr std::array<std::uint16_t, 16> nibbles{0x0000, 0xcc01, 0xd801, 0x1400, 0xf001, 0x3c00, 0x2800, 0xe401,
                                                    0xa001, 0x6c00, 0x7800, 0xb401, 0x5000, 0x9c01, 0x8801, 0x4400};
    unsigned sum = 0xffff;
    for (const std::uint8_t byte : bytes) {
        sum = sum >> 4U ^ nibbles[(sum ^ byte) & 0xfU];
        sum = sum >> 4U ^ nibbles[(sum ^ unsigned(byte) >> 4U) & 0xfU];
    }
    return static_cast<std::uint16_t>(sum);
}

} // namespace

std::optional<Frame> parse(std::span<const std::uint8_t> report)
{
    if (report.size() < frameSize - 1 || report.size() > frameSize)
        return std::nullopt;
    if (report[0] != 0x22 || report[1] != 0x33 || report[endAt] != 0x66 || report[endAt + 1] != 0x77)
        return std::nullopt;
    const unsigned given = unsigned(report[checksumAt]) << 8U | report[checksumAt + 1];
    const bool checked = given == checksumOf(report.subspan(checkedFrom, checksumAt - checkedFrom));
    if (!checked && given != 0)
        return std::nullopt;
    std::uint32_t value = 0;
    for (const std::uint8_t byte : report.subspan(valueAt, 4))
        value = value << 8U | byte;
    const auto command = static_cast<std::uint16_t>(unsigned(report[5]) << 8U | report[6]);
    return Frame{report[2], report[3], report[4], command, static_cast<std::int32_t>(value), checked};
}

std::vector<std::uint8_t> reportOf(const Frame &frame)
{
    const auto value = static_cast<std::uint32_t>(frame.value);
    std::vector<std::uint8_t> report(frameSize);
    report[0] = 0x22;
    report[1] = 0x33;
    report[2] = frame.kind;
    report[3] = frame.count;
    report[4] = frame.index;
    report[5] = static_cast<std::uint8_t>(frame.command >> 8U);
    report[6] = static_cast<std::uint8_t>(frame.command);
    for (std::size_t i = 0; i < 4; ++i)
        report[valueAt + i] = static_cast<std::uint8_t>(value >> (24U - 8U * i));
    const std::uint16_t checksum = checksumOf(std::span(report).subspan(checkedFrom, checksumAt - checkedFrom));
    report[checksumAt] = static_cast<std::uint8_t>(checksum >> 8U);
    report[checksumAt + 1] = static_cast<std::uint8_t>(checksum);
    report[endAt] = 0x66;
    report[endAt + 1] = 0x77;
    return report;
}

} // namespace gainstage::sim::topping
