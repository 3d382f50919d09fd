// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/topping/equalizer_meaning.h"
#include "devices/families/topping/topping_amp.h"
#include "protocol/topping/dx5.h"
#include "protocol/topping/settings.h"

namespace gainstage::topping_family::dx5 {

Result<topping::dx5::Settings> readSettings(Conversation &conversation);

class Dx5Amp final : public ToppingAmp {
public:
    Dx5Amp(std::unique_ptr<Transport> wire, const topping::dx5::Settings &settings);

    Result<Meters> meters() override;
    Result<void> meterEvery(std::chrono::milliseconds interval) override;

protected:
    Result<State> readState() override;
    Result<void> send(const Change &change) override;
    bool unasked(const topping::Frame &frame) override;
    std::optional<Deadline> nextDuty() const override;
    Result<void> doDuty() override;

private:
    Result<void> readEqualizer();
    std::optional<Equalizer> equalizer() const;
    Result<void> knowStep();
    Result<void> sendValue(SettingId setting, Value value);
    Result<void> sendEqualizer(const Equalizer &equalizer);
    Result<void> beat();
    void takeMeter(const topping::Frame &frame);

    topping::VolumeStep m_describedStep, m_step;
    std::optional<Instant> m_stepKnownAt;
    std::optional<HeldEqualizer> m_held;
    /// As it was asked for when it was last switched off: the amp has no place for which bands would be on.
    std::optional<Equalizer> m_switchedOff;
    bool m_onlySettings = false; ///< the next reading needs no equalizer
    std::chrono::milliseconds m_meterInterval{0};
    Deadline m_nextBeat{}, m_nextMeter{};
    std::optional<Meters> m_meters; ///< the newest
};

} // namespace gainstage::topping_family::dx5
