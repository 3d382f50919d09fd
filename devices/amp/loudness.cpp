// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/loudness.h"

#include "devices/eq/preamp.h"

#include <algorithm>
#include <limits>

namespace gainstage {
namespace {

constexpr Decibels nothing{0.0};
constexpr Decibels silence{-std::numeric_limits<double>::infinity()};

std::optional<Decibels> sum(std::optional<Decibels> a, std::optional<Decibels> b)
{
    return a && b ? std::optional(*a + *b) : std::nullopt;
}

std::optional<Decibels> added(const Setting &setting, Value value)
{
    const Choices *choices = setting.choices();
    const Choice *choice = choices != nullptr ? choices->find(value) : nullptr;
    if (choice != nullptr)
        return choice->adds;
    const Range *range = setting.range();
    return range != nullptr && range->unit == Unit::CentiDecibel ? std::optional(Decibels{value.raw / 100.0}) : std::nullopt;
}

/// What a setting adds to the level; nothing where the amp does not have it.
std::optional<Decibels> part(const Description &amp, const State &state, Role role)
{
    const Setting *setting = amp.find(role);
    if (setting == nullptr)
        return nothing;
    const auto value = state.value(setting->id);
    return value ? added(*setting, *value) : std::nullopt;
}

std::optional<Decibels> equalizerPart(const Description &amp, const State &state)
{
    if (!amp.equalizer)
        return nothing;
    return state.equalizer ? eq::loudestPoint(*state.equalizer, *amp.equalizer) : std::nullopt;
}

Decibels attenuation(std::int32_t centiDecibel)
{
    return {std::max(centiDecibel, 0) / 100.0};
}

/// Positive attenuates the left channel, negative the right: moving it raises the channel that is let go.
Decibels balanceRise(Value from, Value to)
{
    return std::max(attenuation(from.raw) - attenuation(to.raw), attenuation(-from.raw) - attenuation(-to.raw));
}

/// Whether a setting's value changes what is heard now, whatever its flags say.
bool isHeard(const Setting &setting)
{
    return setting.flags.audible || setting.role == Role::Gain || setting.role == Role::Output || setting.role == Role::Balance;
}

bool isTool(const Setting &setting)
{
    return (setting.role == Role::Volume && setting.range() != nullptr) || (setting.role == Role::Mute && setting.isSwitch());
}

std::optional<Decibels> difference(const Setting &setting, Value from, Value to)
{
    const auto before = added(setting, from), then = added(setting, to);
    return before && then ? std::optional(*then - *before) : std::nullopt;
}

std::optional<Decibels> volumeRise(const Description &amp, const State &before, const State &after)
{
    const auto from = part(amp, before, Role::Volume), to = part(amp, after, Role::Volume);
    return from && to ? std::optional(*to - *from) : std::nullopt;
}

/// What all settings but the tools can add together, each channel taken at its worst.
std::optional<Decibels> settingsRise(const Description &amp, const State &before, const State &after)
{
    std::optional<Decibels> total = nothing;
    for (const Setting &setting : amp.settings) {
        const auto from = before.value(setting.id), to = after.value(setting.id);
        if (!isTool(setting) && from != to)
            total = sum(total, to ? rise(setting, from, *to) : std::nullopt);
    }
    return total;
}

std::optional<Decibels> equalizerRise(const Description &amp, const State &before, const State &after)
{
    if (!amp.equalizer || before.equalizer == after.equalizer)
        return nothing;
    return after.equalizer ? rise(amp, before.equalizer, *after.equalizer) : std::nullopt;
}

} // namespace

bool isMuted(const Description &amp, const State &state)
{
    const Setting *mute = amp.find(Role::Mute);
    return mute != nullptr && mute->isSwitch() && state.value(mute->id) == Value{1};
}

bool isSilent(const Description &amp, const State &state)
{
    const Setting *volume = amp.find(Role::Volume);
    const Range *range = volume != nullptr ? volume->range() : nullptr;
    const bool atFloor = range != nullptr && volume->flags.silentFloor && state.value(volume->id) == Value{range->min};
    return atFloor || isMuted(amp, state);
}

std::optional<Decibels> level(const Description &amp, const State &state)
{
    if (isSilent(amp, state))
        return silence;
    const auto amplification = sum(part(amp, state, Role::Gain), part(amp, state, Role::Output));
    return sum(amplification, sum(part(amp, state, Role::Volume), equalizerPart(amp, state)));
}

std::optional<Decibels> rise(const Setting &setting, std::optional<Value> from, Value to)
{
    if (from == to || !isHeard(setting))
        return nothing;
    switch (setting.role) {
    case Role::Filter:
    case Role::Polarity:
    case Role::ChannelSwap:
    case Role::PowerOnVolume: return nothing;
    default: break;
    }
    if (!from)
        return std::nullopt;
    const bool inDecibels = setting.range() != nullptr && setting.range()->unit == Unit::CentiDecibel;
    switch (setting.role) {
    case Role::Balance: return inDecibels ? std::optional(balanceRise(*from, to)) : std::nullopt;
    case Role::VolumeLimit: return to < *from ? std::optional(nothing) : std::nullopt;
    case Role::Crossfeed:
    case Role::Mono: return difference(setting, *from, to).value_or(kTwoChannels);
    case Role::Gain:
    case Role::Output: return difference(setting, *from, to);
    default: return setting.choices() != nullptr ? difference(setting, *from, to) : std::nullopt;
    }
}

std::optional<Decibels> rise(const Description &amp, const std::optional<Equalizer> &from, const Equalizer &to)
{
    if (!from || !amp.equalizer)
        return std::nullopt;
    const auto before = eq::loudestPoint(*from, *amp.equalizer), then = eq::loudestPoint(to, *amp.equalizer);
    return before && then ? std::optional(*then - *before) : std::nullopt;
}

bool noLouder(const Description &amp, const State &before, const State &after)
{
    if (isSilent(amp, after))
        return true;
    if (isSilent(amp, before))
        return false;
    const auto total = sum(sum(settingsRise(amp, before, after), volumeRise(amp, before, after)), equalizerRise(amp, before, after));
    return total && total->value < 1e-9;
}

State after(State state, const Change &change)
{
    for (const auto &[id, value] : change.values())
        state.values[id] = value;
    if (change.equalizer())
        state.equalizer = change.equalizer();
    return state;
}

} // namespace gainstage
