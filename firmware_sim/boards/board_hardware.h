// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/flash.h"
#include "firmware_sim/physics/world.h"

#include <functional>
#include <random>
#include <utility>

namespace gainstage::sim {

/// What the firmware sees of the simulated world.
class BoardHardware final : public firmware::Hardware {
public:
    using Sink = std::function<void(std::size_t link, std::span<const std::uint8_t> data)>;

    /// `world` and `flash` must outlive it. Its random numbers follow from `seed`.
    BoardHardware(World &world, Flash &flash, std::uint32_t seed, Sink sink) : m_world(world), m_flash(flash), m_random(seed), m_sink(std::move(sink))
    {}

    /// Power-on: its milliseconds begin at the world's now().
    void reset();
    std::int64_t poweredAt() const { return m_poweredAt; }
    bool isLit() const { return m_lit; }
    int brightness() const { return m_brightness; }
    /// Whether the firmware asked to be started again, since last asked.
    bool takeRestart() { return std::exchange(m_restart, false); }

    std::uint32_t milliseconds() override;
    void fillRandom(std::span<std::uint8_t> out) override;
    std::size_t flashSize() override { return Flash::kSize; }
    std::size_t flashSectorSize() override { return Flash::kSector; }
    bool flashRead(std::size_t offset, std::span<std::uint8_t> out) override { return m_flash.read(offset, out); }
    bool flashProgram(std::size_t offset, std::span<const std::uint8_t> data) override { return m_flash.program(offset, data); }
    bool flashErase(std::size_t sectorOffset) override { return m_flash.erase(sectorOffset); }
    void applyAudio(const firmware::AudioPath &path) override { m_world.apply(path); }
    firmware::JackReading jack(std::uint8_t output) override { return m_world.jack(output); }
    firmware::SensorReadings sensors() override { return m_world.sensors(); }
    void light(bool on) override { m_lit = on; }
    void brightness(std::uint8_t percent) override { m_brightness = percent; }
    void send(std::uint8_t link, std::span<const std::uint8_t> data) override { m_sink(link, data); }
    void restart() override { m_restart = true; }

private:
    World &m_world;
    Flash &m_flash;
    std::mt19937 m_random;
    Sink m_sink;
    std::int64_t m_poweredAt = 0;
    bool m_lit = false, m_restart = false;
    int m_brightness = 0;
};

} // namespace gainstage::sim
