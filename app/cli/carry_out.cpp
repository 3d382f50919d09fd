// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/carry_out.h"

#include "app/cli/amp_text.h"
#include "app/cli/output.h"
#include "app/core/json_view.h"
#include "app/core/value_text.h"
#include "devices/amp/ear_safe.h"

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

QJsonObject valuesOf(const Description &amp, const Change &change)
{
    QJsonObject values;
    for (const auto &[id, value] : change.values()) {
        if (const Setting *setting = amp.find(id))
            values[setting->key] = jsonValue(*setting, value);
    }
    if (change.equalizer())
        values[u"equalizer"_s] = toJson(*change.equalizer());
    return values;
}

QString wordsOf(const Description &amp, const Change &change)
{
    QStringList words;
    for (const auto &[id, value] : change.values()) {
        if (const Setting *setting = amp.find(id))
            words << setting->key + u'=' + scriptText(*setting, value);
    }
    if (change.equalizer())
        words << CommandWords::tr("equalizer");
    return words.join(u' ');
}

void showSteps(Call &call, const Opened &opened, const Change &change, QJsonObject more)
{
    QJsonArray steps;
    std::vector<QStringList> rows;
    for (const SafeStep &step : earSafeSteps(opened.description(), opened.state, change)) {
        const auto pause = static_cast<int>(step.pause.count());
        steps.append(QJsonObject{{u"values"_s, valuesOf(opened.description(), step.change)}, {u"pause_ms"_s, pause}});
        rows.push_back({QString::number(rows.size() + 1), wordsOf(opened.description(), step.change),
                        pause ? CommandWords::tr("then %1 ms").arg(pause) : QString()});
    }
    for (const QString &line : aligned(rows))
        call.say(line);
    if (rows.empty())
        call.say(CommandWords::tr("Nothing would change."));
    more[u"dry_run"_s] = true;
    more[u"steps"_s] = steps;
    call.answer(more);
}

Attempt<void> storeInAmp(Call &call, Opened &opened)
{
    if (!call.has("store"))
        return {};
    if (const auto stored = opened.amp->store(); !stored)
        return ampProblem(stored.error());
    call.say(CommandWords::tr("Stored in the amp."));
    return {};
}

} // namespace

Attempt<Opened> openAndRead(Call &call)
{
    auto amp = call.openAmp();
    if (!amp)
        return std::unexpected(amp.error());
    auto state = (*amp)->read();
    if (!state)
        return ampProblem(state.error());
    return Opened{std::move(*amp), std::move(*state)};
}

Note noteOf(const Call &call, const Description &amp, const QString &origin)
{
    const QString name = amp.identity.maker + u'/' + amp.identity.model + u'/' + amp.identity.serialNumber;
    return [now = call.context().now, name, origin](History &history, const QJsonObject &before, const QJsonObject &after) {
        return after.isEmpty() ? Result<HistoryEntry>() : history.append(now(), name, origin, before, after);
    };
}

Attempt<State> carryOut(Call &call, Opened &opened, const Change &change, const QString &origin, const Note &note)
{
    const auto outcome = applySafely(*opened.amp, opened.state, change);
    // After a failure only the amp can say what came of it; where it cannot be asked, nothing is claimed.
    const auto after = outcome ? outcome : opened.amp->read();
    if (after) {
        History history = call.historyOf(opened.description());
        const auto [old, now] = difference(opened.description(), opened.state, *after);
        const Note &how = outcome ? note : noteOf(call, opened.description(), origin);
        if (const auto noted = how(history, old, now); !noted)
            call.warn(noted.error());
    }
    if (!outcome)
        return ampProblem(outcome.error());
    return *outcome;
}

Attempt<void> changeAmp(Call &call, Opened &opened, const Change &change, const QString &origin, const QJsonObject &more)
{
    if (call.has("dry-run")) {
        showSteps(call, opened, change, more);
        return {};
    }
    const auto after = carryOut(call, opened, change, origin, noteOf(call, opened.description(), origin));
    if (!after)
        return std::unexpected(after.error());
    const auto rows = differenceRows(opened.description(), opened.state, *after, call.context().locale);
    for (const QString &line : aligned(rows))
        call.say(line);
    if (rows.empty())
        call.say(CommandWords::tr("Nothing to change."));
    if (auto stored = storeInAmp(call, opened); !stored)
        return stored;
    const auto [old, now] = difference(opened.description(), opened.state, *after);
    QJsonObject result = more;
    result[u"before"_s] = old;
    result[u"after"_s] = now;
    result[u"stored"_s] = call.has("store");
    call.answer(result);
    return {};
}

} // namespace gainstage::cli
