// SPDX-License-Identifier: Apache-2.0
#include "protocol/fiio/equalizer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gainstage::fiio {
namespace {

void append(Bytes &bytes, int number)
{
    bytes.push_back(static_cast<std::uint8_t>(static_cast<unsigned>(number) >> 8U));
    bytes.push_back(static_cast<std::uint8_t>(number));
}

std::uint16_t bigEndian(BytesView bytes, std::size_t at)
{
    return static_cast<std::uint16_t>(bytes[at] << 8U | bytes[at + 1]);
}

std::unexpected<Error> outOfRange(int value)
{
    return failure(Errc::OutOfRange, SENTENCE("error", "The amp does not take the value %1."), {std::to_string(value)});
}

std::unexpected<Error> nonsense(BytesView data)
{
    return failure(Errc::BadFrame, SENTENCE("error", "The amp sent a value that makes no sense (%1)."), {toHex(data)});
}

bool gainFits(Model model, std::int16_t gain)
{
    return gain >= factsOf(model).leastGainDeciDecibels && gain <= factsOf(model).mostGainDeciDecibels;
}

double gainFactor(Model model, FilterType type, std::int16_t gainDeciDecibels)
{
    if (type != FilterType::Peak || qMeaningOf(model) == QMeaning::Cookbook)
        return 1;
    return std::pow(10.0, std::abs(gainDeciDecibels) / 10.0 / 40.0);
}

} // namespace

Result<Bytes> encodeBand(Model model, const Band &band)
{
    if (band.index >= factsOf(model).bands)
        return outOfRange(band.index);
    if (!gainFits(model, band.gainDeciDecibels))
        return outOfRange(band.gainDeciDecibels);
    if (band.frequencyHertz < kLeastFrequencyHertz || band.frequencyHertz > kMostFrequencyHertz)
        return outOfRange(band.frequencyHertz);
    if (band.qHundredths < kLeastQHundredths || band.qHundredths > kMostQHundredths)
        return outOfRange(band.qHundredths);
    if (!takes(model, band.type))
        return outOfRange(std::to_underlying(band.type));
    Bytes bytes{band.index};
    append(bytes, band.gainDeciDecibels);
    append(bytes, band.frequencyHertz);
    append(bytes, band.qHundredths);
    bytes.push_back(std::to_underlying(band.type));
    return bytes;
}

Result<Band> decodeBand(Model model, BytesView data)
{
    if (data.size() != kBandSize || data[0] >= factsOf(model).bands || data[7] > std::to_underlying(FilterType::AllPass))
        return nonsense(data);
    return Band{data[0], static_cast<std::int16_t>(bigEndian(data, 1)), bigEndian(data, 3), bigEndian(data, 5), static_cast<FilterType>(data[7])};
}

Result<Bytes> encodeGlobalGain(Model model, std::int16_t gainDeciDecibels)
{
    if (!gainFits(model, gainDeciDecibels))
        return outOfRange(gainDeciDecibels);
    if (model == Model::Ja11)
        return Bytes{0, static_cast<std::uint8_t>(gainDeciDecibels)};
    Bytes bytes;
    append(bytes, gainDeciDecibels);
    return bytes;
}

Result<std::int16_t> decodeGlobalGain(Model model, BytesView data)
{
    if (data.size() != 2)
        return nonsense(data);
    if (model != Model::Ja11)
        return static_cast<std::int16_t>(bigEndian(data, 0));
    if (data[0] != 0)
        return nonsense(data);
    return static_cast<std::int8_t>(data[1]);
}

QMeaning qMeaningOf(Model model)
{
    return model == Model::Qx13 || model == Model::Ka17 ? QMeaning::WithGain : QMeaning::Cookbook;
}

std::uint16_t wireQ(Model model, FilterType type, double cookbookQ, std::int16_t gainDeciDecibels)
{
    const double hundredths = cookbookQ * gainFactor(model, type, gainDeciDecibels) * 100;
    if (!(hundredths > kLeastQHundredths)) // also where it is not a number
        return kLeastQHundredths;
    return static_cast<std::uint16_t>(std::lround(std::min<double>(hundredths, kMostQHundredths)));
}

double cookbookQ(Model model, const Band &band)
{
    return band.qHundredths / 100.0 / gainFactor(model, band.type, band.gainDeciDecibels);
}

} // namespace gainstage::fiio
