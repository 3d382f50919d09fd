// SPDX-License-Identifier: Apache-2.0
#include "protocol/fiio/frame.h"

#include <algorithm>
#include <utility>

namespace gainstage::fiio {
namespace {

constexpr std::uint8_t afterSet = 0x0a;
constexpr std::uint8_t afterGet = 0x0b;
constexpr std::uint8_t trailer = 0xee;
constexpr std::size_t headSize = 6; // with the count of data bytes
constexpr std::size_t tailSize = 2; // checksum and trailer
constexpr std::size_t longestData = 255;

std::uint8_t secondByte(Direction direction)
{
    return direction == Direction::Set ? afterSet : afterGet;
}

bool beginsWell(BytesView payload)
{
    return (payload[0] == std::to_underlying(Direction::Set) && payload[1] == afterSet) ||
           (payload[0] == std::to_underlying(Direction::Get) && payload[1] == afterGet);
}

} // namespace

OutgoingFrame::OutgoingFrame(Direction direction, Command command, BytesView data)
{
    data = data.first(std::min(data.size(), longestData));
    m_bytes.reserve(headSize + data.size() + tailSize);
    for (const std::uint8_t byte : {std::to_underlying(direction), secondByte(direction), std::uint8_t(0), std::uint8_t(0), command.number(),
                                    static_cast<std::uint8_t>(data.size())})
        m_bytes.push_back(byte);
    for (const std::uint8_t byte : data)
        m_bytes.push_back(byte);
    m_bytes.push_back(0);
    m_bytes.push_back(trailer);
}

Result<Bytes> OutgoingFrame::report(Model model, std::size_t reportLength) const
{
    if (m_bytes.size() + 1 > reportLength)
        return failure(Errc::Unsupported, SENTENCE("error", "The amp takes messages of %1 bytes at most; %2 are needed."),
                       {std::to_string(reportLength), std::to_string(m_bytes.size() + 1)});
    Bytes report(reportLength, 0);
    report.front() = factsOf(model).reportId;
    std::copy(m_bytes.begin(), m_bytes.end(), report.begin() + 1);
    return report;
}

Result<Frame> parseFrame(BytesView payload)
{
    if (payload.size() < headSize + tailSize || payload.size() < headSize + tailSize + payload[headSize - 1])
        return failure(Errc::BadFrame, SENTENCE("error", "A message of %1 bytes has the wrong length."), {std::to_string(payload.size())});
    const std::size_t count = payload[headSize - 1];
    if (!beginsWell(payload) || payload[headSize + count + 1] != trailer)
        return failure(Errc::BadFrame, SENTENCE("error", "A message does not begin and end as it should: %1."),
                       {toHex(payload.first(headSize + count + tailSize))});
    return Frame{static_cast<Direction>(payload[0]), payload[3], payload[4], payload.subspan(headSize, count), payload[headSize + count]};
}

Result<BytesView> payloadOf(Model model, BytesView report)
{
    if (report.empty() || report[0] != factsOf(model).reportId)
        return failure(Errc::BadFrame, SENTENCE("error", "The amp sent something else than what was asked for (%1)."),
                       {toHex(report.first(std::min<std::size_t>(report.size(), 1)))});
    return report.subspan(1);
}

std::uint8_t crc8(BytesView bytes, std::uint8_t start)
{
    constexpr unsigned reflectedPolynomial = 0x8c;
    unsigned crc = start;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? crc >> 1U ^ reflectedPolynomial : crc >> 1U;
    }
    return static_cast<std::uint8_t>(crc);
}

bool checksumFits(Model model, BytesView payload)
{
    const auto frame = parseFrame(payload);
    if (!frame)
        return false;
    const BytesView covered = payload.first(headSize + frame->data.size());
    const std::uint8_t id = factsOf(model).reportId;
    switch (factsOf(model).checksum) {
    case ChecksumCover::FromStart: return frame->checksum == crc8(covered);
    case ChecksumCover::FromReportId: return frame->checksum == crc8(covered, crc8({&id, 1}));
    case ChecksumCover::FromThird: return frame->checksum == crc8(covered.subspan(2));
    case ChecksumCover::Absent: return frame->checksum == 0;
    case ChecksumCover::Unknown: return true;
    }
    return false;
}

} // namespace gainstage::fiio
