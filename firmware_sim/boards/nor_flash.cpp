// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/nor_flash.h"

#include <algorithm>
#include <array>

namespace gainstage::sim {

NorFlash::NorFlash(std::size_t size, std::uint32_t seed) : m_bytes(size, 0xff), m_unstable(size / kSector, false), m_random(seed) {}

bool NorFlash::read(std::size_t offset, std::span<std::uint8_t> out)
{
    if (!m_power || !isInside(offset, out.size()))
        return false;
    std::ranges::copy(std::span(m_bytes).subspan(offset, out.size()), out.begin());
    for (std::size_t i = 0; i < out.size();) {
        const std::size_t sector = (offset + i) / kSector, end = std::min(out.size(), (sector + 1) * kSector - offset);
        for (; m_unstable[sector] && i < end; ++i) {
            if (const std::uint8_t between = m_between[offset + i]; between != 0)
                out[i] = static_cast<std::uint8_t>((out[i] & ~between) | (chance() & between));
        }
        i = end;
    }
    return true;
}

bool NorFlash::program(std::size_t offset, std::span<const std::uint8_t> data)
{
    if (!m_power || !isInside(offset, data.size()) || data.empty() || offset % kWord != 0 || data.size() % kWord != 0 ||
        offset / kPage != (offset + data.size() - 1) / kPage)
        return false;
    ++m_programs;
    if (takesCut()) {
        std::array<std::uint8_t, kPage> wanted{};
        for (std::size_t i = 0; i < data.size(); ++i)
            wanted[i] = m_bytes[offset + i] & data[i];
        tear(offset, std::span(wanted).first(data.size()));
        static_cast<void>(keep(offset, data.size()));
        return false;
    }
    for (std::size_t i = 0; i < data.size(); ++i)
        m_bytes[offset + i] &= data[i];
    return keep(offset, data.size());
}

bool NorFlash::erase(std::size_t sectorOffset)
{
    if (!m_power || sectorOffset % kSector != 0 || !isInside(sectorOffset, kSector))
        return false;
    ++m_erases;
    if (takesCut()) {
        static constexpr auto kErased = [] {
            std::array<std::uint8_t, kSector> bytes{};
            bytes.fill(0xff);
            return bytes;
        }();
        tear(sectorOffset, kErased);
        static_cast<void>(keep(sectorOffset, kSector));
        return false;
    }
    std::ranges::fill(std::span(m_bytes).subspan(sectorOffset, kSector), std::uint8_t{0xff});
    setStable(sectorOffset, kSector);
    return keep(sectorOffset, kSector);
}

void NorFlash::cutAt(std::uint64_t operation)
{
    m_cutAt = operations() + operation;
}

void NorFlash::cutIn(std::uint64_t later)
{
    m_cutTime = microseconds() + later;
}

void NorFlash::load(std::size_t offset, std::span<const std::uint8_t> bytes)
{
    std::ranges::copy(bytes, m_bytes.begin() + static_cast<std::ptrdiff_t>(offset));
    setStable(offset, bytes.size());
}

bool NorFlash::takesCut()
{
    const bool counted = m_cutAt != 0 && operations() >= m_cutAt, timed = m_cutTime != 0 && microseconds() > m_cutTime;
    if (!counted && !timed)
        return false;
    cancelCut();
    m_power = false;
    return true;
}

/// Cells change one after the other or all at once; the power goes at the beginning, in the middle or shortly before the end.
void NorFlash::tear(std::size_t offset, std::span<const std::uint8_t> wanted)
{
    if (m_between.empty())
        m_between.assign(m_bytes.size(), 0);
    m_unstable[offset / kSector] = true;
    const bool inOrder = (m_random() & 1) != 0;
    const std::size_t reached = m_random() % (wanted.size() + 1);
    constexpr std::size_t kFront = 16; // bytes that are being changed at the same time
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool done = inOrder ? i < reached : m_random() % (wanted.size() + 1) < reached;
        const bool untouched = inOrder ? i >= reached + kFront : m_random() % (wanted.size() + 1) >= reached;
        if (done)
            m_bytes[offset + i] = wanted[i];
        else if (!untouched)
            tearByte(offset + i, wanted[i]);
    }
}

void NorFlash::tearByte(std::size_t offset, std::uint8_t wanted)
{
    const auto changing = static_cast<std::uint8_t>(m_bytes[offset] ^ wanted);
    m_between[offset] |= static_cast<std::uint8_t>(changing & chance());
    m_bytes[offset] = static_cast<std::uint8_t>(m_bytes[offset] ^ (changing & chance()));
}

void NorFlash::setStable(std::size_t offset, std::size_t size)
{
    if (m_between.empty())
        return;
    std::ranges::fill(std::span(m_between).subspan(offset, size), std::uint8_t{0});
    for (std::size_t sector = offset / kSector; sector * kSector < offset + size; ++sector) {
        const auto rest = std::span(m_between).subspan(sector * kSector, kSector);
        m_unstable[sector] = std::ranges::any_of(rest, [](std::uint8_t between) { return between != 0; });
    }
}

} // namespace gainstage::sim
