// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/reference/news.h"

#include "devices/families/reference/translate_state.h"

#include <algorithm>

namespace gainstage::reference {
namespace {

template <typename... Kinds>
bool isOneOf(const gap::EventMessage &message)
{
    return (std::holds_alternative<Kinds>(message.what) || ...);
}

/// The events leave it to us to know that what is not stored differs from what is.
void putValues(State &state, const gap::ValuesChanged &changed, const Description &amp)
{
    for (const auto &[id, value] : changed.values) {
        const Setting *setting = amp.find(SettingId{id});
        if (setting == nullptr)
            continue;
        state.values[{id}] = {value};
        state.unstored = state.unstored || setting->flags.stored;
    }
}

void putJack(State &state, const gap::Jack &jack)
{
    const Jack now = translated(jack);
    const auto known = std::ranges::find(state.jacks, now.output, &Jack::output);
    if (known != state.jacks.end())
        *known = now;
    else
        state.jacks.push_back(now);
}

} // namespace

bool isAfter(std::uint32_t a, std::uint32_t b)
{
    return static_cast<std::int32_t>(a - b) > 0;
}

bool raises(const gap::EventMessage &message)
{
    return !isOneOf<gap::Clipping, gap::AboutToPowerDown, gap::MetersReply, gap::LockChanged>(message);
}

bool putInto(State &state, const gap::EventMessage &message, const Description &amp)
{
    if (const auto *changed = std::get_if<gap::ValuesChanged>(&message.what))
        putValues(state, *changed, amp);
    else if (const auto *jack = std::get_if<gap::JackChanged>(&message.what))
        putJack(state, jack->jack);
    else if (const auto *protection = std::get_if<gap::ProtectionChanged>(&message.what))
        state.protection = protectionOf(protection->protection);
    else if (const auto *input = std::get_if<gap::InputChanged>(&message.what))
        state.input = translated(input->input);
    else if (const auto *stored = std::get_if<gap::Stored>(&message.what))
        state.unstored = stored->dirty;
    else
        return false;
    return true;
}

Source sourceOf(const gap::EventMessage &message)
{
    if (const auto *changed = std::get_if<gap::ValuesChanged>(&message.what))
        return translated(changed->source);
    if (const auto *equalizer = std::get_if<gap::EqualizerChanged>(&message.what))
        return translated(equalizer->source);
    if (const auto *everything = std::get_if<gap::EverythingChanged>(&message.what))
        return translated(everything->source);
    return isOneOf<gap::ProtectionChanged>(message) ? Source::Protection : Source::Client;
}

std::optional<Event> report(const gap::EventMessage &message)
{
    if (const auto *meters = std::get_if<gap::MetersReply>(&message.what))
        return MetersMeasured{translated(*meters)};
    if (const auto *clipping = std::get_if<gap::Clipping>(&message.what))
        return Clipped{clipping->count};
    if (const auto *power = std::get_if<gap::AboutToPowerDown>(&message.what))
        return PoweringDown{std::chrono::milliseconds(power->milliseconds)};
    return std::nullopt;
}

} // namespace gainstage::reference
