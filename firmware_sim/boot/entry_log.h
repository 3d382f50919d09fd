// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/boot_hardware.h"

#include <optional>

namespace gainstage::firmware {

/// Numbers that are appended to erased flash, 8 bytes each (the number and its complement); the last one counts.
///
/// A power cut can leave an entry half written, which then reads as there at one start and as missing at the next. Therefore nothing may be built on
/// an entry that was there at start-up: its number is to be appended again first, and entries before it must have been safe to go on from until then.
class EntryLog {
public:
    /// Of `size` bytes from `offset`.
    EntryLog(BootHardware &hardware, Region region, std::size_t offset, std::size_t size)
        : m_hardware(hardware), m_region(region), m_offset(offset), m_slots(size / kEntry)
    {}

    /// Looks through the flash. False when it cannot be read.
    bool open();
    std::optional<std::uint32_t> last() const { return m_last; }
    /// How many can still be appended.
    std::size_t room() const { return m_slots - m_next; }
    bool append(std::uint32_t number);

private:
    static constexpr std::size_t kEntry = 8;
    std::size_t offsetOf(std::size_t slot) const { return m_offset + slot * kEntry; }
    std::optional<std::uint32_t> numberAt(std::size_t slot);
    std::optional<std::size_t> usedSlots();

    BootHardware &m_hardware;
    Region m_region;
    std::size_t m_offset, m_slots;
    std::size_t m_next = 0;
    std::optional<std::uint32_t> m_last;
};

} // namespace gainstage::firmware
