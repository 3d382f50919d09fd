// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/physics/world.h"

#include <algorithm>
#include <cmath>

namespace gainstage::sim {
namespace {

std::int64_t relaySettle(const firmware::ModelDefinition &model)
{
    std::uint32_t longest = 0;
    for (const firmware::SettingDefinition &setting : model.settings)
        if (setting.has(firmware::Clicks))
            longest = std::max(longest, setting.settleMs);
    return std::int64_t{1000} * longest;
}

/// Something is plugged in when the simulation begins: a line input at a line output, a headphone at the first other one.
std::array<std::optional<Load>, kMostOutputs> firstLoads(const firmware::ModelDefinition &model)
{
    std::array<std::optional<Load>, kMostOutputs> loads;
    for (const firmware::OutputDefinition &output : model.outputs.first(std::min(model.outputs.size(), kMostOutputs)))
        if (output.line)
            loads[output.id] = Load{.ohm = 10000, .sensitivity = 90};
    loads[0] = model.outputs.size() > 1 ? Load{.ohm = 300, .sensitivity = 104} : Load{.ohm = 32, .sensitivity = 114};
    return loads;
}

std::int32_t milli(double value)
{
    return static_cast<std::int32_t>(std::lround(value * 1000));
}

std::int32_t meterLevel(const std::optional<double> &decibel)
{
    return static_cast<std::int32_t>(std::lround(100 * std::clamp(decibel.value_or(-120), -120.0, 0.0)));
}

} // namespace

World::World(const firmware::ModelDefinition &model, const Electrics &electrics)
    : m_model(model), m_electrics(electrics), m_signal(model.inputs.size()), m_relays(relaySettle(model)), m_loads(firstLoads(model)),
      m_rail(0, electrics.supply.seconds), m_heat(m_ambient, electrics.heat.seconds)
{
    refresh();
}

void World::powerOn()
{
    m_on = true;
    m_placed = false;
    m_clips = 0;
    m_nextClip = m_now;
    m_rail.set(m_electrics.supply.volts);
    firmware::AudioPath nothing;
    nothing.silent = true;
    m_signal.apply(nothing);
    refresh();
}

void World::powerOff()
{
    m_on = false;
    refresh();
}

void World::apply(const firmware::AudioPath &path)
{
    const RelayPosition position{path.gainCentiDecibel, std::min<std::uint8_t>(path.output, kMostOutputs - 1)};
    const double before = std::ranges::max(m_levels.volts);
    m_signal.apply(path);
    if (!m_placed)
        m_relays.place(position);
    else if (m_relays.moveTo(position, m_now))
        m_clickBase = before;
    m_placed = true;
    refresh();
}

void World::plug(std::uint8_t output, const std::optional<Load> &load)
{
    m_loads[output] = load;
    refresh();
}

void World::setSource(std::uint8_t input, const Source &source)
{
    m_signal.setSource(input, source);
    refresh();
}

void World::holdTemperature(std::optional<double> celsius)
{
    m_heldCelsius = celsius;
    if (celsius)
        m_heat.set(*celsius);
    refresh();
}

void World::setAmbient(double celsius)
{
    m_ambient = celsius;
    refresh();
}

void World::setSupply(double volts)
{
    m_electrics.supply.volts = volts;
    refresh();
}

void World::force(ProtectionBit bit, bool on)
{
    m_protection.force(bit, on);
    refresh();
}

firmware::SensorReadings World::sensors() const
{
    firmware::SensorReadings readings;
    readings.levelCentiDbfs[0] = meterLevel(m_signal.decibel(Channel::Left));
    readings.levelCentiDbfs[1] = meterLevel(m_signal.decibel(Channel::Right));
    readings.clips = m_clips;
    readings.deciCelsius = static_cast<std::int32_t>(std::lround(celsius() * 10));
    readings.supplyMillivolt[0] = milli(rail());
    readings.supplyMillivolt[1] = -milli(rail());
    readings.protection = protection();
    const Source &source = m_signal.source(std::min<std::uint8_t>(m_signal.input(), static_cast<std::uint8_t>(m_signal.inputs() - 1)));
    readings.input = m_signal.input();
    readings.inputLocked = source.locked;
    readings.sampleRate = source.locked ? source.rate : 0;
    return readings;
}

firmware::JackReading World::jack(std::uint8_t output) const
{
    const firmware::OutputDefinition *definition = m_model.output(output);
    if (definition == nullptr || output >= kMostOutputs || !m_loads[output])
        return {};
    return {true, definition->sensesImpedance ? static_cast<std::uint32_t>(milli(m_loads[output]->ohm)) : 0};
}

} // namespace gainstage::sim
