// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/headphone/sound.h"
#include "protocol/bytes/result.h"

#include <optional>
#include <vector>

namespace gainstage::headphone {

/// The rule of an eighth: with an output impedance of no more than an eighth of the headphone's smallest impedance its response moves by 1.02 dB at most.
struct Damping {
    std::optional<double> factor; ///< nothing: without end, the output has no impedance
    Ohms largestOutput;           ///< that keeps the rule
    bool keepsRule = false;
};
Result<Damping> dampingOf(Ohms smallestImpedance, Ohms outputImpedance);

/// A headphone's impedance at one frequency.
struct Impedance {
    Ohms magnitude;
    double phase = 0.0; ///< degrees, −90 to 90: a headphone takes power, it gives none
};

/// What the output impedance takes away at one frequency: 0 dB or less. Errc::OutOfRange.
Result<Decibels> dividerLoss(const Impedance &headphone, Ohms outputImpedance);

struct Ripple {
    Decibels ripple;  ///< how far the response moves at most: 0 dB or more
    Decibels largest; ///< with an output impedance without end
};
/// Errc::OutOfRange also where the smallest impedance is above the largest.
Result<Ripple> rippleOf(Ohms smallest, Ohms largest, Ohms outputImpedance);

/// A measured impedance over frequency: log|Z| and phase linear in log f between its points, its ends held outside.
class ImpedanceCurve {
public:
    struct Point {
        Frequency frequency;
        Impedance impedance;
    };
    /// In any order. Errc::OutOfRange: fewer than two points, a frequency twice, an impedance that cannot be.
    static Result<ImpedanceCurve> of(std::vector<Point> points);

    Impedance at(Frequency frequency) const;
    Ohms smallest() const;

private:
    explicit ImpedanceCurve(std::vector<Point> points) : m_points(std::move(points)) {}
    std::vector<Point> m_points;
};

/// How the response changes at `frequency`, against what it does at `reference`. Only for a response that was measured from an output without impedance.
Result<Decibels> responseChange(const ImpedanceCurve &curve, Ohms outputImpedance, Frequency frequency, Frequency reference = Frequency{1000.0});

} // namespace gainstage::headphone
