// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/headphone/sound.h"
#include "protocol/bytes/result.h"

#include <cstdint>

namespace gainstage::headphone {

/// How loud a headphone is, as its maker prints it. Kept as printed and turned into what a formula needs when it is needed.
struct Sensitivity {
    enum class At : std::uint8_t { OneMilliwatt, OneVolt } at = At::OneVolt;
    SoundLevel level;
    friend bool operator==(const Sensitivity &, const Sensitivity &) = default;
};

/// The level at 1 V RMS or 1 mW into `impedance`: S_V = S_mW + 30 − 10·log10(Z). Errc::OutOfRange.
Result<SoundLevel> atOneVolt(const Sensitivity &sensitivity, Ohms impedance);
Result<SoundLevel> atOneMilliwatt(const Sensitivity &sensitivity, Ohms impedance);

/// From a level that was measured at some other voltage.
Result<Sensitivity> sensitivityFrom(SoundLevel level, Volts volts);

/// Whether a printed number could mean either, so that it needs its unit: 100 to 115 dB.
bool needsItsUnit(double decibels);

} // namespace gainstage::headphone
