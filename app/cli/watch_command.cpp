// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/amp_text.h"
#include "app/cli/carry_out.h"
#include "app/cli/commands.h"
#include "app/core/json_view.h"

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto kLong = 1h;

/// Prints the present state once, then each event as it comes.
class Watcher {
public:
    Watcher(Call &call, const Description &amp, const State &state) : m_call(call), m_amp(amp), m_state(state) {}
    void start();
    void on(const Event &event)
    {
        std::visit([this](const auto &what) { tell(what); }, event);
    }

private:
    void tell(const StateChanged &changed);
    void tell(const MetersMeasured &measured);
    void tell(const Clipped &clipped);
    void tell(const PoweringDown &power);
    void say(const QString &line);
    void answer(const QString &event, const QJsonValue &result, QJsonObject more = {});

    Call &m_call;
    const Description &m_amp;
    State m_state;
};

void Watcher::say(const QString &line)
{
    if (!m_call.json())
        m_call.say(m_call.context().now().toLocalTime().toString(u"HH:mm:ss"_s) + u"  "_s + line);
}

void Watcher::answer(const QString &event, const QJsonValue &result, QJsonObject more)
{
    if (!m_call.json())
        return;
    more[u"event"_s] = event;
    more[u"time"_s] = m_call.context().now().toString(Qt::ISODateWithMs);
    m_call.answer(result, more);
}

void Watcher::start()
{
    say(stateLine(m_amp, m_state));
    answer(u"state"_s, toJson(m_amp, m_state));
}

void Watcher::tell(const StateChanged &changed)
{
    const State before = std::exchange(m_state, changed.state);
    const QLocale &locale = m_call.context().locale;
    for (const QStringList &row : differenceRows(m_amp, before, m_state, locale))
        say(row.join(u' ') + u" ("_s + sourceText(changed.source) + u')');
    for (const QString &line : otherDifferences(m_amp, before, m_state, locale))
        say(line);
    const auto [old, now] = difference(m_amp, before, m_state);
    answer(u"changed"_s, toJson(m_amp, m_state), {{u"source"_s, sourceName(changed.source)}, {u"before"_s, old}, {u"after"_s, now}});
}

void Watcher::tell(const MetersMeasured &measured)
{
    say(metersText(measured.meters, m_call.context().locale));
    answer(u"meters"_s, toJson(measured.meters));
}

void Watcher::tell(const Clipped &clipped)
{
    say(CommandWords::tr("clipped %n time(s)", nullptr, static_cast<int>(clipped.count)));
    answer(u"clipped"_s, QJsonObject{{u"clips"_s, static_cast<qint64>(clipped.count)}});
}

void Watcher::tell(const PoweringDown &power)
{
    say(CommandWords::tr("the amp is about to switch off"));
    answer(u"powering-down"_s, QJsonObject{{u"in_ms"_s, static_cast<qint64>(power.in.count())}});
}

Attempt<void> listenOn(Amp &amp)
{
    while (true) {
        const auto heard = amp.listen(amp.clock().in(kLong));
        if (!heard && heard.error().code != Errc::Timeout)
            return ampProblem(heard.error());
    }
}

} // namespace

Attempt<void> watch(Call &call)
{
    const auto interval = call.number("meters", 0);
    if (!interval)
        return std::unexpected(interval.error());
    auto opened = openAndRead(call);
    if (!opened)
        return std::unexpected(opened.error());
    call.context().interruption.limit(0ms); // that was for the connection
    Watcher watcher(call, opened->description(), opened->state);
    watcher.start();
    opened->amp->onEvent([&](const Event &event) { watcher.on(event); });
    if (*interval > 0) {
        if (const auto metering = opened->amp->meterEvery(std::chrono::milliseconds(*interval)); !metering)
            return ampProblem(metering.error());
    }
    return listenOn(*opened->amp);
}

} // namespace gainstage::cli
