// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/slots.h"

namespace gainstage::firmware {

/// What a start did to the slots.
enum class BootEvent : std::uint8_t {
    None,
    Tested,    ///< the other image runs, until the next start unless it is confirmed
    Installed, ///< the other image runs for good
    Reverted,  ///< the image before runs again
    Refused,   ///< a swap was wanted, but the other image is not one for this device; it is gone
    Recovered, ///< the image was damaged, the other one took its place
};

struct BootResult {
    bool runs = false; ///< slot 0 holds a valid image; otherwise the boot loader stops here
    BootEvent event = BootEvent::None;
    std::optional<ImageError> error = {}; ///< of a refused image, or of slot 0 where nothing runs
};

/// One start: goes on with a swap that was cut short, or begins the one that is due by MCUboot's rules, and checks what is to run.
BootResult bootUp(BootHardware &hardware, const ImageRules &rules);

} // namespace gainstage::firmware
