// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/equalizer.h"
#include "devices/eq/convention.h"

namespace gainstage::eq {

/// The raw value of a device that lies nearest, half up; `quieterStep` the one at or below. In the device's raw unit (hertz, centi-decibel, milli-Q).
/// Errc::OutOfRange: beyond the limits by more than half a step, or no number; nothing is bent into what the device can do.
Result<std::int32_t> nearestStep(double raw, const Limits &limits);
Result<std::int32_t> quieterStep(double raw, const Limits &limits);

/// The device's band nearest to the filter, switched on. Errc::OutOfRange, Errc::Unsupported: the device has no such type.
Result<Band> bandOf(const Filter &filter, const EqualizerLimits &limits);

} // namespace gainstage::eq
