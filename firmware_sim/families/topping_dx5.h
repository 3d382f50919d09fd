// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/families/topping_amp.h"
#include "firmware_sim/families/topping_equalizer.h"

#include <array>
#include <random>

namespace gainstage::sim::topping {

/// DX5 II with firmware 2.46. Takes writes without a word; knows only the one question for all settings and that for the equalizer, whose answer it
/// sometimes gives twice; streams its meters to whoever spoke to it.
class Dx5 final : public ToppingAmp {
public:
    Dx5(const std::string &serialNumber, std::uint32_t seed);

    QJsonObject truth() const override;
    double level() const override;
    void lineReset() override;

protected:
    void handle(const Frame &frame, std::int64_t now) override;
    void tick(std::int64_t now) override;
    std::optional<std::int64_t> nextTick() const override;
    QString set(const QString &key, double value, std::int64_t now) override;

private:
    void read(const Frame &frame, std::int64_t now);
    void write(const Frame &frame);
    void reset();
    void sendSettings(std::int64_t now);
    void sendEqualizer(std::int64_t now);
    void sendMeter(std::int64_t now);
    void setStep(std::int32_t step);
    double volume() const;

    std::minstd_rand m_chance;
    std::array<std::int32_t, 52> m_records{};
    Equalizer m_equalizer;
    double m_source = -20;            ///< dB below full scale; what the meters show
    std::int64_t m_streamsUntil = -1; ///< the meters
    std::int64_t m_nextMeter = 0;
    std::uint8_t m_meterFrame = 0;
};

} // namespace gainstage::sim::topping
