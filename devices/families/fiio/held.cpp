// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/fiio/held.h"

#include <array>
#include <utility>

namespace gainstage::fiio {
namespace {

using House = gainstage::FilterType;

/// By the number on the wire.
constexpr std::array houseTypes{House::Peaking, House::LowShelf, House::HighShelf, House::BandPass, House::LowPass, House::HighPass, House::AllPass};

constexpr int centiPerDeci = 10, milliPerHundredth = 10;

gainstage::Band houseBand(const Band &band)
{
    return {typeOf(band.type), band.frequencyHertz, band.gainDeciDecibels * centiPerDeci, band.qHundredths * milliPerHundredth, true};
}

} // namespace

Parts Parts::everything(Model model, bool experimental)
{
    Parts parts = equalizer(model);
    parts.preset = parts.count = true;
    parts.volume = parts.filter = parts.balance = experimental;
    return parts;
}

Parts Parts::equalizer(Model model)
{
    Parts parts;
    parts.gain = true;
    parts.equalizerSwitch = hasSwitch(model);
    for (std::size_t i = 0; i < factsOf(model).bands; ++i)
        parts.bands.set(i);
    return parts;
}

bool hasSwitch(Model model)
{
    return model == Model::K13R2r;
}

std::optional<PresetKind> kindOf(Model model, std::uint8_t preset)
{
    const Preset *known = presetOf(model, preset);
    return known ? std::optional(known->kind) : std::nullopt;
}

bool isOn(Model model, const Held &held)
{
    return held.switchedOn && kindOf(model, held.preset) != PresetKind::Off;
}

gainstage::Equalizer equalizerOf(Model model, const Held &held)
{
    gainstage::Equalizer equalizer{isOn(model, held), held.gainDeciDecibels * centiPerDeci, {}};
    for (const Band &band : held.bands)
        equalizer.bands.push_back(houseBand(band));
    return equalizer;
}

Band wireBand(const gainstage::Band &band, std::uint8_t index)
{
    std::size_t type = 0;
    while (type + 1 < houseTypes.size() && houseTypes[type] != band.type)
        ++type;
    return {index, static_cast<std::int16_t>(band.gain / centiPerDeci), static_cast<std::uint16_t>(band.frequency),
            static_cast<std::uint16_t>(band.q / milliPerHundredth), static_cast<FilterType>(type)};
}

gainstage::FilterType typeOf(FilterType type)
{
    return houseTypes[std::to_underlying(type)];
}

/// A JA11 was seen to tell a negative gain a tenth too high.
std::int16_t asWritten(Model model, std::int16_t told, std::optional<std::int16_t> written)
{
    const bool isOnlyThat = model == Model::Ja11 && written && *written < 0 && told == *written + 1;
    return isOnlyThat ? *written : told;
}

/// A KA15 was seen to tell the Q of some bands a hundredth too high.
Band asWritten(Model model, const Band &told, const std::optional<Band> &written)
{
    if (model != Model::Ka15 || !written || told.qHundredths != written->qHundredths + 1)
        return told;
    Band same = told;
    same.qHundredths = written->qHundredths;
    return same == *written ? same : told;
}

} // namespace gainstage::fiio
