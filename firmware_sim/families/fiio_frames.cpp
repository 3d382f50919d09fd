// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/fiio_frames.h"

#include <algorithm>

namespace gainstage::sim::fiio {
namespace {

constexpr std::uint8_t kEnd = 0xee;
/// The answer with the active preset, which a JA11 was seen to sum up from a byte earlier.
constexpr std::uint8_t kOddOneOut = 0x16;
constexpr std::size_t kHead = 6, kTail = 2;

std::uint8_t checksumFor(const ModelRow &model, std::span<const std::uint8_t> frame)
{
    switch (model.checksum) {
    case Checksum::Frame: return checksumOf(frame);
    case Checksum::IdAndFrame: return checksumOf(frame, checksumOf({&model.reportId, 1}));
    case Checksum::WithoutHead: return checksumOf(frame.subspan(frame[4] == kOddOneOut ? 1 : 2));
    case Checksum::Zero: break;
    }
    return 0;
}

} // namespace

std::optional<Packet> packetIn(std::span<const std::uint8_t> payload)
{
    if (payload.size() < kHead + kTail)
        return std::nullopt;
    const bool set = payload[0] == 0xaa && payload[1] == 0x0a, get = payload[0] == 0xbb && payload[1] == 0x0b;
    const std::size_t count = payload[5];
    if ((!set && !get) || payload.size() < kHead + count + kTail || payload[kHead + count + 1] != kEnd)
        return std::nullopt;
    const auto data = payload.subspan(kHead, count);
    return Packet{set, payload[4], Data(data.begin(), data.end())};
}

std::uint8_t checksumOf(std::span<const std::uint8_t> bytes, std::uint8_t start)
{
    std::uint8_t sum = start;
    for (const std::uint8_t byte : bytes) {
        sum ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            sum = static_cast<std::uint8_t>((sum & 1U) != 0 ? (sum >> 1U) ^ 0x8cU : sum >> 1U);
    }
    return sum;
}

Outbox::Outbox(const ModelRow &model, std::uint32_t seed) : m_model(model), m_memory(model.payload)
{
    for (std::uint8_t &byte : m_memory)
        byte = static_cast<std::uint8_t>((seed = seed * 1664525U + 1013904223U) >> 24U);
}

Data Outbox::report(const Packet &packet)
{
    Data frame{std::uint8_t(packet.set ? 0xaa : 0xbb),       std::uint8_t(packet.set ? 0x0a : 0x0b), 0, 0, packet.command,
               static_cast<std::uint8_t>(packet.data.size())};
    if (m_model.counts)
        frame[3] = ++m_counter;
    frame.insert(frame.end(), packet.data.begin(), packet.data.end());
    frame.push_back(checksumFor(m_model, frame));
    frame.push_back(kEnd);
    std::copy_n(frame.begin(), std::min(frame.size(), m_memory.size()), m_memory.begin());
    Data report(1 + m_memory.size(), m_model.reportId);
    std::ranges::copy(m_memory, report.begin() + 1);
    return report;
}

void putBigEndian(Data &data, int number)
{
    data.push_back(static_cast<std::uint8_t>(static_cast<unsigned>(number) >> 8U));
    data.push_back(static_cast<std::uint8_t>(number));
}

int bigEndian(std::span<const std::uint8_t> data, std::size_t at)
{
    return data[at] << 8U | data[at + 1];
}

} // namespace gainstage::sim::fiio
