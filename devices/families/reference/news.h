// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "devices/amp/event.h"
#include "protocol/gap/event.h"

namespace gainstage::reference {

// What an event of the protocol does to the state that we keep.

/// Whether revision `a` comes after `b`; they wrap (protocol/README.md, 5.5).
bool isAfter(std::uint32_t a, std::uint32_t b);
/// Whether events of this kind raise the revision by one. An unknown kind may.
bool raises(const gap::EventMessage &message);
/// Puts what the event says into `state`. False where it does not say what changed.
bool putInto(State &state, const gap::EventMessage &message, const Description &amp);
Source sourceOf(const gap::EventMessage &message);
/// What the event tells beyond the state, if anything.
std::optional<Event> report(const gap::EventMessage &message);

} // namespace gainstage::reference
