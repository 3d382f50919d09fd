// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/equalizer_meaning.h"

#include <cmath>

namespace gainstage::topping_family {
namespace {

constexpr std::int32_t tenThousandthsOfMilli = 10, centiOfDeci = 10;
/// What nobody has sent is not offered; so far down the factor still tells a hundredth of a decibel.
constexpr std::int32_t lowestPreamp = -3000;

std::optional<FilterType> meaningOf(topping::FilterType type)
{
    switch (type) {
    case topping::FilterType::Peak: return FilterType::Peaking;
    case topping::FilterType::LowShelf: return FilterType::LowShelf;
    case topping::FilterType::HighShelf: return FilterType::HighShelf;
    }
    return std::nullopt;
}

topping::FilterType typeOf(FilterType type)
{
    switch (type) {
    case FilterType::LowShelf: return topping::FilterType::LowShelf;
    case FilterType::HighShelf: return topping::FilterType::HighShelf;
    default: return topping::FilterType::Peak; // the limits let no other through
    }
}

topping::DumpBand bandOf(const Band &band)
{
    return {band.on, typeOf(band.type), static_cast<std::int16_t>(band.gain / centiOfDeci), static_cast<std::uint16_t>(band.frequency),
            band.q * tenThousandthsOfMilli};
}

std::optional<Band> meaningOf(const topping::DumpBand &band)
{
    const auto type = band.type ? meaningOf(*band.type) : std::nullopt;
    if (!type)
        return std::nullopt;
    return Band{*type, band.frequencyHertz, band.gainDeciDecibels * centiOfDeci, milliQOf(band), band.on};
}

struct Putter {
    HeldEqualizer &held;

    topping::DumpChannel &channel(topping::Channel which) const { return which == topping::Channel::Left ? held.left : held.right; }
    topping::DumpBand &band(const topping::BandPlace &place) const { return channel(place.channel).bands.at(place.band); }
    void operator()(const topping::BandType &message) const { band(message.place).type = message.type; }
    void operator()(const topping::BandFrequency &message) const { band(message.place).frequencyHertz = message.frequencyHertz; }
    void operator()(const topping::BandGain &message) const { band(message.place).gainDeciDecibels = message.gainDeciDecibels; }
    void operator()(const topping::BandQ &message) const { band(message.place).qTenThousandths = message.qTenThousandths; }
    void operator()(const topping::BandSwitch &message) const { band(message.place).on = message.on; }
    void operator()(const topping::Preamp &message) const { channel(message.channel).preampFactorQ25 = message.factorQ25; }
    void operator()(const topping::PreampSwitch &message) const { channel(message.channel).preampOn = message.on; }
    void operator()(const topping::EqualizerSwitch &) const {}
};

} // namespace

const EqualizerLimits &equalizerLimits()
{
    static const EqualizerLimits limits{
        .bands = topping::kBands,
        .types = {FilterType::Peaking, FilterType::LowShelf, FilterType::HighShelf},
        .frequency = {topping::kLeastFrequencyHertz, topping::kMostFrequencyHertz, 1},
        .gain = {-topping::kMostGainDeciDecibels * centiOfDeci, topping::kMostGainDeciDecibels * centiOfDeci, centiOfDeci},
        .q = {topping::kLeastQTenThousandths / tenThousandthsOfMilli, topping::kMostQTenThousandths / tenThousandthsOfMilli, 1},
        .preamp = {lowestPreamp, 0, 1},
        .sampleRates = {},
    };
    return limits;
}

topping::DumpChannel channelOf(const Equalizer &equalizer)
{
    topping::DumpChannel channel;
    channel.preampOn = true;
    channel.preampFactorQ25 = topping::preampFactor(equalizer.preamp / 100.0).value_or(1);
    for (std::size_t i = 0; i < topping::kBands; ++i)
        channel.bands.at(i) = bandOf(equalizer.bands.at(i));
    return channel;
}

std::optional<std::int32_t> preampOf(const topping::DumpChannel &channel)
{
    if (!channel.preampOn)
        return 0;
    const auto decibels = topping::preampDecibels(channel.preampFactorQ25);
    if (!decibels || !std::isfinite(*decibels))
        return std::nullopt;
    return static_cast<std::int32_t>(std::lround(*decibels * 100.0));
}

std::int32_t milliQOf(const topping::DumpBand &band)
{
    return band.qTenThousandths / tenThousandthsOfMilli + (band.qTenThousandths % tenThousandthsOfMilli >= tenThousandthsOfMilli / 2 ? 1 : 0);
}

std::optional<Equalizer> meaningOf(const topping::DumpChannel &channel)
{
    const auto preamp = preampOf(channel);
    if (!preamp)
        return std::nullopt;
    Equalizer equalizer{true, *preamp, {}};
    for (std::size_t i = 0; i < topping::kBands; ++i) {
        const auto band = meaningOf(channel.bands.at(i));
        if (!band)
            return std::nullopt;
        equalizer.bands.push_back(*band);
    }
    return equalizerLimits().accepts(equalizer) ? std::optional(equalizer) : std::nullopt;
}

std::optional<Equalizer> meaningOf(const HeldEqualizer &held)
{
    const auto left = meaningOf(held.left), right = meaningOf(held.right);
    return left == right && held.left.preampOn == held.right.preampOn ? left : std::nullopt;
}

void put(HeldEqualizer &held, const topping::EqualizerMessage &message)
{
    std::visit(Putter{held}, message);
}

} // namespace gainstage::topping_family
