// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/history.h"
#include "app/core/json_view.h"
#include "app/core/value_text.h"

namespace gainstage {

using namespace Qt::StringLiterals;

std::pair<QJsonObject, QJsonObject> difference(const Description &amp, const State &before, const State &after)
{
    std::pair<QJsonObject, QJsonObject> result;
    for (const Setting &setting : amp.settings) {
        const auto old = before.value(setting.id), now = after.value(setting.id);
        if (old == now)
            continue;
        result.first[setting.key] = old ? jsonValue(setting, *old) : QJsonValue(QJsonValue::Null);
        result.second[setting.key] = now ? jsonValue(setting, *now) : QJsonValue(QJsonValue::Null);
    }
    if (before.equalizer && after.equalizer && *before.equalizer != *after.equalizer) {
        result.first[u"equalizer"_s] = toJson(*before.equalizer);
        result.second[u"equalizer"_s] = toJson(*after.equalizer);
    }
    return result;
}

Result<Change> changeFrom(const Description &amp, const QJsonObject &object)
{
    Values values;
    std::optional<Equalizer> equalizer;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry.key() == "equalizer"_L1 && amp.equalizer) {
            auto read = equalizerFromJson(entry.value().toObject());
            if (!read)
                return std::unexpected(read.error());
            equalizer = *read;
            continue;
        }
        const Setting *setting = amp.find(entry.key());
        if (!setting || setting->flags.readOnly || entry.value().isNull())
            continue;
        const auto value = fromJson(*setting, entry.value());
        if (!value)
            return std::unexpected(value.error());
        values[setting->id] = *value;
    }
    return Change::of(amp, values, equalizer);
}

} // namespace gainstage
