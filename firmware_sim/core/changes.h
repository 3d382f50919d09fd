// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/event.h"

namespace gainstage::firmware {

// Every change of the working content goes through here, so that revision, output and brightness always follow it.

/// Takes `next` as the working content. False when it is what holds already: no change, no revision.
bool takeWorking(Amp &amp, const Content &next);

/// Tells the values in which the working content differs from `before`: to all, or to all but the author.
void tellValues(Amp &amp, const Content &before, Source source, const Link *author = nullptr);
/// Tells the others that the equalizer, or everything, has changed.
void tellOthers(Amp &amp, EventKind kind, Source source, const Link &author);

/// Id of a setting that would switch a relay while a protection holds, which is not done; empty if there is none.
std::optional<std::uint16_t> heldByProtection(const Amp &amp, const Content &next);

/// Goes silent for as long as the relays take that this change moves; the sound comes back by itself.
void hushFor(Amp &amp, const Content &next);

/// One setting by hand or by the amp itself: new value and event for all. An unknown index does nothing.
void setByItself(Amp &amp, std::size_t index, std::int32_t value, Source source);

} // namespace gainstage::firmware
