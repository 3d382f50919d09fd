// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/core/model.h"
#include "firmware_sim/physics/electrics.h"
#include "firmware_sim/physics/output_stage.h"
#include "firmware_sim/physics/protection.h"
#include "firmware_sim/physics/relaxation.h"
#include "firmware_sim/physics/relays.h"
#include "firmware_sim/physics/signal.h"
#include "firmware_sim/physics/trajectory.h"

#include <optional>

namespace gainstage::sim {

/// What is plugged into a jack.
struct Load {
    double ohm = 300;         ///< 0 … 1e6
    double sensitivity = 104; ///< dB SPL at 1 V
};

/// The analogue world behind an amp: source, gain, equalizer, relays, loads, clipping, heat, protection, supply. Deterministic; it moves only when
/// told, and its clock counts microseconds from 0. firmware_sim/README.md has the formulas. Values that come in must be finite and inside the
/// documented ranges.
class World {
public:
    /// `model` must outlive it. Only the first kMostOutputs outputs are simulated.
    World(const firmware::ModelDefinition &model, const Electrics &electrics);

    std::int64_t now() const { return m_now; }
    /// Never backwards. Everything that happens on the way happens at its own moment.
    void advanceTo(std::int64_t microseconds);
    /// The next moment at which something may happen that the firmware would notice; nothing when all is steady.
    std::optional<std::int64_t> nextEvent() const;

    // The amp's side. Each acts at now().
    void powerOn();
    void powerOff();
    bool isOn() const { return m_on; }
    void apply(const firmware::AudioPath &path);
    firmware::SensorReadings sensors() const;
    firmware::JackReading jack(std::uint8_t output) const;

    // What people and weather do. `output` and `input` must exist.
    void plug(std::uint8_t output, const std::optional<Load> &load);
    void setSource(std::uint8_t input, const Source &source);
    void holdTemperature(std::optional<double> celsius); ///< of the heat sink; nothing: it follows the power again
    void setAmbient(double celsius);
    void setSupply(double volts); ///< of each rail, unloaded
    void force(ProtectionBit bit, bool on);

    // The truth.
    const Signal &signal() const { return m_signal; }
    const std::optional<Load> &load(std::uint8_t output) const { return m_loads[output]; }
    double volts(std::uint8_t output) const { return m_levels.volts[output]; } ///< RMS, the louder channel
    double celsius() const { return m_heat.value(); }
    double rail() const { return m_rail.value(); }
    double powerIntoLoad() const { return m_levels.loadWatts; } ///< both channels
    std::uint32_t protection() const { return m_protection.bits(); }
    std::uint32_t clips() const { return m_clips; }
    bool isClipping() const { return m_levels.clipped; }
    const Trajectory &trajectory() const { return m_trajectory; }
    void mark() { m_trajectory.mark(m_now); }

private:
    /// What the present state gives.
    struct Levels {
        Volts volts{};
        double loadWatts = 0;
        double railAmperes = 0; ///< from each rail, idle current included
        bool clipped = false;
        bool excess = false; ///< the load asks for far more current than there is
    };
    StageOutput channel(RelayPosition position, Channel which) const;
    double loudest(RelayPosition position) const;
    Levels evaluate() const;
    void addPlaying(Levels &levels) const;
    void addClicks(Volts &volts) const;

    void refresh();
    void countClips();
    void step(double seconds);
    std::int64_t stepLimit() const;
    double railTarget() const;
    double heatTarget() const;
    bool railIsSteady() const;
    std::optional<std::int64_t> heatEvent() const;

    const firmware::ModelDefinition &m_model;
    Electrics m_electrics;
    std::int64_t m_now = 0;
    bool m_on = false;
    bool m_placed = false; ///< the relays have been set since power-on

    Signal m_signal;
    Relays m_relays;
    double m_clickBase = 0; ///< the level when the relays began to move
    std::array<std::optional<Load>, kMostOutputs> m_loads;
    double m_ambient = 25;
    Relaxation m_rail, m_heat;
    std::optional<double> m_heldCelsius;
    Protection m_protection;
    Levels m_levels;
    std::uint32_t m_clips = 0;
    std::int64_t m_nextClip = 0;
    Trajectory m_trajectory;
};

} // namespace gainstage::sim
