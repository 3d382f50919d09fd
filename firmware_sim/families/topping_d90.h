// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/families/topping_amp.h"
#include "firmware_sim/families/topping_equalizer.h"

namespace gainstage::sim::topping {

/// D90 III Discrete: takes and echoes its equalizer, ignores everything else, cannot be asked, and has its volume on the knob only.
class D90 final : public ToppingAmp {
public:
    D90();

    QJsonObject truth() const override;
    double level() const override;

protected:
    void handle(const Frame &frame, std::int64_t now) override;
    QString set(const QString &key, double value, std::int64_t now) override;

private:
    Equalizer m_equalizer;
    bool m_equalizerOn = true, m_powered = true;
    double m_volume = -30;
};

} // namespace gainstage::sim::topping
