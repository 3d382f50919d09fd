// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/update_settings.h"

#include "app/core/history.h"
#include "app/core/json_view.h"
#include "app/core/value_text.h"

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

const QString kSettings = u"settings"_s;
const QString kEqualizer = u"equalizer"_s;

/// The backup as a state of the amp after the update, as far as that still has such settings; `lost` takes the rest.
State stateFrom(const QJsonObject &backup, const Description &amp, QJsonObject &lost)
{
    State state;
    const QJsonObject settings = backup[kSettings].toObject();
    for (auto entry = settings.begin(); entry != settings.end(); ++entry) {
        const Setting *setting = amp.find(entry.key());
        const auto value = setting ? fromJson(*setting, entry.value()) : Result<Value>(failure(Errc::UnknownSetting, ""));
        if (value)
            state.values[setting->id] = *value;
        else
            lost[entry.key()] = entry.value();
    }
    if (!backup.contains(kEqualizer))
        return state;
    const auto equalizer = equalizerFromJson(backup[kEqualizer].toObject());
    if (equalizer && amp.equalizer)
        state.equalizer = *equalizer;
    else
        lost[kEqualizer] = backup[kEqualizer];
    return state;
}

/// What was not in the backup is nobody's loss.
State onlyKnown(const State &known, const State &now)
{
    State state = now;
    std::erase_if(state.values, [&](const auto &entry) { return !known.values.contains(entry.first); });
    return state;
}

QJsonValue valueNow(const Description &amp, const State &now, const QString &key)
{
    const Setting *setting = amp.find(key);
    const auto value = setting ? now.value(setting->id) : std::nullopt;
    return value ? jsonValue(*setting, *value) : QJsonValue(QJsonValue::Null);
}

/// Setting by setting, so that one that the new firmware refuses does not keep the others from coming back.
Change changeTo(const Description &amp, const State &wanted, const State &now)
{
    Change change;
    for (const auto &[id, value] : wanted.values) {
        const auto one = Change::of(amp, {{id, value}});
        if (one && now.value(id) != value)
            change = change.then(*one);
    }
    const auto equalizer = wanted.equalizer && wanted.equalizer != now.equalizer ? Change::of(amp, {}, wanted.equalizer) : Result<Change>();
    return equalizer ? change.then(*equalizer) : change;
}

} // namespace

QJsonObject settingsBackup(const Description &amp, const State &state)
{
    QJsonObject settings;
    for (const Setting &setting : amp.settings) {
        const auto value = state.value(setting.id);
        if (value && !setting.flags.readOnly)
            settings[setting.key] = jsonValue(setting, *value);
    }
    QJsonObject backup{{kSettings, settings}};
    if (state.equalizer)
        backup[kEqualizer] = toJson(*state.equalizer);
    return backup;
}

SettingsLoss compareSettings(const QJsonObject &backup, const Description &amp, const State &now)
{
    QJsonObject lost;
    const State before = stateFrom(backup, amp, lost);
    SettingsLoss loss;
    std::tie(loss.before, loss.after) = difference(amp, before, onlyKnown(before, now));
    for (auto entry = lost.begin(); entry != lost.end(); ++entry) {
        loss.before[entry.key()] = entry.value();
        loss.after[entry.key()] = entry.key() == kEqualizer ? QJsonValue(QJsonValue::Null) : valueNow(amp, now, entry.key());
    }
    loss.restore = changeTo(amp, before, now);
    return loss;
}

} // namespace gainstage
