// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/physics/trajectory.h"

#include <algorithm>
#include <cmath>

namespace gainstage::sim {
namespace {

constexpr double kLeastChange = 1.15e-4; // 0.001 dB

bool same(const Volts &a, const Volts &b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return std::abs(x - y) <= kLeastChange * std::max(x, y); });
}

} // namespace

void Trajectory::record(std::int64_t microseconds, const Volts &volts)
{
    if (m_points.empty() || !same(m_points.back().volts, volts))
        m_points.push_back({microseconds, volts});
    if (m_points.size() <= kMostPoints)
        return;
    m_points.pop_front();
    ++m_dropped;
}

void Trajectory::mark(std::int64_t microseconds)
{
    const Volts present = m_points.empty() ? Volts{} : m_points.back().volts;
    m_points.assign(1, {microseconds, present});
    m_dropped = 0;
}

} // namespace gainstage::sim
