// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/amp.h"

namespace gainstage {

/// Level at the output in decibels against the same source: gain's choice + volume + output's choice + the equalizer's loudest point.
/// Nullopt where one of them is not known; minus infinity when muted or at a silent floor.
std::optional<Decibels> level(const Description &amp, const State &state);

/// One write of an ear-safe sequence, and how long to listen after it before the next.
struct SafeStep {
    Change change;
    std::chrono::milliseconds pause{0};
};

/// `change` split so that on the way the level never exceeds the larger of its start and its end: what lowers first, what raises last and in
/// steps of at most kRampStep; muted (or the volume at its lowest) around settings that click or whose decibels are unknown, restored by ramp.
std::vector<SafeStep> earSafeSteps(const Description &amp, const State &now, const Change &change);

inline constexpr Decibels kRampStep{3.0};
inline constexpr std::chrono::milliseconds kRampPause{15};

/// Carries the change out in that order and verifies it by what the amp says. If somebody turns the knob or another client writes in the middle, what would
/// raise the level is not carried out any more: Errc::Conflict, and the amp stays at the quieter value. A failure in the middle leaves the amp no louder than it began
/// (restores a mute that it set only if the level is then known to be safe).
Result<State> applySafely(Amp &amp, const State &now, const Change &change);

} // namespace gainstage
