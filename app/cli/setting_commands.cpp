// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/amp_text.h"
#include "app/cli/carry_out.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/core/json_view.h"
#include "app/core/value_text.h"

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

Attempt<std::vector<const Setting *>> settingsNamed(const Description &amp, const QStringList &names)
{
    std::vector<const Setting *> settings;
    for (const QString &name : names) {
        const auto setting = findSetting(amp, name);
        if (!setting)
            return ampProblem(setting.error());
        settings.push_back(*setting);
    }
    if (names.isEmpty()) {
        for (const Setting &setting : amp.settings)
            settings.push_back(&setting);
    }
    return settings;
}

QJsonObject valuesOf(const std::vector<const Setting *> &settings, const State &state)
{
    QJsonObject values;
    for (const Setting *setting : settings) {
        const auto value = state.value(setting->id);
        values[setting->key] = value ? jsonValue(*setting, *value) : QJsonValue(QJsonValue::Null);
    }
    return {{u"values"_s, values}};
}

Attempt<Change> changeFrom(const Description &amp, const QStringList &assignments)
{
    Values values;
    for (const QString &text : assignments) {
        const auto assignment = parseAssignment(amp, text);
        if (!assignment)
            return ampProblem(assignment.error());
        if (!values.insert(*assignment).second)
            return ampProblem({Errc::Usage, SENTENCE("error", "%1 is given twice."), {amp.find(assignment->first)->key.toStdString()}, ""});
    }
    const auto change = Change::of(amp, values);
    if (!change)
        return ampProblem(change.error());
    return *change;
}

} // namespace

Attempt<void> getSettings(Call &call)
{
    const auto opened = openAndRead(call);
    if (!opened)
        return std::unexpected(opened.error());
    const Description &amp = opened->description();
    const bool everything = call.arguments().isEmpty();
    const auto settings = settingsNamed(amp, call.arguments());
    if (!settings)
        return std::unexpected(settings.error());
    auto rows = settingRows(*settings, opened->state, call.context().locale);
    if (everything)
        std::ranges::move(otherRows(amp, opened->state, call.context().locale), std::back_inserter(rows));
    for (const QString &line : aligned(rows))
        call.say(line);
    call.answer(everything ? toJson(amp, opened->state) : valuesOf(*settings, opened->state));
    return {};
}

Attempt<void> setSettings(Call &call)
{
    auto opened = openAndRead(call);
    if (!opened)
        return std::unexpected(opened.error());
    const auto change = changeFrom(opened->description(), call.arguments());
    if (!change)
        return std::unexpected(change.error());
    return changeAmp(call, *opened, *change, u"user"_s);
}

} // namespace gainstage::cli
