// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/simulated_device.h"

#include <deque>

namespace gainstage::sim {

/// The level of an amp of another maker as it was since a mark: a point for every change. When memory is full the oldest points go, and are counted.
class LevelRecord {
public:
    static constexpr std::size_t kMostPoints = 20000;

    void note(std::int64_t microseconds, double decibels)
    {
        if (!m_points.empty() && m_points.back().decibels == decibels)
            return;
        m_points.push_back({microseconds, decibels});
        if (m_points.size() <= kMostPoints)
            return;
        m_points.pop_front();
        ++m_dropped;
    }
    /// Begins anew with the present level.
    void mark(std::int64_t microseconds, double decibels)
    {
        m_points.assign(1, {microseconds, decibels});
        m_dropped = 0;
    }

    const std::deque<HeardLevel> &points() const { return m_points; }
    std::uint64_t dropped() const { return m_dropped; }

private:
    std::deque<HeardLevel> m_points;
    std::uint64_t m_dropped = 0;
};

} // namespace gainstage::sim
