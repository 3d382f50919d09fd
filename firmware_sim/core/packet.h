// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/big_endian.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace gainstage::firmware {

/// The longest packet that any model takes, header included (protocol/README.md, 2.3).
inline constexpr std::size_t kMaxPacket = 2048;
inline constexpr std::size_t kHeaderSize = 8;

enum Operation : std::uint8_t { Read = 0, ReadReply = 1, Write = 2, WriteReply = 3 };

/// The header of an SMP packet (protocol/README.md, 1).
struct PacketHeader {
    std::uint8_t operation = Read;
    std::uint8_t version = 1;
    std::uint16_t length = 0; ///< of the payload
    std::uint16_t group = 0;
    std::uint8_t sequence = 0;
    std::uint8_t command = 0;
};

/// Empty when there are fewer than 8 bytes. Reserved bits and the flags are ignored, as the protocol wants.
inline std::optional<PacketHeader> readHeader(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < kHeaderSize)
        return std::nullopt;
    PacketHeader header;
    header.operation = bytes[0] & 7;
    header.version = (bytes[0] >> 3) & 3;
    header.length = readBigEndian<std::uint16_t>(bytes.subspan(2));
    header.group = readBigEndian<std::uint16_t>(bytes.subspan(4));
    header.sequence = bytes[6];
    header.command = bytes[7];
    return header;
}

inline void writeHeader(std::span<std::uint8_t> out, const PacketHeader &header)
{
    out[0] = static_cast<std::uint8_t>(header.operation | (header.version << 3));
    out[1] = 0;
    writeBigEndian(out.subspan(2), header.length);
    writeBigEndian(out.subspan(4), header.group);
    out[6] = header.sequence;
    out[7] = header.command;
}

/// Whether a packet's size is what its header says.
inline bool isWhole(std::span<const std::uint8_t> packet)
{
    const auto header = readHeader(packet);
    return header && packet.size() == kHeaderSize + header->length;
}

} // namespace gainstage::firmware
