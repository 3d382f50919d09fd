// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/report_lengths.h"

#include <algorithm>

namespace gainstage::sim {
namespace {

enum Item : std::uint8_t { Input = 0x80, Output = 0x90, ReportSize = 0x74, ReportId = 0x84, ReportCount = 0x94 };

constexpr std::size_t bytesOf(std::size_t bits)
{
    return (bits + 7) / 8;
}

} // namespace

ReportLengths::ReportLengths(std::span<const std::uint8_t> descriptor)
{
    std::uint32_t size = 0, count = 0;
    std::uint8_t id = 0;
    while (!descriptor.empty()) {
        const std::uint8_t head = descriptor[0];
        const std::size_t length = (head & 3) == 3 ? 4 : head & 3;
        if (descriptor.size() < 1 + length)
            return;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < length; ++i)
            value |= std::uint32_t{descriptor[1 + i]} << (8 * i);
        descriptor = descriptor.subspan(1 + length);
        switch (head & 0xfc) {
        case ReportSize: size = value; break;
        case ReportCount: count = value; break;
        case ReportId:
            id = static_cast<std::uint8_t>(value);
            m_numbered = true;
            break;
        case Input: m_input[id] += std::size_t{size} * count; break;
        case Output: m_output[id] += std::size_t{size} * count; break;
        default: break;
        }
    }
}

std::vector<std::uint8_t> ReportLengths::padded(std::span<const std::uint8_t> report) const
{
    std::vector<std::uint8_t> bytes(report.begin(), report.end());
    const auto known = m_input.find(m_numbered && !report.empty() ? report[0] : std::uint8_t{0});
    if (known != m_input.end())
        bytes.resize(std::max(bytes.size(), bytesOf(known->second) + (m_numbered ? 1 : 0)));
    return bytes;
}

std::size_t ReportLengths::longest() const
{
    std::size_t bits = 0;
    for (const auto *const direction : {&m_input, &m_output})
        for (const auto &[id, length] : *direction)
            bits = std::max(bits, length);
    return bytesOf(bits) + (m_numbered ? 1 : 0);
}

} // namespace gainstage::sim
