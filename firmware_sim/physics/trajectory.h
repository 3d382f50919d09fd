// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>

namespace gainstage::sim {

inline constexpr std::size_t kMostOutputs = 3;
using Volts = std::array<double, kMostOutputs>;

/// The level at the outputs from this moment until the next point. Microseconds since the simulation began, RMS volts by output id.
struct LevelPoint {
    std::int64_t microseconds = 0;
    Volts volts{};
};

/// The output level as it was since a mark: a point for every change. When memory is full the oldest points go, and are counted.
class Trajectory {
public:
    static constexpr std::size_t kMostPoints = 20000;

    /// Notes the level, unless it differs from the point before by less than 0.001 dB.
    void record(std::int64_t microseconds, const Volts &volts);
    /// Begins anew with the present level.
    void mark(std::int64_t microseconds);

    const std::deque<LevelPoint> &points() const { return m_points; }
    std::uint64_t dropped() const { return m_dropped; }

private:
    std::deque<LevelPoint> m_points;
    std::uint64_t m_dropped = 0;
};

} // namespace gainstage::sim
