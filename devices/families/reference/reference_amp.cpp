// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/reference/reference_amp.h"

#include "devices/families/reference/exchange.h"
#include "devices/families/reference/news.h"
#include "protocol/gap/meters.h"
#include "protocol/gap/service.h"
#include "protocol/gap/store.h"
#include "protocol/smp/refusal.h"

#include <algorithm>
#include <utility>

namespace gainstage::reference {
namespace {

using namespace std::chrono_literals;

/// State and equalizer are two reads; a knob that is being turned may come between them so often.
constexpr int mostReads = 10;
/// A write whose answer was lost is sent again only when the amp has shown that it did not carry it out.
constexpr int mostWrites = 3;
/// So many rounds of events are told after a deadline.
constexpr int mostLateRounds = 64;
constexpr Duration flashAnswer = 2500ms;

/// Codes of group 64 whose id is a setting, and the one whose id is a band.
constexpr std::uint32_t firstOfSettings = 3, lastOfSettings = 5, badBand = 12;

Error withoutPlaceholders(const Error &error, const smp::Refusal &refusal)
{
    if (error.facts.empty())
        return error;
    return smp::errorOf({refusal.group, refusal.code, std::nullopt});
}

/// The settings were taken and the equalizer was not: said as it is, with the reason as far as a hint can carry it.
Error onlyHalf(const Error &error, const smp::Refusal &refusal)
{
    const bool unknown = error.code == Errc::NotVerified;
    const char *const sentence = unknown ? SENTENCE("error", "The amp took the settings; whether it took the equalizer is not known.")
                                         : SENTENCE("error", "The amp took the settings, but not the equalizer.");
    return {error.code, sentence, {}, withoutPlaceholders(error, refusal).sentence};
}

std::unexpected<Error> unsupported()
{
    return failure(Errc::Unsupported, SENTENCE("error", "The amp does not support this."));
}

} // namespace

ReferenceAmp::ReferenceAmp(std::unique_ptr<EventWire> wire, std::unique_ptr<smp::Client> client, Description description)
    : m_wire(std::move(wire)), m_client(std::move(client)), m_description(std::move(description)), m_firmware(*m_client, [this] { wakeForWaiting(); })
{
    m_client->onEvent([this](const smp::Packet &packet) { keep(packet); });
}

Result<State> ReferenceAmp::read()
{
    auto state = readWhole();
    wakeForWaiting();
    return state;
}

Result<gap::StateReply> ReferenceAmp::askState()
{
    return ask<gap::StateReply>(*m_client, gap::Command::State, gap::StateRead{});
}

Result<State> ReferenceAmp::readWhole()
{
    const bool wasStale = std::exchange(m_stale, false); // an event in between may make it so again
    auto state = readBothParts();
    m_stale = m_stale || (wasStale && !state);
    return state;
}

Result<State> ReferenceAmp::readBothParts()
{
    auto state = askState();
    std::optional<gap::EqualizerReply> equalizer;
    for (int reads = 1; state && m_description.equalizer && (!equalizer || equalizer->revision != state->revision); ++reads) {
        if (reads >= mostReads)
            return failure(Errc::NotVerified, SENTENCE("error", "The amp's state changes faster than it can be read."));
        if (equalizer && isAfter(equalizer->revision, state->revision)) {
            state = askState();
            continue;
        }
        const auto reply = ask<gap::EqualizerReply>(*m_client, gap::Command::Equalizer, gap::EqualizerRead{});
        if (!reply)
            return std::unexpected(reply.error());
        equalizer = *reply;
    }
    if (!state)
        return std::unexpected(state.error());
    m_state = translated(*state, m_description);
    if (equalizer)
        m_state.equalizer = translated(equalizer->equalizer, m_description);
    m_known = true;
    return m_state;
}

Result<State> ReferenceAmp::apply(const Change &change, std::optional<Revision> expected)
{
    if (change.empty())
        return read();
    if (!m_known) {
        if (auto state = readWhole(); !state)
            return state;
    }
    auto outcome = applyParts(change, expected);
    wakeForWaiting();
    return outcome;
}

/// Values go first: what lowers may stand beside an equalizer that does not.
Result<State> ReferenceAmp::applyParts(const Change &change, std::optional<Revision> expected)
{
    if (change.values().empty())
        return writeEqualizer(*change.equalizer(), expected);
    auto state = writeValues(change, expected);
    if (!state || !change.equalizer())
        return state;
    auto both = writeEqualizer(*change.equalizer(), expected ? std::optional(state->revision) : std::nullopt);
    if (!both)
        return std::unexpected(onlyHalf(both.error(), m_client->lastRefusal()));
    return both;
}

Result<State> ReferenceAmp::writeValues(const Change &change, std::optional<Revision> expected)
{
    const Change values = change.onlyValues();
    for (int writes = 1;; ++writes) {
        const Revision before = expected.value_or(m_state.revision);
        const auto revision = expected ? std::optional(expected->number) : std::nullopt;
        const auto reply = tell<gap::StateReply>(*m_client, gap::Command::State, gap::StateWrite{wireValues(values), revision, {}});
        if (reply)
            return take(*reply);
        if (reply.error().code != Errc::NotVerified)
            return std::unexpected(named(reply.error()));
        auto found = findOut(values, before, reply.error());
        if (!found || values.against(*found).empty() || writes >= mostWrites)
            return found && !values.against(*found).empty() ? Result<State>(std::unexpected(reply.error())) : found;
    }
}

/// Only the bands that differ are sent, and so the amp must still hold what they differ from.
Result<State> ReferenceAmp::writeEqualizer(const Equalizer &equalizer, std::optional<Revision> expected)
{
    Change wanted;
    if (auto change = Change::of(m_description, {}, equalizer))
        wanted = *change;
    else
        return std::unexpected(change.error());
    for (int writes = 1;; ++writes) {
        const Revision before = expected.value_or(m_state.revision);
        gap::EqualizerWrite request = wireEqualizer(before == m_state.revision && !m_stale ? m_state.equalizer : std::nullopt, equalizer);
        request.revision = before.number;
        const auto reply = tell<gap::EqualizerReply>(*m_client, gap::Command::Equalizer, request);
        if (reply)
            return take(*reply);
        Result<State> found = std::unexpected(named(reply.error()));
        if (reply.error().code == Errc::NotVerified)
            found = findOut(wanted, before, reply.error());
        else if (reply.error().code == Errc::Conflict && !expected)
            found = readWhole();
        if (!found || wanted.against(*found).empty() || writes >= mostWrites)
            return found && !wanted.against(*found).empty() ? Result<State>(std::unexpected(reply.error())) : found;
    }
}

/// The answer to a write was lost: the amp is asked what it holds. A state that holds neither the change nor what was before says nothing.
Result<State> ReferenceAmp::findOut(const Change &change, Revision before, const Error &lost)
{
    auto state = readWhole();
    if (!state)
        return std::unexpected(state.error().code == Errc::Disconnected || state.error().code == Errc::Cancelled ? state.error() : lost);
    if (change.against(*state).empty() || state->revision == before)
        return state;
    return failure(Errc::NotVerified,
                   SENTENCE("error", "The amp's answer to the change was lost, and it has changed since; whether it was carried out is not known."),
                   {}, SENTENCE("error", "Look at the amp's values and set it again."));
}

Result<State> ReferenceAmp::take(const gap::StateReply &reply)
{
    tellOlder(reply.revision);
    const bool follows = reply.revision == m_state.revision.number || reply.revision == gap::nextRevision(m_state.revision.number);
    m_stale = m_stale || !follows;
    const auto equalizer = m_state.equalizer;
    m_state = translated(reply, m_description);
    m_state.equalizer = equalizer;
    return whole();
}

Result<State> ReferenceAmp::take(const gap::EqualizerReply &reply)
{
    tellOlder(reply.revision);
    const bool changed = reply.revision != m_state.revision.number;
    m_stale = m_stale || (changed && reply.revision != gap::nextRevision(m_state.revision.number));
    m_state.revision = {reply.revision};
    m_state.equalizer = translated(reply.equalizer, m_description);
    m_state.unstored = m_state.unstored || changed;
    return whole();
}

/// The state, read again if a part of it is older than the rest.
Result<State> ReferenceAmp::whole()
{
    return m_stale ? readWhole() : Result<State>(m_state);
}

Result<void> ReferenceAmp::store()
{
    if (!m_description.canStore)
        return unsupported();
    const auto reply = tell<gap::StoreReply>(*m_client, gap::Command::Store, gap::StoreWrite{}, flashAnswer);
    if (!reply && reply.error().code == Errc::NotVerified)
        return findOutStored(reply.error());
    if (!reply)
        return std::unexpected(named(reply.error()));
    tellOlder(reply->revision);
    m_stale = m_stale || (reply->revision != m_state.revision.number && reply->revision != gap::nextRevision(m_state.revision.number));
    m_state.revision = {reply->revision};
    m_state.unstored = false;
    wakeForWaiting();
    return {};
}

/// The answer to a store was lost; an amp whose working values are the stored ones has nothing left to store.
Result<void> ReferenceAmp::findOutStored(const Error &lost)
{
    const auto state = readWhole();
    wakeForWaiting();
    if (!state || state->unstored)
        return std::unexpected(lost);
    return {};
}

Result<void> ReferenceAmp::identify(std::chrono::milliseconds duration)
{
    if (!m_description.canIdentify)
        return unsupported();
    const auto shown = std::clamp<std::int64_t>(duration.count(), 0, gap::kLongestIdentify);
    const auto reply = tell<gap::Empty>(*m_client, gap::Command::Identify, gap::IdentifyWrite{static_cast<std::uint32_t>(shown)});
    wakeForWaiting();
    if (!reply)
        return std::unexpected(reply.error());
    return {};
}

Result<Meters> ReferenceAmp::meters()
{
    if (!m_description.meters)
        return unsupported();
    const auto reply = ask<gap::MetersReply>(*m_client, gap::Command::Meters, gap::MetersRead{});
    wakeForWaiting();
    if (!reply)
        return std::unexpected(reply.error());
    return translated(*reply);
}

Result<void> ReferenceAmp::meterEvery(std::chrono::milliseconds interval)
{
    if (!m_description.meters)
        return unsupported();
    m_metering = std::max(interval, 0ms);
    auto asked = askForMeters(m_metering);
    if (!asked)
        m_metering = {};
    wakeForWaiting();
    return asked;
}

/// Half of the lease is time enough for the next request to come through.
Result<void> ReferenceAmp::askForMeters(std::chrono::milliseconds interval)
{
    const bool wanted = interval.count() > 0;
    const gap::MetersWrite request{static_cast<std::uint32_t>(std::min(interval, 60'000ms).count()), wanted ? gap::kLongestLease : 0};
    const auto granted = tell<gap::MetersWrite>(*m_client, gap::Command::Meters, request);
    m_leaseDue = clock().in(std::chrono::milliseconds(granted ? std::clamp(granted->lease, 200u, gap::kLongestLease) / 2 : 1000u));
    if (!granted)
        return std::unexpected(granted.error());
    return {};
}

Result<void> ReferenceAmp::keepLease()
{
    if (m_metering.count() == 0 || clock().now() < m_leaseDue)
        return {};
    const auto asked = askForMeters(m_metering);
    const bool gone = !asked && (asked.error().code == Errc::Disconnected || asked.error().code == Errc::Cancelled);
    return gone ? asked : Result<void>();
}

/// What has come by the deadline is told, too, but an amp that never falls silent does not hold us.
Result<void> ReferenceAmp::listen(Deadline deadline)
{
    for (int late = 0; late < mostLateRounds; late += clock().now() >= deadline ? 1 : 0) {
        if (auto kept = keepLease(); !kept)
            return kept;
        const auto heard = hear(deadline);
        if (!heard)
            return std::unexpected(heard.error());
        if (auto told = tellEvents(); !told)
            return told;
        if (!*heard && clock().now() >= deadline)
            return {};
    }
    if (m_wake)
        m_wake();
    return {};
}

/// Waits until something comes, at most until the deadline or until the lease of the meters is due. Whether an event came.
Result<bool> ReferenceAmp::hear(Deadline deadline)
{
    const Deadline end = m_metering.count() > 0 ? std::min(deadline, m_leaseDue) : deadline;
    const bool hasNews = !m_waiting.empty() || m_stale;
    m_wire->beginWait();
    const auto heard = m_client->listen(hasNews ? clock().now() : end);
    m_wire->finishWait();
    if (!heard)
        return std::unexpected(heard.error());
    return hasNews || !m_waiting.empty() || m_stale;
}

void ReferenceAmp::onEvent(std::function<void(const Event &)> handler)
{
    m_handler = std::move(handler);
}

void ReferenceAmp::onReadable(std::function<void()> wake)
{
    m_wake = wake;
    m_wire->onReadable(std::move(wake));
}

FirmwareAccess *ReferenceAmp::firmware()
{
    return m_description.firmwareSlots.empty() ? nullptr : &m_firmware;
}

/// A refusal names the setting by its number; people know it by its name, and count bands from one.
Error ReferenceAmp::named(Error error) const
{
    const smp::Refusal &refusal = m_client->lastRefusal();
    if (!refusal.id || error.facts.size() != 1 || error.facts.front() != std::to_string(*refusal.id) || refusal.group != gap::kGroup)
        return error;
    if (refusal.code == badBand)
        error.facts.front() = std::to_string(*refusal.id + 1);
    const Setting *setting = *refusal.id <= 0xffff ? m_description.find(SettingId{static_cast<std::uint16_t>(*refusal.id)}) : nullptr;
    if (setting != nullptr && refusal.code >= firstOfSettings && refusal.code <= lastOfSettings)
        error.facts.front() = setting->key.toStdString();
    return error;
}

} // namespace gainstage::reference
