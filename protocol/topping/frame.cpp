// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/frame.h"

#include <algorithm>
#include <array>

namespace gainstage::topping {
namespace {

constexpr std::array<std::uint8_t, 2> start{0x22, 0x33};
constexpr std::array<std::uint8_t, 3> end{0x66, 0x77, 0x00};
constexpr std::size_t checkedFrom = 2;
constexpr std::size_t checksumAt = 11;
constexpr std::size_t endAt = 13;

std::unexpected<Error> wrongSize(std::size_t size)
{
    return failure(Errc::BadFrame, SENTENCE("error", "A message of %1 bytes has the wrong length."), {std::to_string(size)});
}

std::unexpected<Error> wrongShape(BytesView frame)
{
    return failure(Errc::BadFrame, SENTENCE("error", "A message does not begin and end as it should: %1."), {toHex(frame)});
}

bool isKind(std::uint8_t byte)
{
    constexpr std::array kinds{Kind::ReadRequest, Kind::ReadAcknowledge, Kind::Write, Kind::WriteAcknowledge};
    return std::ranges::find(kinds, static_cast<Kind>(byte)) != kinds.end();
}

std::int32_t valueIn(BytesView frame)
{
    std::uint32_t value = 0;
    for (std::size_t at = 7; at < checksumAt; ++at)
        value = value << 8U | frame[at];
    return static_cast<std::int32_t>(value);
}

std::uint16_t bigEndian(BytesView bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8U | bytes[at + 1]);
}

Result<Frame> decode(BytesView frame, bool checksumMayBeAbsent)
{
    if (frame.size() != kFrameSize)
        return wrongSize(frame.size());
    if (!std::ranges::equal(frame.first(2), start) || !std::ranges::equal(frame.subspan(endAt), end) || !isKind(frame[2]))
        return wrongShape(frame);
    const std::uint16_t checksum = bigEndian(frame, checksumAt);
    const bool absent = checksumMayBeAbsent && checksum == 0;
    if (!absent && checksum != crc16(frame.subspan(checkedFrom, checksumAt - checkedFrom)))
        return failure(Errc::BadFrame, SENTENCE("error", "The checksum of a message is wrong: %1."), {toHex(frame)});
    return Frame{static_cast<Kind>(frame[2]), frame[3], frame[4], bigEndian(frame, 5), valueIn(frame)};
}

} // namespace

Result<std::optional<Frame>> decodeReport(BytesView report)
{
    if (report.size() != kFrameSize)
        return wrongSize(report.size());
    if (std::ranges::all_of(report, [](std::uint8_t byte) { return byte == 0; }))
        return std::optional<Frame>();
    const auto frame = decode(report, false);
    return frame ? Result<std::optional<Frame>>(*frame) : std::unexpected(frame.error());
}

Result<Frame> decodeSent(Framing framing, BytesView written)
{
    if (framing == Framing::Bare)
        return decode(written, true);
    if (written.size() != kFrameSize)
        return wrongSize(written.size());
    if (written[0] != 0)
        return wrongShape(written);
    Bytes frame(written.begin() + 1, written.end());
    frame.push_back(0);
    return decode(frame, true);
}

std::uint16_t crc16(BytesView bytes)
{
    constexpr unsigned reflectedPolynomial = 0xa001;
    unsigned crc = 0xffff;
    for (const std::uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1U) != 0 ? crc >> 1U ^ reflectedPolynomial : crc >> 1U;
    }
    return static_cast<std::uint16_t>(crc);
}

} // namespace gainstage::topping
