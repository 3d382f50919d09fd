// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/amp_text.h"
#include "app/cli/carry_out.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/core/json_view.h"

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

QString written(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return tr("unknown");
    if (value.isObject())
        return value[u"on"_s].toBool() ? tr("on") : tr("off");
    return value.isBool() ? (value.toBool() ? u"on"_s : u"off"_s) : value.toVariant().toString();
}

std::vector<QStringList> rowsOf(const HistoryEntry &entry, const QLocale &locale)
{
    std::vector<QStringList> rows;
    for (auto value = entry.after.begin(); value != entry.after.end(); ++value) {
        const bool first = rows.empty();
        rows.push_back({first ? QString::number(entry.number) : QString(),
                        first ? locale.toString(entry.time.toLocalTime(), QLocale::ShortFormat) : QString(), value.key(),
                        written(entry.before.value(value.key())), u"→"_s, written(value.value()), first ? entry.origin : QString()});
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
        std::ranges::move(rowsOf(entry, call.context().locale), std::back_inserter(rows));
    }
    for (const QString &line : aligned(rows))
        call.say(line);
    if (rows.empty())
        call.say(tr("Nothing was changed yet."));
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
