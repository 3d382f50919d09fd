// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/operation.h"
#include "app/calc/words.h"
#include "devices/headphone/drive.h"
#include "devices/headphone/sensitivity.h"

namespace gainstage::calc {

using namespace Qt::StringLiterals;
using namespace headphone;

namespace {

QJsonObject driveAndBinding(const Limit &limit)
{
    return {{u"v_max"_s, limit.drive.volts.value},
            {u"i_ma"_s, limit.drive.current.value * 1e3},
            {u"p_mw"_s, limit.drive.power.value * 1e3},
            {u"bind"_s, word(limit.binding)}};
}

Result<QJsonObject> milliwattToVolt(const Inputs &in)
{
    return outputs(atOneVolt({Sensitivity::At::OneMilliwatt, {in.number("sens_db_mw")}}, {in.number("z_ohm")}),
                   [](SoundLevel level) { return QJsonObject{{u"sens_db_v"_s, level.value}}; });
}

Result<QJsonObject> voltToMilliwatt(const Inputs &in)
{
    return outputs(atOneMilliwatt({Sensitivity::At::OneVolt, {in.number("sens_db_v")}}, {in.number("z_ohm")}),
                   [](SoundLevel level) { return QJsonObject{{u"sens_db_mw"_s, level.value}}; });
}

Result<QJsonObject> fromMillivolts(const Inputs &in)
{
    return outputs(sensitivityFrom({in.number("spl_db")}, {in.number("mv") / 1e3}),
                   [](const Sensitivity &sensitivity) { return QJsonObject{{u"sens_db_v"_s, sensitivity.level.value}}; });
}

Result<QJsonObject> driveRequired(const Inputs &in)
{
    return outputs(driveFor({in.number("spl_db")}, {in.number("sens_db_v")}, {in.number("z_ohm")}), [](const Drive &drive) {
        return QJsonObject{{u"v_rms"_s, drive.volts.value},
                           {u"i_ma"_s, drive.current.value * 1e3},
                           {u"p_mw"_s, drive.power.value * 1e3},
                           {u"dbv"_s, decibelsOf(drive.volts.value).value}};
    });
}

Result<QJsonObject> explicitLimit(const Inputs &in)
{
    return outputs(limitOf(OutputLimits{{in.number("v_oc")}, {in.number("i_max_ma") / 1e3}, {in.number("r_out")}}, {in.number("z_ohm")}),
                   driveAndBinding);
}

Result<QJsonObject> limitOfPoints(const Inputs &in)
{
    std::vector<LoadPower> figures;
    for (const auto &row : in.rows("points", 2, 2))
        figures.push_back({{row[0]}, {row[1] / 1e3}});
    return outputs(limitOf(figures, {in.number("r_out")}, {in.number("z_ohm")}), [](const EstimatedLimit &estimate) {
        QJsonObject out = driveAndBinding(estimate.limit);
        QJsonArray warnings;
        for (const PointWarning warning : estimate.warnings)
            warnings.append(word(warning));
        out[u"warnings"_s] = warnings;
        return out;
    });
}

Result<QJsonObject> balancedEstimate(const Inputs &in)
{
    const OutputLimits single{{in.number("v_oc_se")}, {in.number("i_max_ma") / 1e3}, {in.number("r_out_se")}};
    const Ohms load{in.number("z_ohm")};
    const auto one = limitOf(single, load), bridge = limitOf(balancedFrom(single), load);
    if (!one || !bridge)
        return std::unexpected(one ? bridge.error() : one.error());
    return QJsonObject{{u"v_max_se"_s, one->drive.volts.value},
                       {u"v_max_bal"_s, bridge->drive.volts.value},
                       {u"p_se_mw"_s, one->drive.power.value * 1e3},
                       {u"p_bal_mw"_s, bridge->drive.power.value * 1e3},
                       {u"gain_db"_s, decibelsOf(bridge->drive.volts.value / one->drive.volts.value).value},
                       {u"bind_bal"_s, word(bridge->binding)}};
}

Result<QJsonObject> headroom(const Inputs &in)
{
    // The load does not change the level at a given voltage, but a headphone without a sane impedance is none.
    if (const auto drive = driveFor({in.number("spl_target")}, {in.number("sens_db_v")}, {in.number("z_ohm")}); !drive)
        return std::unexpected(drive.error());
    return outputs(headroomOf({in.number("sens_db_v")}, {in.number("v_max")}, {in.number("spl_target")}), [](const Headroom &found) {
        return QJsonObject{{u"spl_max"_s, found.loudest.value}, {u"headroom_db"_s, found.headroom.value}, {u"verdict"_s, word(found.verdict)}};
    });
}

constexpr Operation operations[] = {
    {"sens_mw_to_v", milliwattToVolt},       {"sens_v_to_mw", voltToMilliwatt},
    {"sens_from_mv", fromMillivolts},        {"drive_required", driveRequired},
    {"amp_limit_explicit", explicitLimit},   {"amp_limit_points", limitOfPoints},
    {"balanced_estimate", balancedEstimate}, {"headroom", headroom},
};

} // namespace

std::span<const Operation> levelOperations()
{
    return operations;
}

} // namespace gainstage::calc
