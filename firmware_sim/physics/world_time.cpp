// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/physics/world.h"

#include <algorithm>
#include <cmath>
#include <limits>

// How time passes.

namespace gainstage::sim {
namespace {

constexpr double kMicro = 1e-6;
constexpr double kSteadyVolts = 1e-3;
constexpr std::int64_t kRailStep = 1000;      ///< microseconds, while the supply moves
constexpr std::int64_t kRailLookAgain = 5000; ///< how soon somebody should look at a supply that moves

} // namespace

double World::railTarget() const
{
    return m_on ? std::max(0.0, m_electrics.supply.volts - m_electrics.supply.ohm * m_levels.railAmperes) : 0;
}

/// What the rails give and the load does not get heats the sink.
double World::heatTarget() const
{
    const double watts = std::max(0.0, 2 * m_rail.value() * m_levels.railAmperes - m_levels.loadWatts);
    return m_ambient + m_electrics.heat.kelvinPerWatt * watts;
}

bool World::railIsSteady() const
{
    return std::abs(m_rail.value() - railTarget()) < kSteadyVolts;
}

/// When the heat sink passes the temperature that changes something.
std::optional<std::int64_t> World::heatEvent() const
{
    if (m_heldCelsius)
        return std::nullopt;
    const double threshold = m_protection.isHot() ? m_electrics.heat.recovery : m_electrics.heat.cutOut;
    const auto seconds = m_heat.timeTo(threshold, heatTarget());
    if (!seconds)
        return std::nullopt;
    return m_now + 1 + static_cast<std::int64_t>(std::ceil(*seconds / kMicro));
}

std::optional<std::int64_t> World::nextEvent() const
{
    std::int64_t next = std::numeric_limits<std::int64_t>::max();
    next = std::min(next, heatEvent().value_or(next));
    next = std::min(next, m_protection.nextEvent().value_or(next));
    if (m_levels.clipped)
        next = std::min(next, m_nextClip);
    if (!railIsSteady())
        next = std::min(next, m_now + kRailLookAgain);
    if (next == std::numeric_limits<std::int64_t>::max())
        return std::nullopt;
    return std::max(next, m_now + 1);
}

/// How far everything may be taken as constant.
std::int64_t World::stepLimit() const
{
    std::int64_t limit = railIsSteady() ? std::numeric_limits<std::int64_t>::max() : kRailStep;
    if (m_relays.isMoving())
        limit = std::min(limit, m_relays.settlesAt() - m_now);
    if (const auto event = nextEvent())
        limit = std::min(limit, *event - m_now);
    return std::max<std::int64_t>(limit, 1);
}

void World::advanceTo(std::int64_t microseconds)
{
    while (m_now < microseconds) {
        const std::int64_t length = std::min(microseconds - m_now, stepLimit());
        step(static_cast<double>(length) * kMicro);
        m_now += length;
        m_relays.advanceTo(m_now);
        refresh();
    }
}

void World::step(double seconds)
{
    if (!m_heldCelsius)
        m_heat.advance(seconds, heatTarget());
    m_rail.advance(seconds, railTarget());
}

/// Brings what follows from the state up to date.
void World::refresh()
{
    m_levels = evaluate();
    const HeatFigures &heat = m_electrics.heat;
    const std::uint32_t before = protection();
    m_protection.update(m_now, celsius() >= heat.cutOut, celsius() <= heat.recovery, m_levels.excess);
    if (protection() != before)
        m_levels = evaluate();
    countClips();
    m_trajectory.record(m_now, m_levels.volts);
}

void World::countClips()
{
    if (!m_levels.clipped || m_now < m_nextClip)
        return;
    ++m_clips;
    m_nextClip = m_now + kClipEvery;
}

} // namespace gainstage::sim
