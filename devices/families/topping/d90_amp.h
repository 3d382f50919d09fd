// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/topping/equalizer_meaning.h"
#include "devices/families/topping/topping_amp.h"

namespace gainstage::topping_family::d90 {

/// Only its equalizer is reached, and it cannot be asked for anything: what it holds is not known until all of it was written and repeated by it.
class D90Amp final : public ToppingAmp {
public:
    explicit D90Amp(std::unique_ptr<Transport> wire);

protected:
    Result<State> readState() override;
    Result<void> send(const Change &change) override;
    bool unasked(const topping::Frame &frame) override;

private:
    Result<void> sendAll(const std::vector<topping::EqualizerMessage> &messages);
    Result<void> sendSwitch(bool on);

    std::optional<HeldEqualizer> m_held;
    bool m_on = false; ///< means something where m_held does
};

} // namespace gainstage::topping_family::d90
