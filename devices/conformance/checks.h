// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "devices/amp/state.h"
#include "protocol/bytes/result.h"

#include <optional>

/// The parts of examine(): what is wrong, or nothing.
namespace gainstage::conformance {

std::optional<Error> identityFault(const Identity &identity);
std::optional<Error> settingsFault(const std::vector<Setting> &settings);
std::optional<Error> outputsFault(const Description &amp);
std::optional<Error> equalizerFault(const EqualizerLimits &limits);

std::optional<Error> stateFault(const Description &amp, const State &state);
/// The first setting of which the amp does not say what it holds.
std::optional<Error> unknownSetting(const Description &amp, const State &state);
std::optional<Error> difference(const Description &amp, const State &first, const State &second);
std::optional<Error> metersFault(const MeterLayout &layout, const Meters &meters);
/// Each setting's nearest values beyond its limits, and bands beyond the equalizer's: a Change must refuse them.
std::optional<Error> takenBeyondLimits(const Description &amp, const State &state);

} // namespace gainstage::conformance
