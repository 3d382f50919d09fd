// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/operation.h"
#include "app/calc/words.h"
#include "devices/headphone/output_impedance.h"

namespace gainstage::calc {

using namespace Qt::StringLiterals;
using namespace headphone;

namespace {

Result<QJsonObject> damping(const Inputs &in)
{
    return outputs(dampingOf({in.number("z_ohm")}, {in.number("r_out")}), [](const Damping &found) {
        return QJsonObject{{u"df"_s, found.factor ? QJsonValue(*found.factor) : QJsonValue()},
                           {u"eighth_ok"_s, found.keepsRule},
                           {u"r_out_max"_s, found.largestOutput.value}};
    });
}

Result<QJsonObject> divider(const Inputs &in)
{
    return outputs(dividerLoss({{in.number("z_mag")}, in.number("phase_deg", 0.0)}, {in.number("r_out")}),
                   [](Decibels loss) { return QJsonObject{{u"db"_s, loss.value}}; });
}

Result<QJsonObject> ripple(const Inputs &in)
{
    return outputs(rippleOf({in.number("z_min")}, {in.number("z_max")}, {in.number("r_out")}),
                   [](const Ripple &found) { return QJsonObject{{u"ripple_db"_s, found.ripple.value}, {u"limit_db"_s, found.largest.value}}; });
}

Result<QJsonObject> deviation(const Inputs &in)
{
    std::vector<ImpedanceCurve::Point> points;
    for (const auto &row : in.rows("curve", 2, 3))
        points.push_back({{row[0]}, {{row[1]}, row.size() > 2 ? row[2] : 0.0}});
    const auto curve = ImpedanceCurve::of(std::move(points));
    if (!curve)
        return std::unexpected(curve.error());
    QJsonArray changes;
    for (const double frequency : in.numbers("freqs")) {
        const auto change = responseChange(*curve, {in.number("r_out")}, {frequency}, {in.number("f_ref", 1000.0)});
        if (!change)
            return std::unexpected(change.error());
        changes.append(change->value);
    }
    return QJsonObject{{u"dev_db"_s, changes}};
}

Result<QJsonObject> noiseLevel(const Inputs &in)
{
    return outputs(noiseAtEar({in.number("noise_uv") / 1e6}, {in.number("sens_db_v")}),
                   [](const NoiseAtEar &noise) { return QJsonObject{{u"spl_dba"_s, noise.level.value}, {u"cls"_s, word(noise.hiss)}}; });
}

QJsonObject microvolts(Volts noise)
{
    return {{u"noise_uv"_s, noise.value * 1e6}};
}

Result<QJsonObject> noiseLimit(const Inputs &in)
{
    return outputs(noiseAllowed({in.number("spl_dba")}, {in.number("sens_db_v")}), microvolts);
}

Result<QJsonObject> noiseOfRatio(const Inputs &in)
{
    return outputs(noiseFromRatio({in.number("v_ref")}, {in.number("snr_db")}), [](Volts noise) {
        QJsonObject out = microvolts(noise);
        out[u"dbv"_s] = decibelsOf(noise.value).value;
        return out;
    });
}

Result<QJsonObject> noiseChain(const Inputs &in)
{
    return outputs(noiseOf({{in.number("dac_uv") / 1e6}, {in.number("analog_att_db")}, {in.number("gain_db")}, {in.number("amp_uv") / 1e6}}),
                   microvolts);
}

Result<QJsonObject> distortionDecibels(const Inputs &in)
{
    return outputs(distortionOf(Decibels{in.number("thdn_db")}),
                   [](const Distortion &found) { return QJsonObject{{u"pct"_s, found.part.value}, {u"enob"_s, found.effectiveBits}}; });
}

Result<QJsonObject> distortionPercent(const Inputs &in)
{
    return outputs(distortionOf(Percent{in.number("pct")}), [](const Distortion &found) { return QJsonObject{{u"thdn_db"_s, found.level.value}}; });
}

Result<QJsonObject> aWeighting(const Inputs &in)
{
    return outputs(aWeight({in.number("f_hz")}), [](Decibels weight) { return QJsonObject{{u"db"_s, weight.value}}; });
}

Result<QJsonObject> whiteNoise(const Inputs &in)
{
    return outputs(aWeightOfWhiteNoise({in.number("f_lo", 20.0)}, {in.number("f_hi", 20000.0)}),
                   [](Decibels weight) { return QJsonObject{{u"db"_s, weight.value}}; });
}

constexpr Operation operations[] = {
    {"damping", damping},
    {"divider_db", divider},
    {"ripple", ripple},
    {"fr_deviation", deviation},
    {"noise_spl", noiseLevel},
    {"noise_limit", noiseLimit},
    {"noise_from_snr", noiseOfRatio},
    {"noise_chain", noiseChain},
    {"thdn", distortionDecibels},
    {"thdn_pct", distortionPercent},
    {"a_weight", aWeighting},
    {"white_a_correction", whiteNoise},
};

} // namespace

std::span<const Operation> impedanceAndNoiseOperations()
{
    return operations;
}

} // namespace gainstage::calc
