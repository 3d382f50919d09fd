// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/fiio_amp.h"

#include "firmware_sim/physics/biquad.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace gainstage::sim::fiio {
namespace {

constexpr double kRate = 48000;
constexpr double kLowestCentre = 32, kHighestCentre = 16000;

/// The open protocol's numbers, which the physics take, by the number on this wire.
constexpr std::uint8_t kPhysicsType[] = {0, 1, 2, 6, 3, 4, 7};

firmware::BandSetting physical(const ModelRow &model, const Tone &tone)
{
    double q = tone.qHundredths / 100.0;
    if (model.narrowsPeaks && tone.type == 0)
        q /= std::pow(10.0, std::abs(tone.deciDecibel) / 400.0);
    firmware::BandSetting band;
    band.type = kPhysicsType[std::min<std::size_t>(tone.type, std::size(kPhysicsType) - 1)];
    band.on = tone.type > 2 || tone.deciDecibel != 0;
    band.hertz = tone.hertz;
    band.centiDecibel = tone.deciDecibel * 10;
    band.milliQ = static_cast<std::int32_t>(std::lround(q * 1000));
    return band;
}

} // namespace

Curve factoryCurve(const ModelRow &model, std::uint8_t preset)
{
    Curve curve;
    const PresetRow *row = presetOf(model, preset);
    const bool shaped = row != nullptr && row->kind == PresetKind::Factory;
    for (int i = 0; i < model.bands; ++i) {
        const double part = static_cast<double>(i) / std::max(model.bands - 1, 1);
        const int hertz = static_cast<int>(std::lround(kLowestCentre * std::pow(kHighestCentre / kLowestCentre, part)));
        curve.tones.push_back({shaped ? (preset * 7 + i * 11) % 61 - 30 : 0, hertz, 71, 0});
    }
    return curve;
}

double loudestOf(const ModelRow &model, const Curve &curve)
{
    std::vector<firmware::BandSetting> bands;
    std::ranges::transform(curve.tones, std::back_inserter(bands), [&model](const Tone &tone) { return physical(model, tone); });
    return curve.deciDecibel / 10.0 + loudestDecibel(bands, kRate);
}

} // namespace gainstage::sim::fiio
