// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/hid_framing.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint8_t kFirst = 0x40, kLast = 0x80, kLengthMask = 0x3f;
constexpr std::size_t kReportHeader = 2, kMaxPayload = kHidReport - kReportHeader;
constexpr std::uint32_t kSilenceMs = 1000;

} // namespace

Arrival HidReceiver::drop()
{
    m_inPacket = false;
    return Arrival::None;
}

bool HidReceiver::continues(std::uint8_t counter, std::uint32_t now) const
{
    return m_inPacket && counter == m_expected && now - m_lastReport <= kSilenceMs;
}

Arrival HidReceiver::take(std::span<const std::uint8_t> report, std::uint32_t now, ReceiveBuffer &buffer)
{
    if (report.size() != kHidReport)
        return drop();
    const std::size_t length = report[0] & kLengthMask;
    const bool first = (report[0] & kFirst) != 0;
    if (length > kMaxPayload || (!first && !continues(report[1], now)))
        return drop();
    if (first)
        buffer.size = 0;
    m_inPacket = true;
    m_expected = static_cast<std::uint8_t>(report[1] + 1);
    m_lastReport = now;
    const std::size_t fits = std::min(length, buffer.bytes.size() - buffer.size);
    std::copy_n(report.begin() + kReportHeader, fits, buffer.bytes.begin() + static_cast<std::ptrdiff_t>(buffer.size));
    buffer.size += fits;
    return finish(buffer, (report[0] & kLast) != 0);
}

Arrival HidReceiver::finish(ReceiveBuffer &buffer, bool last)
{
    const auto header = readHeader(buffer.content());
    if (header && kHeaderSize + header->length > buffer.limit) {
        m_inPacket = false;
        return Arrival::TooLarge;
    }
    if (buffer.size > buffer.limit)
        return drop();
    if (!last)
        return Arrival::None;
    m_inPacket = false;
    return isWhole(buffer.content()) ? Arrival::Packet : Arrival::None;
}

void sendHid(Hardware &hardware, std::uint8_t link, std::span<const std::uint8_t> packet, std::uint8_t &counter)
{
    std::uint8_t flags = kFirst;
    while (!packet.empty()) {
        const std::size_t length = std::min(packet.size(), kMaxPayload);
        if (length == packet.size())
            flags |= kLast;
        std::array<std::uint8_t, kHidReport> report{};
        report[0] = static_cast<std::uint8_t>(flags | length);
        report[1] = counter++;
        std::copy_n(packet.begin(), length, report.begin() + kReportHeader);
        hardware.send(link, report);
        packet = packet.subspan(length);
        flags = 0;
    }
}

} // namespace gainstage::firmware
