// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/live_amp.h"

#include "devices/amp/ear_safe.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace gainstage {
namespace {

std::unexpected<Error> notConnected()
{
    return failure(Errc::Disconnected, SENTENCE("error", "The amp is not connected."), {},
                   SENTENCE("error", "Check the cable and that the amp is switched on."));
}

/// Keeps `now` at what each write of a sequence left, so that what somebody else does in the middle can be told from our own steps.
class Followed final : public Amp {
public:
    Followed(Amp &amp, State &now) : m_amp(amp), m_now(now) {}

    const Description &description() const override { return m_amp.description(); }
    Result<State> read() override { return keep(m_amp.read()); }
    Result<State> apply(const Change &change, std::optional<Revision> expected) override { return keep(m_amp.apply(change, expected)); }
    Result<void> store() override { return m_amp.store(); }
    Result<void> identify(std::chrono::milliseconds duration) override { return m_amp.identify(duration); }
    Result<Meters> meters() override { return m_amp.meters(); }
    Result<void> meterEvery(std::chrono::milliseconds interval) override { return m_amp.meterEvery(interval); }
    void onEvent(std::function<void(const Event &)> handler) override { m_amp.onEvent(std::move(handler)); }
    Result<void> listen(Deadline deadline) override { return m_amp.listen(deadline); }
    void onReadable(std::function<void()> wake) override { m_amp.onReadable(std::move(wake)); }
    const Clock &clock() const override { return m_amp.clock(); }

private:
    Result<State> keep(Result<State> outcome)
    {
        if (outcome)
            m_now = *outcome;
        return outcome;
    }

    Amp &m_amp;
    State &m_now;
};

/// Puts into `state` what somebody else changed, except what we are changing ourselves.
void takeForeign(State &state, const Change &own, const State &before, const State &after)
{
    for (const auto &[id, value] : after.values) {
        if (before.value(id) != value && !own.value(id))
            state.values[id] = value;
    }
    if (before.equalizer != after.equalizer && !own.equalizer())
        state.equalizer = after.equalizer;
}

} // namespace

/// The amp and its opener in the hands of somebody else for a while.
class LiveAmp::Line final : public AmpLine {
public:
    explicit Line(LiveAmp &live) : m_live(live), m_identity(live.m_amp->description().identity) {}

    Amp *amp() override { return m_live.m_amp.get(); }
    void close() override { m_live.m_amp.reset(); }
    Result<void> open() override
    {
        close();
        auto opened = m_live.m_opener(m_live.m_stop);
        if (!opened)
            return std::unexpected(opened.error());
        const Identity &found = (*opened)->description().identity;
        if (found.maker != m_identity.maker || found.model != m_identity.model || found.serialNumber != m_identity.serialNumber)
            return failure(Errc::NotFound, SENTENCE("error", "Another amp is in this one's place: %1."), {found.model.toStdString()});
        m_live.m_amp = std::move(*opened);
        return {};
    }
    Result<void> pause(Duration duration) override
    {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any().wait_for(lock, m_live.m_stop, duration, [] { return false; });
        if (m_live.m_stop.stop_requested())
            return failure(Errc::Cancelled, SENTENCE("error", "Cancelled."));
        return {};
    }
    const Clock &clock() const override { return m_clock; }

private:
    LiveAmp &m_live;
    const Identity m_identity;
    SystemClock m_clock;
};

LiveAmp::LiveAmp(AmpOpener opener, std::stop_token stop, Reports reports)
    : m_opener(std::move(opener)), m_stop(std::move(stop)), m_reports(std::move(reports))
{}

Result<LiveAmp::Opened> LiveAmp::open()
{
    if (m_stop.stop_requested())
        return failure(Errc::Cancelled, SENTENCE("error", "Cancelled."));
    auto amp = m_opener(m_stop);
    if (!amp)
        return std::unexpected(amp.error());
    auto state = (*amp)->read();
    if (!state)
        return std::unexpected(state.error());
    m_state = *state;
    attach(std::move(*amp));
    return Opened{m_amp->description(), m_state};
}

void LiveAmp::attach(std::unique_ptr<Amp> amp)
{
    m_amp = std::move(amp);
    m_amp->onEvent([this](const Event &event) { onEvent(event); });
    m_amp->onReadable([this] { wake(); });
    if (m_metering.count() > 0)
        (void)m_amp->meterEvery(m_metering); // an amp without meters shows none
    wake();                                  // for what came before anybody was told
}

void LiveAmp::wake()
{
    if (!m_woken.exchange(true))
        QMetaObject::invokeMethod(this, [this] { listen(); }, Qt::QueuedConnection);
}

void LiveAmp::listen()
{
    m_woken = false;
    if (!m_amp)
        return;
    const auto heard = m_amp->listen(m_amp->clock().now());
    if (heard || heard.error().code == Errc::Timeout || heard.error().code == Errc::Cancelled)
        return;
    if (heard.error().code == Errc::Disconnected)
        return lose(heard.error());
    const State before = m_state;
    if (readAgain())
        m_reports.changed(before, m_state, Source::Client);
}

void LiveAmp::onEvent(const Event &event)
{
    if (const auto *changed = std::get_if<StateChanged>(&event))
        return onStateChanged(*changed);
    m_reports.measured(event);
}

void LiveAmp::onStateChanged(const StateChanged &event)
{
    if (m_change)
        takeForeign(m_before, *m_change, m_state, event.state);
    const State before = std::exchange(m_state, event.state);
    m_reports.changed(before, m_state, event.source);
}

Result<void> LiveAmp::usable() const
{
    if (m_stop.stop_requested())
        return failure(Errc::Cancelled, SENTENCE("error", "Cancelled."));
    if (!m_amp)
        return notConnected();
    return {};
}

LiveAmp::Written LiveAmp::apply(const Change &change)
{
    m_before = m_state;
    if (const auto possible = usable(); !possible)
        return {m_state, m_state, possible.error()};
    const State now = m_state;
    m_change = &change;
    Followed followed(*m_amp, m_state);
    const auto outcome = applySafely(followed, now, change);
    m_change = nullptr;
    if (outcome) {
        m_state = *outcome;
        wake();
        return {m_before, m_state, {}};
    }
    // What came of it is not known: ask, so that what is shown is what the amp does.
    if (outcome.error().code == Errc::Disconnected)
        lose(outcome.error());
    else
        readAgain();
    return {m_before, m_state, outcome.error()};
}

std::pair<Result<void>, State> LiveAmp::store()
{
    if (auto possible = usable(); !possible)
        return {possible, m_state};
    const auto outcome = m_amp->store();
    ifGone(outcome);
    const State before = m_state;
    if (m_amp && readAgain())
        m_reports.changed(before, m_state, Source::Client); // what somebody else did meanwhile
    return {outcome, m_state};
}

Result<void> LiveAmp::identify(std::chrono::milliseconds duration)
{
    if (auto possible = usable(); !possible)
        return possible;
    const auto outcome = m_amp->identify(duration);
    ifGone(outcome);
    return outcome;
}

void LiveAmp::meterEvery(std::chrono::milliseconds interval)
{
    m_metering = interval;
    if (usable())
        ifGone(m_amp->meterEvery(interval));
}

Result<LiveAmp::Opened> LiveAmp::maintain(const std::function<void(AmpLine &line)> &job)
{
    if (const auto possible = usable(); !possible)
        return std::unexpected(possible.error());
    Line line(*this);
    job(line);
    if (!m_amp)
        return notConnected();
    auto state = m_amp->read();
    if (!state) {
        m_amp.reset();
        return std::unexpected(state.error());
    }
    m_state = std::move(*state);
    attach(std::move(m_amp));
    return Opened{m_amp->description(), m_state};
}

bool LiveAmp::readAgain()
{
    auto state = m_amp->read();
    if (state) {
        m_state = std::move(*state);
        wake();
        return true;
    }
    if (state.error().code != Errc::Cancelled)
        lose(state.error());
    return false;
}

/// Looks after the wire when a call ended: closed where it is gone, heard where events came during the call.
void LiveAmp::ifGone(const Result<void> &outcome)
{
    if (!outcome && outcome.error().code == Errc::Disconnected)
        return lose(outcome.error());
    wake();
}

void LiveAmp::lose(const Error &why)
{
    m_amp.reset();
    m_reports.lost(why);
}

} // namespace gainstage
