// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/topping/equalizer_meaning.h"
#include "devices/families/topping/quiet_steps.h"
#include "devices/families/topping/topping_amp.h"
#include "protocol/topping/dx1.h"
#include "protocol/topping/output_block.h"

namespace gainstage::topping_family::dx1 {

/// Whether a DX1 II is there. Asks one of the few questions that are no write.
Result<topping::OutputBlock> readOutputBlock(Conversation &conversation);

/// What it cannot be asked (gain, filter, brightness, input) is unknown until it was written or the amp told it by itself.
class Dx1Amp final : public ToppingAmp {
public:
    explicit Dx1Amp(std::unique_ptr<Transport> wire);

protected:
    Result<State> readState() override;
    Result<void> send(const Change &change) override;
    bool unasked(const topping::Frame &frame) override;

private:
    Result<void> readOutputs();
    Result<void> readStandby();
    Result<void> readEqualizer();
    Result<void> readSlots();
    template <typename Answer>
    Result<Answer> ask(topping::dx1::SafeRead what);
    Result<void> sendValue(SettingId setting, Value value);
    Result<void> sendEqualizer(const Equalizer &equalizer);
    Result<void> sendMessages(const std::vector<topping::EqualizerMessage> &messages);
    Result<void> sendSlot(std::optional<std::uint8_t> slot);
    bool takeReport(const topping::dx1::Report &report);

    topping::OutputBlock m_block;
    Values m_told; ///< what is not in the output block
    std::array<HeldEqualizer, topping::dx1::kSlots> m_slots;
    bool m_slotsKnown = false;
    std::uint8_t m_slot = 0;
    bool m_equalizerOn = false;
    bool m_onlySettings = false; ///< the next reading needs no equalizer
};

} // namespace gainstage::topping_family::dx1
