// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/topping/equalizer_meaning.h"

#include <vector>

namespace gainstage::topping_family {

/// The messages that make one equalizer of another, in three parts, in an order in which no moment is louder than both: the wire takes one number at a
/// time, and the ear-safe order takes an equalizer for one write.
struct QuietSteps {
    std::vector<topping::EqualizerMessage> lower; ///< of the preamp
    std::vector<topping::EqualizerMessage> bands;
    std::vector<topping::EqualizerMessage> raise; ///< of the preamp

    std::vector<topping::EqualizerMessage> all() const;
};

/// Only what differs. Where `held` is not known everything is written, in silence: the preamp stands at nothing meanwhile.
QuietSteps quietSteps(const std::optional<HeldEqualizer> &held, const topping::DumpChannel &wanted);

} // namespace gainstage::topping_family
