// SPDX-License-Identifier: Apache-2.0
#include "protocol/smp/framing.h"
#include "protocol/smp/packet.h"

#include <algorithm>
#include <deque>

namespace gainstage::smp {
namespace {

constexpr std::size_t reportSize = 64;
constexpr std::size_t reportHeader = 2;
constexpr std::size_t payloadPerReport = reportSize - reportHeader;
constexpr std::uint8_t firstBit = 0x40;
constexpr std::uint8_t lastBit = 0x80;
constexpr std::uint8_t lengthBits = 0x3f;
constexpr Duration longestSilence = std::chrono::seconds(1);

/// Joins the payloads of reports into packets; counts reports in both directions.
class HidFraming final : public Framing {
public:
    std::vector<Bytes> frame(BytesView packet) override;
    std::size_t fullPacket(std::size_t limit) const override;
    void take(BytesView report, Instant now) override;
    std::optional<Bytes> next() override;
    void reset() override;

private:
    Bytes report(BytesView packet, std::size_t at);
    bool continues(std::uint8_t counter, Instant now) const;
    void addToPacket(BytesView payload, bool last);

    std::deque<Bytes> m_packets;
    std::optional<Bytes> m_packet; ///< the payloads so far of the packet under way
    std::uint8_t m_sent = 0;
    std::uint8_t m_received = 0; ///< counter of the last report, if a packet is under way
    Instant m_heard;
};

std::vector<Bytes> HidFraming::frame(BytesView packet)
{
    std::vector<Bytes> reports;
    for (std::size_t at = 0; at < packet.size(); at += payloadPerReport)
        reports.push_back(report(packet, at));
    return reports;
}

std::size_t HidFraming::fullPacket(std::size_t limit) const
{
    return limit < payloadPerReport ? limit : limit / payloadPerReport * payloadPerReport;
}

Bytes HidFraming::report(BytesView packet, std::size_t at)
{
    const BytesView payload = packet.subspan(at, std::min(payloadPerReport, packet.size() - at));
    const bool first = at == 0;
    const bool last = at + payload.size() == packet.size();
    Bytes bytes(reportSize);
    bytes[0] = static_cast<std::uint8_t>(payload.size() | (first ? firstBit : 0U) | (last ? lastBit : 0U));
    bytes[1] = m_sent++;
    std::ranges::copy(payload, bytes.begin() + reportHeader);
    return bytes;
}

void HidFraming::take(BytesView report, Instant now)
{
    if (report.size() < reportHeader)
        return m_packet.reset();
    const std::size_t length = report[0] & lengthBits;
    const std::uint8_t counter = report[1];
    if ((report[0] & firstBit) != 0)
        m_packet = Bytes();
    else if (!continues(counter, now))
        m_packet.reset();
    m_received = counter;
    m_heard = now;
    if (length > payloadPerReport || reportHeader + length > report.size())
        m_packet.reset();
    if (m_packet)
        addToPacket(report.subspan(reportHeader, length), (report[0] & lastBit) != 0);
}

bool HidFraming::continues(std::uint8_t counter, Instant now) const
{
    return m_packet && counter == static_cast<std::uint8_t>(m_received + 1) && now - m_heard <= longestSilence;
}

void HidFraming::addToPacket(BytesView payload, bool last)
{
    m_packet->insert(m_packet->end(), payload.begin(), payload.end());
    const bool whole = last && decodeHeader(*m_packet).has_value();
    if (whole)
        m_packets.push_back(*std::move(m_packet));
    if (last || m_packet->size() > kLargestPacket)
        m_packet.reset();
}

std::optional<Bytes> HidFraming::next()
{
    if (m_packets.empty())
        return std::nullopt;
    std::optional<Bytes> packet = std::move(m_packets.front());
    m_packets.pop_front();
    return packet;
}

void HidFraming::reset()
{
    m_packet.reset();
    m_packets.clear();
}

} // namespace

std::unique_ptr<Framing> hidFraming()
{
    return std::make_unique<HidFraming>();
}

} // namespace gainstage::smp
