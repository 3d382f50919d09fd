// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/json_view.h"
#include "app/core/preset.h"
#include "app/core/value_text.h"

#include <QJsonArray>

#include <cmath>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

constexpr double kSameLevel = 0.005; // decibels; figures in files have two decimals

using Mapped = std::expected<Value, const char *>; ///< or why not: a SENTENCE("preset", …)

/// The setting that a preset's entry means here: of the same known role, else a maker's own of the same key.
const Setting *settingFor(const Description &amp, const QString &key, const QJsonObject &entry)
{
    const Role role = roleFromName(entry[u"role"_s].toString());
    if (role != Role::MakersOwn)
        return amp.find(role);
    const Setting *setting = amp.find(key);
    return setting && setting->role >= Role::MakersOwn ? setting : nullptr;
}

/// A choice by its key; where choices carry decibels and the preset says its own, the nearest that is not louder.
Mapped mapChoice(const Setting &setting, const QJsonObject &entry)
{
    const Choice *same = setting.choices()->find(entry[u"value"_s].toString());
    const QJsonValue wanted = entry[u"adds_db"_s];
    const bool leveled = wanted.isDouble() && setting.role == Role::Gain;
    if (same && (!leveled || !same->adds || same->adds->value <= wanted.toDouble() + kSameLevel))
        return same->value;
    if (!leveled)
        return std::unexpected(SENTENCE("preset", "this amp has no such choice"));
    const Choice *best = nullptr;
    for (const Choice &choice : setting.choices()->list) {
        if (choice.adds && choice.adds->value <= wanted.toDouble() + kSameLevel && (!best || *choice.adds > *best->adds))
            best = &choice;
    }
    if (!best)
        return std::unexpected(SENTENCE("preset", "every choice of this amp is louder"));
    return best->value;
}

Mapped mapNumber(const Setting &setting, const QJsonObject &entry)
{
    const Range &range = *setting.range();
    if (!entry[u"value"_s].isDouble())
        return std::unexpected(SENTENCE("preset", "it is of another kind on this amp"));
    if (entry.contains(u"unit"_s) && entry[u"unit"_s].toString() != unitName(range.unit))
        return std::unexpected(SENTENCE("preset", "it has another unit on this amp"));
    const double raw = entry[u"value"_s].toDouble() * unitScale(range.unit);
    if (!(std::abs(raw) < 2e9))
        return std::unexpected(SENTENCE("preset", "it is not a possible number"));
    const Value wanted{static_cast<std::int32_t>(std::floor(raw + 1e-6))};
    if (wanted.raw < range.min && setting.role == Role::Volume)
        return Value{range.min};
    return setting.nearest(wanted);
}

Mapped map(const Setting &setting, const QJsonObject &entry)
{
    if (setting.flags.readOnly)
        return std::unexpected(SENTENCE("preset", "it can only be read on this amp"));
    if (setting.choices())
        return entry[u"value"_s].isString() ? mapChoice(setting, entry)
                                            : Mapped(std::unexpected(SENTENCE("preset", "it is of another kind on this amp")));
    if (setting.range())
        return mapNumber(setting, entry);
    if (!entry[u"value"_s].isBool())
        return std::unexpected(SENTENCE("preset", "it is of another kind on this amp"));
    return Value{entry[u"value"_s].toBool() ? 1 : 0};
}

QString written(const QJsonValue &value)
{
    return value.isBool() ? (value.toBool() ? u"on"_s : u"off"_s) : value.toVariant().toString();
}

void planEqualizer(const Preset &preset, const Description &amp, const State &now, PresetPlan &plan)
{
    const QJsonValue stored = preset.document[u"equalizer"_s];
    if (stored.isUndefined())
        return;
    const auto notCarried = [&](const char *why) { plan.notCarried.push_back({u"equalizer"_s, QString(), why}); };
    auto wanted = equalizerFromJson(stored.toObject());
    if (!wanted)
        return notCarried(SENTENCE("preset", "it cannot be read"));
    if (!amp.equalizer)
        return notCarried(SENTENCE("preset", "this amp has no equalizer"));
    const auto bands = static_cast<std::size_t>(amp.equalizer->bands);
    // Bands that are off may be dropped or added without a difference in sound.
    while (wanted->bands.size() > bands && !wanted->bands.back().on)
        wanted->bands.pop_back();
    while (wanted->bands.size() < bands)
        wanted->bands.push_back(now.equalizer && wanted->bands.size() < now.equalizer->bands.size() ? now.equalizer->bands[wanted->bands.size()]
                                                                                                    : Band());
    for (std::size_t i = 0; i < wanted->bands.size() && i < bands; ++i) {
        if (static_cast<qsizetype>(i) >= stored.toObject()[u"bands"_s].toArray().size())
            wanted->bands[i].on = false;
    }
    if (!amp.equalizer->accepts(*wanted))
        return notCarried(SENTENCE("preset", "its bands do not fit this amp's equalizer"));
    if (now.equalizer != *wanted)
        plan.equalizer = *wanted;
}

} // namespace

PresetPlan plan(const Preset &preset, const Description &amp, const State &now)
{
    PresetPlan plan;
    Values values;
    for (auto entry = preset.settings.begin(); entry != preset.settings.end(); ++entry) {
        const QJsonObject object = entry.value().toObject();
        const Setting *setting = settingFor(amp, entry.key(), object);
        const Mapped value = setting ? map(*setting, object) : Mapped(std::unexpected(SENTENCE("preset", "this amp has no such setting")));
        if (!value) {
            plan.notCarried.push_back({entry.key(), written(object[u"value"_s]), value.error()});
            continue;
        }
        if (now.value(setting->id) == *value)
            continue;
        plan.differences.push_back({*setting, now.value(setting->id), *value});
        values[setting->id] = *value;
    }
    planEqualizer(preset, amp, now, plan);
    if (auto change = Change::of(amp, values, plan.equalizer))
        plan.change = *change;
    return plan;
}

} // namespace gainstage
