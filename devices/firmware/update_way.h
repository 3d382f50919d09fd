// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/update.h"

namespace gainstage::firmware_update {

/// Where an update stands, as the amp's slots say.
enum class Way : std::uint8_t {
    Runs,     ///< the wanted image runs for good
    OnTrial,  ///< it runs, and nobody has confirmed it
    StartDue, ///< the next start runs it
    GaveUp,   ///< it was to run, but the one before does, and the next start will not change that
    InSlot,   ///< it lies in the other slot
    Absent,
};

/// `record` says which image is wanted, and which one ran before; where `begun`, its stage is how far the update was. `images` has one that runs.
Way wayOf(const SlotImages &images, const Record &record, bool begun);

} // namespace gainstage::firmware_update
