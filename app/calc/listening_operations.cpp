// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calc/operation.h"
#include "app/calc/words.h"
#include "devices/headphone/dose.h"
#include "devices/headphone/gain_plan.h"

namespace gainstage::calc {

using namespace Qt::StringLiterals;
using namespace headphone;

namespace {

GainQuestion questionOf(const Inputs &in)
{
    GainQuestion question;
    question.source = {in.number("v_src")};
    for (const Inputs &mode : in.objects("modes")) {
        question.modes.push_back({mode.text("name").toStdString(), {mode.number("gain_db")}});
        in.adopt(mode);
    }
    question.largest = {in.number("v_max")};
    question.headphone = {in.number("z_ohm")};
    question.outputImpedance = {in.number("r_out")};
    question.atOneVolt = {in.number("sens_db_v")};
    question.preamp = {in.number("preamp_db", 0.0)};
    question.target = {in.number("spl_target")};
    question.leastHeadroom = {in.number("min_headroom_db", question.leastHeadroom.value)};
    question.preferredAverage = {in.number("spl_pref")};
    question.loudness = {in.number("program_lufs")};
    question.volumeStep = {in.number("vol_step_db")};
    return question;
}

Result<QJsonObject> gainPlan(const Inputs &in)
{
    const GainQuestion question = questionOf(in);
    return outputs(planGain(question), [&](const GainPlan &plan) {
        QJsonArray levels, clips;
        for (const ModeLevel &mode : plan.modes) {
            levels.append(mode.loudest.value);
            clips.append(mode.clips);
        }
        return QJsonObject{{u"mode"_s, QString::fromStdString(question.modes[plan.mode].name)},
                           {u"spl_max"_s, levels},
                           {u"clips"_s, clips},
                           {u"vol_cap_db"_s, plan.volumeCap.value},
                           {u"vol_pref_db"_s, plan.volume.value},
                           {u"vol_pref_step_db"_s, plan.volumeOnStep.value},
                           {u"vol_peak_db"_s, plan.volumeAtTarget.value},
                           {u"best_headroom_db"_s, plan.headroom.value},
                           {u"verdict"_s, word(plan.verdict)}};
    });
}

Result<QJsonObject> listeningLevel(const Inputs &in)
{
    const Listening listening{
        {in.number("sens_db_v")}, {in.number("v_fs")}, {in.number("vol_db")}, {in.number("preamp_db", 0.0)}, {in.number("program_lufs")}};
    return outputs(averageLevel(listening), [](SoundLevel level) { return QJsonObject{{u"spl_avg"_s, level.value}}; });
}

QJsonObject hours(Hours time)
{
    return {{u"hours"_s, time.value}};
}

Result<QJsonObject> allowed(const Inputs &in)
{
    const TimeRule rule{
        {in.number("l_ref", kNiosh.level.value)}, {in.number("t_ref_h", kNiosh.time.value)}, {in.number("exchange_db", kNiosh.exchange.value)}};
    return outputs(allowedTime({in.number("level_dba")}, rule), hours);
}

std::vector<Exposure> exposures(const Inputs &in)
{
    std::vector<Exposure> all;
    for (const auto &row : in.rows("segments", 2, 2))
        all.push_back({{row[0]}, {row[1]}});
    return all;
}

Listener listener(const Inputs &in)
{
    const QString mode = in.text("mode");
    if (mode != u"adult"_s && mode != u"child"_s)
        in.complain(SENTENCE("error", "“%1” is neither “adult” nor “child”."), mode);
    return mode == u"child"_s ? Listener::Child : Listener::Adult;
}

Result<QJsonObject> nioshDose(const Inputs &in)
{
    return outputs(dayDose(exposures(in)),
                   [](const DayDose &day) { return QJsonObject{{u"dose_pct"_s, day.dose.value}, {u"twa_dba"_s, orNull(day.average)}}; });
}

Result<QJsonObject> whoDose(const Inputs &in)
{
    return outputs(weekDose(exposures(in), listener(in)), [](const WeekDose &week) {
        return QJsonObject{{u"pa2h"_s, week.energy}, {u"weekly_pct"_s, week.dose.value}, {u"leq_40h"_s, orNull(week.average)}};
    });
}

Result<QJsonObject> whoHoursLeft(const Inputs &in)
{
    return outputs(hoursLeft({in.number("used_pct")}, {in.number("level_dba")}, listener(in)), hours);
}

constexpr Operation operations[] = {
    {"gain_plan", gainPlan}, {"listening_level", listeningLevel}, {"allowed_time", allowed}, {"dose_niosh", nioshDose},
    {"dose_who", whoDose},   {"who_hours_left", whoHoursLeft},
};

} // namespace

std::span<const Operation> listeningOperations()
{
    return operations;
}

} // namespace gainstage::calc
