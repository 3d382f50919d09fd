// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/entry_log.h"
#include "firmware_sim/boot/image.h"
#include "firmware_sim/boot/trailer.h"

namespace gainstage::firmware {

// What stands in the status of slot 0, as entries of its log: how far a swap is. Numbers from kFirstStep on count its steps that are done.
inline constexpr std::uint32_t kInfoWritten = 0, kFirstStep = 1, kSwapDone = 0x10000, kConfirmed = 0x10001;

/// The two slots and the security counter, as boot loader and firmware see them.
class Slots {
public:
    explicit Slots(BootHardware &hardware);

    BootHardware &hardware() const { return m_hardware; }
    Trailer &trailer(Region slot) { return slot == Region::Slot0 ? m_primary : m_secondary; }
    const Trailer &trailer(Region slot) const { return slot == Region::Slot0 ? m_primary : m_secondary; }
    /// Freshly opened.
    EntryLog status() const;

    ImagePlace running() const { return {m_hardware, Region::Slot0, 0}; }
    /// In slot 1 an image that was uploaded begins at the second sector, one that was swapped out may begin at the first.
    ImagePlace other() const;

    bool isSwapDone() const;
    /// Whether the running image stays: never swapped in, or confirmed.
    bool isConfirmed() const;
    bool confirm();
    /// What the next start does with slot 1's image; None where nothing is asked for.
    SwapType wanted() const;
    /// Asks the next start for a swap.
    bool want(SwapType type);

    std::uint32_t securityCounter() const;
    /// Never lower than it is.
    bool raiseSecurityCounter(std::uint32_t value);

private:
    EntryLog counterLog() const { return {m_hardware, Region::Counter, 0, m_hardware.regionSize(Region::Counter)}; }

    BootHardware &m_hardware;
    Trailer m_primary, m_secondary;
};

} // namespace gainstage::firmware
