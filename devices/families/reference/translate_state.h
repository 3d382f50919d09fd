// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/change.h"
#include "devices/amp/description.h"
#include "devices/amp/event.h"
#include "protocol/gap/equalizer.h"
#include "protocol/gap/event.h"
#include "protocol/gap/state.h"

namespace gainstage::reference {

/// All but the equalizer, which has its own message. Values of settings that are not described are left out.
State translated(const gap::StateReply &reply, const Description &amp);
/// Nullopt where the bands are not those of the description, or of a type that we do not know: then nothing is known of it.
std::optional<Equalizer> translated(const gap::Bands &bands, const Description &amp);
Meters translated(const gap::MetersReply &reply);
Jack translated(const gap::Jack &jack);
InputState translated(const gap::Input &input);
Protection protectionOf(std::uint32_t bits);
Source translated(gap::EventSource source);

gap::Values wireValues(const Change &change);
/// What turns `from` into `to`; everything where `from` is not known.
gap::EqualizerWrite wireEqualizer(const std::optional<Equalizer> &from, const Equalizer &to);

} // namespace gainstage::reference
