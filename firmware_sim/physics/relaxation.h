// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace gainstage::sim {

/// A quantity that follows a target with one time constant: a rail behind its capacitors, a heat sink.
class Relaxation {
public:
    Relaxation(double value, double seconds) : m_value(value), m_seconds(seconds) {}

    double value() const { return m_value; }
    void set(double value) { m_value = value; }
    void advance(double seconds, double target);
    /// Seconds until it reaches `level` on the way to `target`; nothing when the way does not lead past it.
    std::optional<double> timeTo(double level, double target) const;

private:
    double m_value;
    double m_seconds;
};

} // namespace gainstage::sim
