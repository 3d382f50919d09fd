// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/fiio/description.h"
#include "devices/families/fiio/fiio_amp.h"
#include "devices/families/fiio/quiet_order.h"

#include <utility>

namespace gainstage::fiio {
namespace {

constexpr int centiPerDeci = 10;

const char *const chooseOfTheUser = SENTENCE("error", "Choose one of the presets of the user first.");

bool sameFilters(const Equalizer &a, const Equalizer &b)
{
    return a.preamp == b.preamp && a.bands == b.bands;
}

} // namespace

/// What is refused leaves nothing to be read.
Result<void> FiioAmp::send(const Change &change)
{
    m_toRead = Parts{};
    if (auto checked = check(change); !checked)
        return checked;
    auto sent = sendAll(change);
    if (!sent)
        m_toRead.reset();
    return sent;
}

Result<void> FiioAmp::check(const Change &change) const
{
    if (!change.equalizer())
        return {};
    const auto chosen = change.value(presetSetting);
    const auto preset = chosen ? static_cast<std::uint8_t>(chosen->raw) : m_held.preset;
    if (auto checked = checkSwitch(*change.equalizer(), preset); !checked)
        return checked;
    const bool staysHere = preset == m_held.preset;
    return staysHere && !sameFilters(*change.equalizer(), equalizerOf(model(), m_held)) ? checkTakesBands() : Result<void>();
}

Result<void> FiioAmp::checkSwitch(const Equalizer &wanted, std::uint8_t preset) const
{
    const bool presetIsOff = kindOf(model(), preset) == PresetKind::Off;
    if (wanted.on != presetIsOff || (hasSwitch(model()) && !presetIsOff))
        return {};
    return failure(Errc::Refused, SENTENCE("error", "This amp switches its equalizer on and off by the choice of its preset."), {},
                   SENTENCE("error", "Choose the preset “Off”, or another one."));
}

Result<void> FiioAmp::checkTakesBands() const
{
    if (kindOf(model(), m_held.preset) == PresetKind::User)
        return {};
    return failure(Errc::Refused, SENTENCE("error", "The equalizer of the active preset cannot be changed."), {}, chooseOfTheUser);
}

Result<void> FiioAmp::sendAll(const Change &change)
{
    const auto chosen = change.value(presetSetting);
    if (chosen) {
        if (auto selected = select(static_cast<std::uint8_t>(chosen->raw)); !selected)
            return selected;
    }
    if (auto sent = sendExperimental(change); !sent)
        return sent;
    return change.equalizer() ? sendEqualizer(*change.equalizer()) : Result<void>();
}

/// Chosen again, it would drop what is not stored; whether it is active still is read afterwards.
Result<void> FiioAmp::select(std::uint8_t preset)
{
    m_toRead->preset = true;
    if (preset == m_held.preset)
        return {};
    if (auto told = m_exchange.tell(SelectPreset{preset}); !told)
        return told;
    forgetWritten();
    if (auto read = readPreset(); !read)
        return read;
    if (m_held.preset != preset)
        return failure(Errc::NotVerified, SENTENCE("error", "The amp did not take the preset."));
    return readEqualizer(Parts::equalizer(model()));
}

Result<void> FiioAmp::sendExperimental(const Change &change)
{
    Result<void> told;
    const auto tell = [&](SettingId id, bool &toRead, auto request) {
        const auto value = change.value(id);
        if (!value || !told)
            return;
        toRead = true;
        told = m_exchange.tell(request(static_cast<std::uint8_t>(value->raw)));
    };
    tell(volumeSetting, m_toRead->volume, [this](std::uint8_t steps) {
        return experimental::SetVolume{steps, static_cast<std::uint8_t>(description().find(volumeSetting)->range()->max)};
    });
    tell(filterSetting, m_toRead->filter, [](std::uint8_t code) { return experimental::SetFilter{static_cast<experimental::DacFilter>(code)}; });
    tell(balanceSetting, m_toRead->balance, [](std::uint8_t steps) { return experimental::SetBalanceRight{steps}; });
    return told;
}

Result<void> FiioAmp::sendEqualizer(const Equalizer &wanted)
{
    const Equalizer now = equalizerOf(model(), m_held);
    m_toRead->preset = true;
    if (!sameFilters(wanted, now)) {
        if (auto takes = checkTakesBands(); !takes)
            return failure(Errc::Refused, SENTENCE("error", "The amp took the settings, but not the equalizer."), {}, chooseOfTheUser);
    }
    if (now.on && !wanted.on) {
        if (auto told = sendSwitch(false); !told)
            return told;
    }
    if (auto sent = sendSteps(now, wanted); !sent)
        return sent;
    return wanted.on && !now.on ? sendSwitch(true) : Result<void>();
}

Result<void> FiioAmp::sendSteps(const Equalizer &from, const Equalizer &wanted)
{
    Equalizer start = from, end = wanted;
    start.on = end.on = from.on && wanted.on;
    if (from.bands != wanted.bands && m_held.bandCount != m_held.bands.size()) {
        m_toRead->count = true;
        if (auto told = m_exchange.tell(SetBandCount{}); !told)
            return told;
    }
    for (const EqualizerStep &step : quietOrder(start, end, limits())) {
        const bool isPreamp = step.kind == EqualizerStep::Kind::Preamp;
        auto sent = isPreamp ? sendPreamp(step.preamp) : sendBand(wireBand(step.value, static_cast<std::uint8_t>(step.band)));
        if (!sent)
            return sent;
    }
    return {};
}

Result<void> FiioAmp::sendPreamp(std::int32_t centiDecibels)
{
    m_toRead->gain = true;
    m_storeIsDue = true;
    m_writtenGain = static_cast<std::int16_t>(centiDecibels / centiPerDeci);
    return m_exchange.tell(SetGlobalGain{*m_writtenGain});
}

Result<void> FiioAmp::sendBand(const Band &band)
{
    m_toRead->bands.set(band.index);
    m_storeIsDue = true;
    m_writtenBands[band.index] = band;
    return m_exchange.tell(SetBand{band});
}

Result<void> FiioAmp::sendSwitch(bool on)
{
    m_toRead->equalizerSwitch = true;
    return m_exchange.tell(SetEqualizerSwitch{on});
}

} // namespace gainstage::fiio
