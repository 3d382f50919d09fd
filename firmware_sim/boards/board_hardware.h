// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/crypto.h"
#include "firmware_sim/boards/flash.h"
#include "firmware_sim/boards/slot_flash.h"
#include "firmware_sim/physics/world.h"

#include <functional>
#include <random>
#include <utility>

namespace gainstage::sim {

/// What the firmware sees of the simulated world.
class BoardHardware final : public firmware::Hardware {
public:
    using Sink = std::function<void(std::size_t link, std::span<const std::uint8_t> data)>;

    /// `world`, `flash` and `slots` must outlive it. Its random numbers follow from `seed`.
    BoardHardware(World &world, Flash &flash, SlotFlash &slots, std::uint32_t seed, Sink sink)
        : m_world(world), m_flash(flash), m_slots(slots), m_random(seed), m_sink(std::move(sink))
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
    std::size_t regionSize(firmware::Region region) override { return m_slots.size(region); }
    std::size_t regionSectorSize() override { return NorFlash::kSector; }
    bool regionRead(firmware::Region region, std::size_t at, std::span<std::uint8_t> out) override { return m_slots.read(region, at, out); }
    bool regionProgram(firmware::Region region, std::size_t at, std::span<const std::uint8_t> data) override
    {
        return m_slots.program(region, at, data);
    }
    bool regionErase(firmware::Region region, std::size_t at) override { return m_slots.erase(region, at); }
    void sha256Begin() override { m_crypto.begin(); }
    void sha256Add(std::span<const std::uint8_t> data) override { m_crypto.add(data); }
    firmware::Digest sha256End() override { return m_crypto.end(); }
    bool verifyEd25519(const firmware::PublicKey &key, const firmware::SignatureBytes &signature, std::span<const std::uint8_t> message) override
    {
        return Crypto::verify(key, signature, message);
    }
    bool selfTest() override;
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
    SlotFlash &m_slots;
    Crypto m_crypto;
    std::mt19937 m_random;
    Sink m_sink;
    std::int64_t m_poweredAt = 0;
    bool m_lit = false, m_restart = false;
    int m_brightness = 0;
};

} // namespace gainstage::sim
