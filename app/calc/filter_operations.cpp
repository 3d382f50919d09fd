// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/filter_inputs.h"
#include "app/calc/operation.h"
#include "app/calc/words.h"
#include "devices/eq/preamp.h"

namespace gainstage::calc {

using namespace Qt::StringLiterals;

eq::Filter filterFrom(const Inputs &in)
{
    const QString name = in.text("type");
    const auto type = filterType(name);
    if (!type)
        in.complain(SENTENCE("error", "There is no filter type “%1”."), name);
    const bool needsGain = type && eq::hasGain(*type);
    return {type.value_or(FilterType::Peaking), {in.number("f0")}, {needsGain ? in.number("gain_db") : 0.0}, in.number("q")};
}

std::vector<eq::Filter> filtersFrom(const Inputs &in, const char *key)
{
    std::vector<eq::Filter> filters;
    for (const Inputs &band : in.objects(key)) {
        filters.push_back(filterFrom(band));
        in.adopt(band);
    }
    return filters;
}

namespace {

Result<QJsonObject> biquad(const Inputs &in)
{
    return outputs(eq::design(filterFrom(in), {in.number("fs")}), [](const eq::Biquad &made) {
        return QJsonObject{{u"b0"_s, made.b0}, {u"b1"_s, made.b1}, {u"b2"_s, made.b2}, {u"a1"_s, made.a1}, {u"a2"_s, made.a2}};
    });
}

Result<QJsonObject> response(const Inputs &in)
{
    const Frequency rate{in.number("fs")};
    const auto made = eq::Response::of(filtersFrom(in, "bands"), rate);
    if (!made)
        return std::unexpected(made.error());
    QJsonArray magnitudes, phases;
    for (const double frequency : in.numbers("freqs")) {
        if (!(frequency > 0.0 && frequency <= rate.value / 2))
            in.complain(SENTENCE("error", "The frequency must be above zero and below half the sample rate, not %1 Hz."), QString::number(frequency));
        const eq::ResponsePoint point = made->at({frequency});
        magnitudes.append(point.magnitude.value);
        phases.append(point.phase ? QJsonValue(*point.phase) : QJsonValue());
    }
    return QJsonObject{{u"mag_db"_s, magnitudes}, {u"phase_deg"_s, phases}};
}

Result<QJsonObject> preamp(const Inputs &in)
{
    return outputs(eq::Response::of(filtersFrom(in, "bands"), {in.number("fs")}), [](const eq::Response &made) {
        const Decibels loudest = made.loudest().gain;
        return QJsonObject{{u"max_gain_db"_s, loudest.value}, {u"preamp_db"_s, eq::preampFor(loudest).value}};
    });
}

constexpr Operation operations[] = {{"biquad", biquad}, {"response", response}, {"preamp", preamp}};

} // namespace

std::span<const Operation> filterOperations()
{
    return operations;
}

} // namespace gainstage::calc
