// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/equalizer.h"
#include "protocol/topping/equalizer_dump.h"

namespace gainstage::topping_family {

/// What an amp's equalizer holds, as it is on the wire.
struct HeldEqualizer {
    topping::DumpChannel left, right;
    friend bool operator==(const HeldEqualizer &, const HeldEqualizer &) = default;
};

/// Those of the maker for the DX1 II, taken for all three.
const EqualizerLimits &equalizerLimits();

/// The same for both channels, but for the preamp's switch and those of the bands, which are as in the equalizer whatever its own switch says. The
/// equalizer is within the limits.
topping::DumpChannel channelOf(const Equalizer &equalizer);

/// The preamp in hundredths of a decibel; nothing while it is off, which is 0. Nullopt: nothing is left of the sound.
std::optional<std::int32_t> preampOf(const topping::DumpChannel &channel);
std::int32_t milliQOf(const topping::DumpBand &band);

/// The bands that are heard, and the preamp; `on` is left true. Nullopt where the vocabulary has no words for what is there.
std::optional<Equalizer> meaningOf(const topping::DumpChannel &channel);
/// Nullopt also where the channels differ: what is told would be wrong for one ear.
std::optional<Equalizer> meaningOf(const HeldEqualizer &held);

/// Puts one message into what is held.
void put(HeldEqualizer &held, const topping::EqualizerMessage &message);

} // namespace gainstage::topping_family
