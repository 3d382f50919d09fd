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

/// As people read it; as it stands in the file where the amp no longer has such a thing.
QString written(const Setting *setting, const QJsonValue &value, const QLocale &locale)
{
    if (value.isNull() || value.isUndefined())
        return CommandWords::tr("unknown");
    if (value.isObject())
        return value[u"on"_s].toBool() ? CommandWords::tr("on") : CommandWords::tr("off");
    const auto known = setting ? fromJson(*setting, value) : Result<Value>(failure(Errc::UnknownSetting, ""));
    return known ? valueText(*setting, *known, locale) : value.toVariant().toString();
}

std::vector<QStringList> rowsOf(const HistoryEntry &entry, const Description &amp, const QLocale &locale)
{
    std::vector<QStringList> rows;
    for (auto value = entry.after.begin(); value != entry.after.end(); ++value) {
        const Setting *setting = amp.find(value.key());
        QStringList row{QString(),   QString(),
                        value.key(), written(setting, entry.before.value(value.key()), locale),
                        u"→"_s,      written(setting, value.value(), locale)};
        if (rows.empty()) {
            row[0] = QString::number(entry.number);
            row[1] = locale.toString(entry.time.toLocalTime(), QLocale::ShortFormat);
            row << entry.origin;
        }
        rows.push_back(row);
    }
    return rows;
}

Attempt<void> step(Call &call, bool isUndo)
{
    auto opened = openAndRead(call);
    if (!opened)
        return std::unexpected(opened.error());
    const History history = call.historyOf(opened->description());
    if (const auto readable = history.entries(); !readable)
        return fileProblem(readable.error());
    const auto entry = isUndo ? history.toUndo() : history.toRedo();
    if (!entry)
        return fileProblem(
            {Errc::NotFound, isUndo ? SENTENCE("error", "There is nothing to undo.") : SENTENCE("error", "There is nothing to redo."), {}, ""});
    const auto change = gainstage::changeFrom(opened->description(), isUndo ? entry->before : entry->after);
    if (!change)
        return ampProblem(change.error());
    const Note note = [&](History &noted, const QJsonObject &, const QJsonObject &) {
        return noted.appendStep(call.context().now(), *entry, isUndo);
    };
    const auto after = carryOut(call, *opened, *change, isUndo ? u"undo"_s : u"redo"_s, note);
    if (!after)
        return std::unexpected(after.error());
    for (const QString &line : aligned(differenceRows(opened->description(), opened->state, *after, call.context().locale)))
        call.say(line);
    const auto [old, now] = difference(opened->description(), opened->state, *after);
    call.answer(QJsonObject{{u"of"_s, entry->number}, {u"before"_s, old}, {u"after"_s, now}});
    return {};
}

} // namespace

Attempt<void> listHistory(Call &call)
{
    const auto limit = call.number("limit", 20);
    if (!limit)
        return std::unexpected(limit.error());
    const auto amp = call.openAmp();
    if (!amp)
        return std::unexpected(amp.error());
    auto entries = call.historyOf((*amp)->description()).entries();
    if (!entries)
        return fileProblem(entries.error());
    const auto size = static_cast<std::ptrdiff_t>(entries->size());
    if (*limit > 0 && size > *limit)
        entries->erase(entries->begin(), entries->end() - *limit);
    QJsonArray list;
    std::vector<QStringList> rows;
    for (const HistoryEntry &entry : *entries) {
        list.append(toJson(entry));
        std::ranges::move(rowsOf(entry, (*amp)->description(), call.context().locale), std::back_inserter(rows));
    }
    for (const QString &line : aligned(rows))
        call.say(line);
    if (rows.empty())
        call.say(CommandWords::tr("Nothing was changed yet."));
    call.answer(list);
    return {};
}

Attempt<void> undo(Call &call)
{
    return step(call, true);
}

Attempt<void> redo(Call &call)
{
    return step(call, false);
}

} // namespace gainstage::cli
