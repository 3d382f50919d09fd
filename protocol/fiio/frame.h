// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"
#include "protocol/fiio/model.h"

#include <cstdint>

namespace gainstage::fiio {

enum class Direction : std::uint8_t { Set = 0xaa, Get = 0xbb };

/// A command that may be sent. There are only the ones below and those of experimental.cpp: none can be made from a number.
class Command {
public:
    static const Command band, activePreset, globalGain, bandCount, storePreset, equalizerSwitch, firmware, presetName;

    constexpr std::uint8_t number() const { return m_number; }

private:
    friend struct ExperimentalCommand;
    constexpr explicit Command(std::uint8_t number) : m_number(number) {}

    std::uint8_t m_number;
};
inline constexpr Command Command::band{0x15}, Command::activePreset{0x16}, Command::globalGain{0x17}, Command::bandCount{0x18},
    Command::storePreset{0x19}, Command::equalizerSwitch{0x1a}, Command::firmware{0x0b}, Command::presetName{0x30};

/// A frame to send, without report id and padding. Made only from a Command, so that no other bytes can get into a report.
class OutgoingFrame {
public:
    /// The host's checksum is zero; an amp takes that. More than 255 bytes of data do not fit and are cut.
    OutgoingFrame(Direction direction, Command command, BytesView data);

    const Bytes &bytes() const { return m_bytes; }
    /// The frame behind the model's report id, padded with zeros to `reportLength`, the length of the amp's output report with its id.
    /// Errc::Unsupported where the report is too short for it.
    Result<Bytes> report(Model model, std::size_t reportLength) const;

private:
    Bytes m_bytes;
};

/// A frame as it arrives.
struct Frame {
    Direction direction = Direction::Get; ///< Set: the amp says what it took
    std::uint8_t counter = 0;             ///< of the amp's messages, on some models
    std::uint8_t command = 0;
    BytesView data; ///< part of what was parsed
    std::uint8_t checksum = 0;
};

/// The frame at the start of `payload`, which is an input report without its id. What stands behind the frame is old memory of the amp and not
/// looked at. The checksum is not judged. Errc::BadFrame.
Result<Frame> parseFrame(BytesView payload);

/// `report` without the report id at its start. Errc::BadFrame where it is not the model's.
Result<BytesView> payloadOf(Model model, BytesView report);

/// CRC-8/MAXIM: polynomial 31 reflected, start 0, no final inversion (a1 for the ASCII digits 123456789).
std::uint8_t crc8(BytesView bytes, std::uint8_t start = 0);

/// Whether the checksum at the end of a frame is what the model makes; for diagnosis, because a sound frame of a JA11 was seen with another.
/// True where a model's rule is not known.
bool checksumFits(Model model, BytesView payload);

} // namespace gainstage::fiio
