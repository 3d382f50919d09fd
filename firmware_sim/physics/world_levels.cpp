// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/physics/world.h"

#include <algorithm>
#include <cmath>
#include <numbers>

// What comes out of the jacks at this moment.

namespace gainstage::sim {
namespace {

/// Current that a sine of 1 A RMS draws from each rail, on average over a period: √2/π.
constexpr double kRailShare = std::numbers::sqrt2 / std::numbers::pi;

std::int32_t highestGain(const firmware::ModelDefinition &model)
{
    std::int32_t highest = 0;
    const std::size_t gain = model.indexOfRole(firmware::RoleGain);
    if (gain < model.settings.size())
        for (const firmware::ChoiceDefinition &choice : model.settings[gain].choices)
            highest = std::max(highest, choice.centiDecibel);
    return highest;
}

} // namespace

StageOutput World::channel(RelayPosition position, Channel which) const
{
    const firmware::OutputDefinition *output = m_model.output(position.output);
    const auto level = m_signal.decibel(which);
    if (output == nullptr || !level)
        return {};
    const double sides = output->balanced ? 2 : 1;
    const double fullScale = output->microvolt / 1e6 * ratioOf((position.gainCentiDecibel - highestGain(m_model)) / 100.0);
    const double railLimit = std::max(0.0, m_rail.value() - m_electrics.supply.dropVolts) * sides / std::numbers::sqrt2;
    StageDemand demand{.emf = fullScale * ratioOf(*level),
                       .voltageLimit = std::min(fullScale, railLimit),
                       .currentLimit = output->microampere / 1e6,
                       .outputOhm = output->milliohm / 1e3};
    if (const auto &load = m_loads[position.output])
        demand.loadOhm = load->ohm;
    return drive(demand);
}

double World::loudest(RelayPosition position) const
{
    return std::max(channel(position, Channel::Left).volts, channel(position, Channel::Right).volts);
}

World::Levels World::evaluate() const
{
    Levels levels;
    if (!m_on)
        return levels;
    levels.railAmperes = m_electrics.supply.idleAmperes;
    addPlaying(levels);
    if (m_relays.isMoving())
        addClicks(levels.volts);
    if (protection() == 0)
        return levels;
    // Open outputs: nothing flows, but what the load would ask for still decides over the release.
    return {.railAmperes = m_electrics.supply.idleAmperes, .excess = levels.excess};
}

void World::addPlaying(Levels &levels) const
{
    const RelayPosition position = m_relays.position();
    const firmware::OutputDefinition *output = m_model.output(position.output);
    if (output == nullptr)
        return;
    const double sides = output->balanced ? 2 : 1;
    for (const Channel which : {Channel::Left, Channel::Right}) {
        const StageOutput out = channel(position, which);
        levels.volts[position.output] = std::max(levels.volts[position.output], out.volts);
        levels.loadWatts += out.volts * out.amperes;
        levels.railAmperes += kRailShare * sides * out.amperes;
        levels.clipped = levels.clipped || out.clipped;
        levels.excess = levels.excess || out.demandedAmperes > kOverCurrentRatio * output->microampere / 1e6;
    }
}

/// While contacts bounce, each output that takes part clicks: louder than before, than after and than anything in between, unless the amp is silent.
void World::addClicks(Volts &volts) const
{
    double loudestOfAll = 0;
    for (const RelayPosition &position : m_relays.positions())
        loudestOfAll = std::max(loudestOfAll, loudest(position));
    if (loudestOfAll == 0)
        return;
    for (const RelayPosition &position : m_relays.positions())
        volts[position.output] = kClickRatio * std::max(loudestOfAll, m_clickBase);
}

} // namespace gainstage::sim
