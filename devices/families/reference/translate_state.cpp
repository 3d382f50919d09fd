// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/reference/translate_state.h"

#include <algorithm>

namespace gainstage::reference {
namespace {

constexpr std::uint8_t lastFilterType = static_cast<std::uint8_t>(FilterType::AllPass);

gap::Band wireBand(const Band &band)
{
    return {static_cast<std::uint8_t>(band.type), band.frequency, band.gain, band.q, band.on};
}

} // namespace

State translated(const gap::StateReply &reply, const Description &amp)
{
    State state;
    state.revision = {reply.revision};
    for (const auto &[id, value] : reply.values) {
        if (amp.find(SettingId{id}) != nullptr)
            state.values[{id}] = {value};
    }
    for (const gap::Jack &jack : reply.jacks)
        state.jacks.push_back(translated(jack));
    if (reply.input)
        state.input = translated(*reply.input);
    state.protection = protectionOf(reply.protection);
    state.unstored = reply.dirty;
    return state;
}

std::optional<Equalizer> translated(const gap::Bands &bands, const Description &amp)
{
    const bool known = std::ranges::all_of(bands.list, [](const gap::Band &band) { return band.type <= lastFilterType; });
    if (!known || !amp.equalizer || std::ssize(bands.list) != amp.equalizer->bands)
        return std::nullopt;
    Equalizer equalizer{bands.on, bands.preamp, {}};
    for (const gap::Band &band : bands.list)
        equalizer.bands.push_back({static_cast<FilterType>(band.type), band.frequency, band.gain, band.q, band.on});
    return equalizer;
}

Meters translated(const gap::MetersReply &reply)
{
    Meters meters;
    for (const std::int32_t level : reply.level.value_or(std::vector<std::int32_t>{}))
        meters.level.push_back({level / 100.0});
    if (reply.clips)
        meters.clips = *reply.clips;
    if (reply.temperature)
        meters.temperature = Celsius{*reply.temperature / 10.0};
    for (const std::int32_t rail : reply.supply.value_or(std::vector<std::int32_t>{}))
        meters.supply.push_back({rail / 1000.0});
    return meters;
}

Jack translated(const gap::Jack &jack)
{
    const auto impedance = jack.milliohm ? std::optional(Ohms{*jack.milliohm / 1000.0}) : std::nullopt;
    return {{static_cast<std::int32_t>(jack.output)}, jack.plugged, impedance};
}

InputState translated(const gap::Input &input)
{
    return {{input.id}, input.locked, static_cast<std::int32_t>(input.rate)};
}

Protection protectionOf(std::uint32_t bits)
{
    return {(bits & gap::Thermal) != 0, (bits & gap::Dc) != 0, (bits & gap::OverCurrent) != 0};
}

Source translated(gap::EventSource source)
{
    return static_cast<Source>(source);
}

gap::Values wireValues(const Change &change)
{
    gap::Values values;
    for (const auto &[id, value] : change.values())
        values[id.number] = value.raw;
    return values;
}

gap::EqualizerWrite wireEqualizer(const std::optional<Equalizer> &from, const Equalizer &to)
{
    gap::EqualizerWrite write;
    if (!from || from->on != to.on)
        write.on = to.on;
    if (!from || from->preamp != to.preamp)
        write.preamp = to.preamp;
    std::vector<gap::IndexedBand> bands;
    for (std::size_t i = 0; i < to.bands.size(); ++i) {
        if (!from || i >= from->bands.size() || from->bands[i] != to.bands[i])
            bands.push_back({static_cast<std::uint8_t>(i), wireBand(to.bands[i])});
    }
    if (!bands.empty())
        write.bands = std::move(bands);
    return write;
}

} // namespace gainstage::reference
