// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/slots.h"

namespace gainstage::firmware {

/// The swap using offset: sector by sector the running image goes into slot 1 and the new one, which lies one sector off, into slot 0. Whichever
/// step the power goes in, its source is still whole, and the status in slot 0 says which step that was.
class Swap {
public:
    Swap(Slots &slots, const SwapInfo &info);

    /// Leaves in slot 0 what is needed to go on, and takes slot 1's mark away. False when the flash fails.
    bool begin();
    /// Goes on after begin(), in this run of the boot loader or in an earlier one, until both images have changed places.
    bool finish();

private:
    using Step = std::uint32_t;
    std::size_t sectors() const;
    bool isUpward() const { return m_info.source != 0; } ///< slot 1's image began at its second sector
    Step endStep() const;
    void assertAgain(EntryLog &log);
    bool takeMark(EntryLog &log);
    bool copyStep(Step step);
    bool copySector(Region from, std::size_t fromSector, Region to, std::size_t toSector);
    bool close(EntryLog &log);

    Slots &m_slots;
    BootHardware &m_hardware;
    SwapInfo m_info;
};

} // namespace gainstage::firmware
