// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/d90_amp.h"

#include "devices/families/topping/quiet_steps.h"
#include "devices/families/topping/setting_makers.h"

#include <utility>

namespace gainstage::topping_family::d90 {
namespace {

Description describe()
{
    Description description;
    description.identity = identityOf(QStringLiteral("D90 III Discrete"));
    description.equalizer = equalizerLimits();
    return description;
}

} // namespace

D90Amp::D90Amp(std::unique_ptr<Transport> wire) : ToppingAmp(std::move(wire), describe(), topping::Model::D90IiiDiscrete) {}

Result<State> D90Amp::readState()
{
    if (auto drained = drain(); !drained) // with that it is known whether the amp is still there, and what another program wrote
        return std::unexpected(drained.error());
    State state;
    state.equalizer = m_held ? meaningOf(*m_held) : std::nullopt;
    if (state.equalizer)
        state.equalizer->on = m_on;
    return state;
}

/// Known again only when all of it was taken. While it is switched off nobody hears its bands.
Result<void> D90Amp::send(const Change &change)
{
    if (!change.equalizer())
        return {};
    const Equalizer &wanted = *change.equalizer();
    const topping::DumpChannel channel = channelOf(wanted);
    const auto held = std::exchange(m_held, std::nullopt);
    const QuietSteps steps = quietSteps(held, channel);
    auto sent = wanted.on || (held && !m_on) ? Result<void>() : sendSwitch(false);
    if (sent)
        sent = sendAll(steps.lower);
    if (sent)
        sent = sendAll(steps.bands);
    if (sent && wanted.on && !held)
        sent = sendSwitch(true);
    if (sent)
        sent = sendAll(steps.raise);
    if (sent && wanted.on && held && !m_on)
        sent = sendSwitch(true);
    if (!sent)
        return sent;
    m_held = HeldEqualizer{channel, channel};
    m_on = wanted.on;
    return {};
}

Result<void> D90Amp::sendAll(const std::vector<topping::EqualizerMessage> &messages)
{
    for (const auto &message : messages) {
        if (auto sent = talk().sayAndConfirm(topping::encode(model(), message)); !sent)
            return sent;
    }
    return {};
}

Result<void> D90Amp::sendSwitch(bool on)
{
    return talk().sayAndConfirm(topping::encode(model(), topping::EqualizerSwitch{on}));
}

/// Another program writes: what it wrote is repeated to us as well.
bool D90Amp::unasked(const topping::Frame &frame)
{
    const auto message = topping::decodeEqualizer(frame);
    if (!message || !m_held)
        return false;
    if (const auto *toggle = std::get_if<topping::EqualizerSwitch>(&*message))
        return std::exchange(m_on, toggle->on) != toggle->on;
    const HeldEqualizer before = *m_held;
    put(*m_held, *message);
    return !(before == *m_held);
}

} // namespace gainstage::topping_family::d90
