// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/families/topping_amp.h"
#include "firmware_sim/families/topping_equalizer.h"

#include <array>
#include <map>
#include <random>

namespace gainstage::sim::topping {

/// DX1 II. Echoes what it takes, pushes what somebody changes at it, ticks once in a second. A question for anything but fifteen registers is a write of
/// whatever the question holds.
class Dx1 final : public ToppingAmp {
public:
    Dx1(const std::string &serialNumber, std::uint32_t seed);

    QJsonObject truth() const override;
    double level() const override;

protected:
    void handle(const Frame &frame, std::int64_t now) override;
    void tick(std::int64_t now) override;
    std::optional<std::int64_t> nextTick() const override { return m_nextTick; }
    QString set(const QString &key, double value, std::int64_t now) override;

private:
    void reset();
    void read(std::uint16_t command, std::int64_t now);
    void sendDumps(std::int64_t now);
    void sendField(std::size_t field, std::int64_t now);
    bool write(const Frame &frame);
    bool writeField(std::size_t field, std::int32_t value);
    bool writeRegister(std::uint16_t command, std::int32_t value);
    QString setField(std::size_t field, std::int32_t value, std::int64_t now);
    double volumeOf(std::size_t field) const { return m_block.at(field) / 10.0 - 99.0; }

    std::minstd_rand m_chance;
    std::map<std::uint16_t, std::int32_t> m_registers;
    std::array<std::int32_t, 13> m_block{}; ///< fields 1 to 12
    std::array<Equalizer, 3> m_slots;
    std::size_t m_slot = 0;
    bool m_equalizerOn = false;
    std::int64_t m_nextTick = 1'000'000;
};

} // namespace gainstage::sim::topping
