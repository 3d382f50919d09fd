// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/ear_safe.h"

namespace gainstage {

// What the ear-safe order knows about loudness. The table that stands behind it is in devices/README.md.

/// What crossfeed and mono can add to one ear at most: two equal channels in one, rounded up.
inline constexpr Decibels kTwoChannels{6.1};

/// Whether nothing is heard: muted, or the volume at its silent floor.
bool isSilent(const Description &amp, const State &state);
bool isMuted(const Description &amp, const State &state);

/// By how much this write can raise the level at either ear at most. Zero or less: it raises neither. Nullopt: not known.
/// Not for volume and mute, which are the tools of the order.
std::optional<Decibels> rise(const Setting &setting, std::optional<Value> from, Value to);
std::optional<Decibels> rise(const Description &amp, const std::optional<Equalizer> &from, const Equalizer &to);

/// Whether `after` is for sure no louder than `before` at either ear.
bool noLouder(const Description &amp, const State &before, const State &after);

/// The state as it is when the amp has taken `change`.
State after(State state, const Change &change);

} // namespace gainstage
