// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/command.h"

#include "protocol/topping/output_block.h"

#include <utility>

namespace gainstage::topping {
namespace {

Bytes bytesOf(Framing framing, const Frame &frame, bool withChecksum)
{
    const auto value = static_cast<std::uint32_t>(frame.value);
    Bytes bytes{0x22,
                0x33,
                std::to_underlying(frame.kind),
                frame.count,
                frame.index,
                static_cast<std::uint8_t>(frame.command >> 8U),
                static_cast<std::uint8_t>(frame.command)};
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
    const std::uint16_t checksum = withChecksum ? crc16(BytesView(bytes).subspan(2)) : std::uint16_t(0);
    bytes.push_back(static_cast<std::uint8_t>(checksum >> 8U));
    bytes.push_back(static_cast<std::uint8_t>(checksum));
    bytes.insert(bytes.end(), {0x66, 0x77});
    bytes.insert(framing == Framing::ReportId ? bytes.begin() : bytes.end(), 0);
    return bytes;
}

} // namespace

Bytes readRequest(Framing framing, ReadCommand command)
{
    return bytesOf(framing, {Kind::ReadRequest, 1, 1, command.number(), 0}, false);
}

Bytes write(Framing framing, WriteCommand command, std::int32_t value, Shape shape)
{
    const bool power = shape == Shape::Power;
    return bytesOf(framing, {Kind::Write, 1, power ? std::uint8_t(0) : std::uint8_t(1), command.number(), value}, power);
}

Bytes write(Framing framing, OutputField field, std::int32_t value)
{
    return bytesOf(framing, {Kind::Write, kOutputBlockFields, field.number(), ReadCommand::dx1OutputBlock.number(), value}, false);
}

} // namespace gainstage::topping
