// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/plain/plain_amp.h"

#include <algorithm>
#include <utility>

namespace gainstage {
namespace {

std::unexpected<Error> unsupported()
{
    return failure(Errc::Unsupported, SENTENCE("error", "The amp does not support this."));
}

/// An amp that never falls silent does not hold us beyond the deadline.
constexpr int mostLateReports = 64;

bool sameHeld(const State &a, const State &b)
{
    return a.values == b.values && a.equalizer == b.equalizer && a.jacks == b.jacks && a.input == b.input && a.protection == b.protection;
}

bool isEnd(const Error &error)
{
    return error.code == Errc::Disconnected || error.code == Errc::Cancelled;
}

} // namespace

PlainAmp::PlainAmp(std::unique_ptr<Transport> wire, Description description) : m_wire(std::move(wire)), m_description(std::move(description)) {}

/// A state that nobody has seen before has a revision of its own.
Result<State> PlainAmp::readAnew()
{
    m_stale = false; // what comes in the middle makes it so again
    auto state = readState();
    if (!state) {
        m_stale = true;
        return state;
    }
    state->revision = m_state.revision;
    state->unstored = m_unstored;
    if (!m_known || !sameHeld(*state, m_state))
        ++state->revision.number;
    m_known = true;
    m_state = *std::move(state);
    return m_state;
}

Result<State> PlainAmp::read()
{
    auto state = readAnew();
    if (m_stale && m_wake)
        m_wake();
    return state;
}

Result<State> PlainAmp::apply(const Change &change, std::optional<Revision> expected)
{
    if (auto drained = drain(); !drained)
        return std::unexpected(drained.error());
    if (m_stale || !m_known) {
        if (auto state = read(); !state)
            return state;
    }
    if (expected && *expected != m_state.revision)
        return failure(Errc::Conflict, SENTENCE("error", "The amp was changed meanwhile."), {},
                       SENTENCE("error", "Look at its values and try again."));
    if (change.empty())
        return m_state;
    const Revision before = m_state.revision;
    const auto sent = send(change);
    if (!sent && isEnd(sent.error()))
        return std::unexpected(sent.error());
    auto state = read();
    if (state && m_description.canStore && state->revision != before) {
        setUnstored(true);
        state->unstored = true;
    }
    if (!sent && sent.error().code != Errc::NotVerified)
        return std::unexpected(sent.error());
    return state;
}

Result<void> PlainAmp::store()
{
    return unsupported();
}

Result<void> PlainAmp::identify(std::chrono::milliseconds)
{
    return unsupported();
}

Result<Meters> PlainAmp::meters()
{
    return unsupported();
}

Result<void> PlainAmp::meterEvery(std::chrono::milliseconds)
{
    return unsupported();
}

void PlainAmp::tell(const Event &event) const
{
    if (m_handler)
        m_handler(event);
}

Result<void> PlainAmp::drain()
{
    for (int reports = 0; reports < mostLateReports; ++reports) {
        const auto data = m_wire->read(clock().now());
        if (!data && data.error().code == Errc::Timeout)
            return {};
        if (!data)
            return std::unexpected(data.error());
        const auto changed = heard(*data);
        if (!changed)
            return std::unexpected(changed.error());
        m_stale = m_stale || *changed;
    }
    return {};
}

Result<void> PlainAmp::tellChange()
{
    if (!m_stale || !m_known)
        return {};
    const Revision before = m_state.revision;
    const auto state = readAnew();
    if (!state && isEnd(state.error()))
        return std::unexpected(state.error());
    if (!state)
        return failure(Errc::NotVerified, SENTENCE("error", "The amp said that something changed, but not what; what it holds is not known."), {},
                       SENTENCE("error", "Read the amp's state again."));
    if (state->revision != before)
        tell(StateChanged{*state, Source::Knob});
    return {};
}

Result<void> PlainAmp::listen(Deadline deadline)
{
    for (int late = 0; late < mostLateReports; late += clock().now() >= deadline ? 1 : 0) {
        if (const auto due = nextDuty(); due && *due <= clock().now()) {
            if (auto done = doDuty(); !done && isEnd(done.error()))
                return done;
        }
        const auto data = m_wire->read(m_stale ? clock().now() : std::min(deadline, nextDuty().value_or(deadline)));
        if (!data && data.error().code != Errc::Timeout)
            return std::unexpected(data.error());
        const auto changed = data ? heard(*data) : Result<bool>(false);
        if (!changed)
            return std::unexpected(changed.error());
        m_stale = m_stale || *changed;
        if (data)
            continue; // what came with it belongs to the same change
        if (auto told = tellChange(); !told)
            return told;
        if (clock().now() >= deadline)
            return {};
    }
    if (m_wake)
        m_wake();
    return {};
}

void PlainAmp::onReadable(std::function<void()> wake)
{
    m_wake = wake;
    m_wire->onReadable(std::move(wake));
}

} // namespace gainstage
