// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/boot/entry_log.h"

#include "firmware_sim/boot/little_endian.h"
#include "firmware_sim/boot/steady_read.h"

namespace gainstage::firmware {

namespace {

std::optional<std::uint32_t> numberIn(std::span<const std::uint8_t> bytes)
{
    const auto number = readLittleEndian<std::uint32_t>(bytes);
    return number == static_cast<std::uint32_t>(~readLittleEndian<std::uint32_t>(bytes.subspan(4))) ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<std::uint32_t> EntryLog::numberAt(std::size_t slot)
{
    const auto bytes = readSteadily<kEntry>(m_hardware, m_region, offsetOf(slot));
    return bytes ? numberIn(*bytes) : std::nullopt;
}

/// One more than the last slot that is not erased.
std::optional<std::size_t> EntryLog::usedSlots()
{
    std::array<std::uint8_t, 32 * kEntry> piece{};
    std::size_t used = 0;
    for (std::size_t slot = 0; slot < m_slots; slot += piece.size() / kEntry) {
        const auto part = std::span(piece).first(std::min(piece.size(), (m_slots - slot) * kEntry));
        if (!m_hardware.regionRead(m_region, offsetOf(slot), part))
            return std::nullopt;
        for (std::size_t at = 0; at < part.size(); at += kEntry)
            used = isErased(part.subspan(at, kEntry)) ? used : slot + at / kEntry + 1;
    }
    return used;
}

bool EntryLog::open()
{
    const auto used = usedSlots();
    if (!used)
        return false;
    m_last.reset();
    for (std::size_t slot = *used; slot > 0 && !m_last; --slot)
        m_last = numberAt(slot - 1);
    // The slot behind may have been under way when the power went, and read as erased by chance.
    m_next = std::min(*used + 1, m_slots);
    return true;
}

bool EntryLog::append(std::uint32_t number)
{
    std::array<std::uint8_t, kEntry> bytes{};
    while (m_next < m_slots) {
        const std::size_t slot = m_next++;
        const auto before = readSteadily<kEntry>(m_hardware, m_region, offsetOf(slot));
        if (!before || !isErased(*before))
            continue;
        writeLittleEndian(std::span(bytes), number);
        writeLittleEndian(std::span(bytes).subspan(4), ~number);
        if (!m_hardware.regionProgram(m_region, offsetOf(slot), bytes))
            return false;
        if (numberAt(slot) == number) {
            m_last = number;
            return true;
        }
    }
    return false;
}

} // namespace gainstage::firmware
