// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"

#include <cstdint>
#include <optional>

namespace gainstage::topping {

inline constexpr std::size_t kFrameSize = 16; ///< bytes

/// How a frame is handed to the wire.
enum class Framing : std::uint8_t {
    Bare,     ///< the 16 bytes of the frame
    ReportId, ///< a report id of 0 and the frame without its last byte, which is always 0
};

enum class Kind : std::uint8_t { ReadRequest = 0x10, ReadAcknowledge = 0x11, Write = 0x20, WriteAcknowledge = 0x21 };

/// What a frame says. README.md, "Frame".
struct Frame {
    Kind kind = Kind::Write; ///< an amp also answers with Write
    std::uint8_t count = 1;  ///< frames of a message of several
    std::uint8_t index = 1;  ///< of this frame; from 0 or 1, as each message has it
    std::uint16_t command = 0;
    std::int32_t value = 0;
    friend bool operator==(const Frame &, const Frame &) = default;
};

/// An input report. nullopt for the empty one that an idle amp sends. Errc::BadFrame for a wrong size, start, end, kind or checksum.
Result<std::optional<Frame>> decodeReport(BytesView report);

/// What a program wrote to the wire. A checksum of 0 is accepted as well: amps take that nearly everywhere.
Result<Frame> decodeSent(Framing framing, BytesView written);

/// CRC-16/MODBUS: polynomial 8005 reflected, start ffff, no final inversion (4b37 for the ASCII digits 123456789).
std::uint16_t crc16(BytesView bytes);

} // namespace gainstage::topping
