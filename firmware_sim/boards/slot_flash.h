// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/nor_flash.h"
#include "firmware_sim/boot/boot_hardware.h"

namespace gainstage::sim {

/// The flash of firmware images: a sector for the security counter, then slot 0, then slot 1.
class SlotFlash {
public:
    explicit SlotFlash(std::size_t slotSize, std::uint32_t seed = 1) : nor(NorFlash::kSector + 2 * slotSize, seed), m_slotSize(slotSize) {}

    NorFlash nor;

    std::size_t slotSize() const { return m_slotSize; }
    std::size_t size(firmware::Region region) const { return region == firmware::Region::Counter ? NorFlash::kSector : m_slotSize; }
    std::size_t offset(firmware::Region region) const
    {
        return region == firmware::Region::Counter ? 0 : NorFlash::kSector + (region == firmware::Region::Slot1 ? m_slotSize : 0);
    }
    bool read(firmware::Region region, std::size_t at, std::span<std::uint8_t> out)
    {
        return isInside(region, at, out.size()) && nor.read(offset(region) + at, out);
    }
    bool program(firmware::Region region, std::size_t at, std::span<const std::uint8_t> data)
    {
        return isInside(region, at, data.size()) && nor.program(offset(region) + at, data);
    }
    bool erase(firmware::Region region, std::size_t at) { return isInside(region, at, NorFlash::kSector) && nor.erase(offset(region) + at); }

private:
    bool isInside(firmware::Region region, std::size_t at, std::size_t count) const { return at <= size(region) && count <= size(region) - at; }

    std::size_t m_slotSize;
};

} // namespace gainstage::sim
