// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"

#include <QCborMap>

#include <cstdint>
#include <optional>

namespace gainstage::smp {

using Group = std::uint16_t;
inline constexpr Group kOsGroup = 0;
inline constexpr Group kImageGroup = 1;
inline constexpr std::size_t kHeaderSize = 8;

enum class Operation : std::uint8_t { Read = 0, ReadReply = 1, Write = 2, WriteReply = 3 };

/// One SMP packet. Layout of the header: protocol/README.md, section 1.
struct Packet {
    Operation operation = Operation::Read;
    std::uint8_t version = 1; ///< 0: SMP version 1, 1: SMP version 2
    Group group = 0;
    std::uint8_t sequence = 0;
    std::uint8_t command = 0;
    QCborMap payload;
};

/// The largest packet that the header can describe.
inline constexpr std::size_t kLargestPacket = kHeaderSize + 0xffff;

/// Header and CBOR map. Sound up to kLargestPacket; the size is for the caller to check.
Bytes encode(const Packet &packet);
/// Errc::BadFrame with what is wrong and where: short, wrong length, not one CBOR map, nested too deep, bytes behind it.
/// Reserved bits and flags are ignored.
Result<Packet> decode(BytesView bytes);
/// The header alone, checked against the size of `bytes`; the payload is left empty.
Result<Packet> decodeHeader(BytesView bytes);

/// The `rc` or `err` of an answer; group is 0 for generic codes. `id` names what is to blame, where the amp says so.
struct Refusal {
    Group group = 0;
    std::uint32_t code = 0;
    std::optional<std::uint32_t> id;
};
/// The refusal in an answer's payload, if it is one ("rc": 0 is not).
std::optional<Refusal> refusalIn(const QCborMap &payload);

} // namespace gainstage::smp
