// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/hardware.h"

#include <optional>

namespace gainstage::firmware {

/// Keeps one record in NOR flash, so that a write which is cut short at any moment leaves the record before it or the new one.
///
/// The flash is a ring of areas, each of as many whole sectors as the largest record needs; at least two. A record goes into the area behind
/// the newest one, which is never touched before the new record is complete; this also spreads the wear. Numbers are big-endian:
///
/// | offset | content |
/// |---|---|
/// | 0 | magic 47 53 41 31 ("GSA1") |
/// | 4 | sequence number; the highest complete record counts |
/// | 8 | length of the content |
/// | 12 | CRC-32 of bytes 0-11 |
/// | 16 | content |
/// | 16 + length | CRC-32 of the content; programmed last, by itself: it makes the record complete |
class FlashJournal {
public:
    static constexpr std::size_t kOverhead = 20;

    struct Found {
        std::optional<std::size_t> size; ///< of the newest record, which has been read; empty: there is none
        bool damaged = false;            ///< something that was complete once can no longer be read
        bool failed = false;             ///< the flash could not be read
    };

    FlashJournal(Hardware &hardware, std::size_t largestContent);
    /// Looks for the newest record and reads it; one that is longer than `content` counts as damaged.
    Found open(std::span<std::uint8_t> content);
    /// False: the record before is still the one that counts.
    bool write(std::span<const std::uint8_t> content);

private:
    struct Header {
        std::uint32_t sequence = 0, length = 0;
    };
    enum class Area : std::uint8_t { Blank, Unfinished, Complete, Damaged, Garbage, Unreadable };

    std::size_t offsetOf(std::size_t area) const { return area * m_areaSize; }
    std::optional<Header> parseHeader(std::span<const std::uint8_t> bytes) const;
    Area inspect(std::size_t area, Header &header);
    Area inspectContent(std::size_t area, const Header &header);
    void judge(std::size_t area, Found &found, std::uint32_t &damagedSequence);
    bool program(std::size_t area, std::span<const std::uint8_t> content);
    bool holds(std::size_t offset, std::span<const std::uint8_t> expected);
    void spoil(std::size_t area);

    Hardware &m_hardware;
    std::size_t m_areaSize = 0, m_areas = 0, m_largest = 0;
    std::optional<std::size_t> m_newest; ///< area
    Header m_header;                     ///< of the newest
    std::uint32_t m_sequence = 0;        ///< the highest seen
    std::size_t m_failures = 0;          ///< in a row: a worn-out area is passed over the next time
};

} // namespace gainstage::firmware
