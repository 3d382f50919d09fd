// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/headphone/sound.h"
#include "protocol/bytes/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace gainstage::headphone {

/// What one channel gets or needs, RMS, into the nominal resistive impedance.
struct Drive {
    Volts volts;
    Amperes current;
    Watts power;
};

/// What a level needs: V = 10^((L − S_V) / 20). `atOneVolt`: the sensitivity in dB SPL at 1 V. Errc::OutOfRange.
Result<Drive> driveFor(SoundLevel target, SoundLevel atOneVolt, Ohms load);

enum class Binding : std::uint8_t { Voltage, Current, Mixed };

/// The most that an output gives to a load, and what keeps it from giving more.
struct Limit {
    Drive drive;
    Binding binding = Binding::Voltage;
};

/// An output by its limits: undistorted voltage without a load, largest current, output impedance.
struct OutputLimits {
    Volts openCircuit;
    Amperes current;
    Ohms outputImpedance;
};

/// The smaller of what voltage and current allow; voltage where they are equal. Errc::OutOfRange.
Result<Limit> limitOf(const OutputLimits &output, Ohms load);

/// A bridge of two such outputs: twice the voltage and the output impedance, the same current. An estimate for makers that give no figures.
OutputLimits balancedFrom(const OutputLimits &singleEnded);

/// A figure of a data sheet.
struct LoadPower {
    Ohms load;
    Watts power;
};

/// What is wrong with a data sheet's figures and was corrected so that never more is promised.
enum class PointWarning : std::uint8_t {
    BadPointDropped,    ///< load or power not above zero
    DuplicateLoad,      ///< the smaller power was kept
    VoltageNotMonotone, ///< more volts into a heavier load: measured at another distortion
    CurrentNotMonotone, ///< more current into a lighter load
};

struct EstimatedLimit {
    Limit limit;
    std::vector<PointWarning> warnings; ///< each at most once, in the order above
};

/// An output by its power into some loads: log V is linear in log R between them; below the smallest load the current stays, above the
/// largest the open-circuit voltage. Errc::OutOfRange: no usable figure, or one that is no number.
Result<EstimatedLimit> limitOf(std::span<const LoadPower> figures, Ohms outputImpedance, Ohms load);

} // namespace gainstage::headphone
