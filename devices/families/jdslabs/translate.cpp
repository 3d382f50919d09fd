// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/jdslabs/translate.h"

#include "devices/families/jdslabs/leaves.h"
#include "protocol/jdslabs/json.h"

#include <algorithm>
#include <cmath>

namespace gainstage::jdslabs {
namespace {

constexpr double centi = 100, milli = 1000;

std::int32_t rounded(double value)
{
    constexpr double most = 1e9;
    return static_cast<std::int32_t>(std::lround(std::clamp(value, -most, most)));
}

FilterType typeOf(Kind kind)
{
    switch (kind) {
    case Kind::LowShelf: return FilterType::LowShelf;
    case Kind::HighShelf: return FilterType::HighShelf;
    case Kind::Peaking: break;
    }
    return FilterType::Peaking;
}

gainstage::Band houseBand(const Band &band)
{
    return {typeOf(band.place.kind), rounded(band.filter.frequencyHertz), rounded(band.filter.gainDecibels * centi), rounded(band.filter.q * milli),
            true};
}

EqualizerLimits limitsOf(Layout layout)
{
    EqualizerLimits limits;
    for (const Place place : placesOf(layout))
        limits.fixedTypes.push_back(typeOf(place.kind));
    limits.bands = static_cast<int>(limits.fixedTypes.size());
    limits.types = {FilterType::Peaking, FilterType::LowShelf, FilterType::HighShelf};
    limits.frequency = {rounded(kLeastFrequencyHertz), rounded(kMostFrequencyHertz), 1};
    limits.gain = limits.preamp = {rounded(-kMostGainDecibels * centi), rounded(kMostGainDecibels * centi), 1};
    limits.q = {rounded(kLeastQ * milli), rounded(kMostQ * milli), 1};
    limits.sampleRates = {44100, 48000, 96000};
    limits.hasSwitch = limits.bandsHaveSwitch = false;
    return limits;
}

QString versionText(std::uint16_t release)
{
    const Version version = versionOf(release);
    return release == 0 ? QString() : QStringLiteral("%1.%2.%3").arg(version.major).arg(version.minor).arg(version.patch);
}

} // namespace

Result<gainstage::Description> describe(const Described &described, const Port &port)
{
    const auto object = objectIn(described.message);
    if (!object)
        return std::unexpected(object.error());
    gainstage::Description description;
    description.identity.maker = QStringLiteral("JDS Labs");
    description.identity.model = QStringLiteral("Element IV");
    description.identity.serialNumber = port.serialNumber;
    description.identity.firmware = versionText(port.release);
    description.identity.protocol = QStringLiteral("JDS Labs JSON");
    for (const Leaf &leaf : leavesIn(*object)) {
        const auto number = static_cast<std::uint16_t>(description.settings.size() + 1);
        description.settings.push_back(settingOf(leaf, {number}));
    }
    description.equalizer = limitsOf(described.description.layout);
    return description;
}

gainstage::Equalizer houseEqualizer(const Equalizer &held)
{
    gainstage::Equalizer equalizer{true, rounded(held.preampDecibels * centi), {}};
    for (const Band &band : held.bands)
        equalizer.bands.push_back(houseBand(band));
    return equalizer;
}

Update updateTo(const gainstage::Equalizer &wanted, const Description &held)
{
    const gainstage::Equalizer now = houseEqualizer(held.headphone);
    Update update{held.layout, now.preamp == wanted.preamp ? held.headphone.preampDecibels : wanted.preamp / centi, held.headphone.bands};
    for (std::size_t i = 0; i < update.bands.size() && i < wanted.bands.size(); ++i) {
        const gainstage::Band &band = wanted.bands[i];
        if (band != now.bands[i])
            update.bands[i].filter = {band.gain / centi, static_cast<double>(band.frequency), band.q / milli};
    }
    return update;
}

} // namespace gainstage::jdslabs
