// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/families/fiio_models.h"

#include <optional>

namespace gainstage::sim::fiio {

using Data = std::vector<std::uint8_t>;

/// What a client asks (bb 0b) or sets (aa 0a).
struct Packet {
    bool set = false;
    std::uint8_t command = 0;
    Data data;
};
/// From a report behind its id; nothing where it is none. The client's checksum is not looked at.
std::optional<Packet> packetIn(std::span<const std::uint8_t> payload);

/// CRC-8/MAXIM.
std::uint8_t checksumOf(std::span<const std::uint8_t> bytes, std::uint8_t start = 0);

/// The memory from which a model sends: what a message does not cover is what stood there before.
class Outbox {
public:
    Outbox(const ModelRow &model, std::uint32_t seed);
    /// The whole report with its id. Sets are repeated with `set`.
    Data report(const Packet &packet);

private:
    const ModelRow &m_model;
    Data m_memory;
    std::uint8_t m_counter = 0x3e;
};

void putBigEndian(Data &data, int number);
int bigEndian(std::span<const std::uint8_t> data, std::size_t at);

} // namespace gainstage::sim::fiio
