// SPDX-License-Identifier: GPL-3.0-or-later
// What ReferenceAmp does with what the amp says unasked.
#include "devices/families/reference/news.h"
#include "devices/families/reference/reference_amp.h"
#include "protocol/gap/limits.h"

namespace gainstage::reference {
namespace {

/// More than these unheard: the state is read anew instead.
constexpr std::size_t mostWaiting = 256;
/// A state that moves with every read is told as it is after so many.
constexpr int mostRounds = 8;

} // namespace

/// Called while the client is in use, which is why nothing is asked here.
void ReferenceAmp::keep(const smp::Packet &packet)
{
    if (packet.command != static_cast<std::uint8_t>(gap::Command::Event))
        return;
    const auto message = gap::EventMessage::decode(packet.payload);
    if (message)
        m_waiting.push_back(*message);
    m_stale = m_stale || !message || m_waiting.size() > mostWaiting;
    if (m_waiting.size() > mostWaiting)
        m_waiting.clear();
    m_wire->endWait();
}

bool ReferenceAmp::follows(const gap::EventMessage &message) const
{
    return raises(message) && message.revision == gap::nextRevision(m_state.revision.number);
}

/// Tells what happened before the answer with this revision.
void ReferenceAmp::tellOlder(std::uint32_t revision)
{
    while (!m_waiting.empty() && isAfter(revision, m_waiting.front().revision)) {
        const gap::EventMessage message = std::move(m_waiting.front());
        m_waiting.pop_front();
        tellNews(message);
    }
}

/// One event that is told by itself if the state is whole with it; otherwise the state is stale, but its revision is known.
void ReferenceAmp::tellNews(const gap::EventMessage &message)
{
    if (const auto beyond = report(message))
        emitEvent(*beyond);
    if (!m_known || !isAfter(message.revision, m_state.revision.number))
        return;
    const bool isWhole = !m_stale && follows(message) && putInto(m_state, message, m_description);
    m_state.revision = {message.revision};
    if (isWhole)
        return emitEvent(StateChanged{m_state, sourceOf(message)});
    m_stale = true;
    m_staleSource = sourceOf(message);
}

Result<void> ReferenceAmp::tellEvents()
{
    for (int round = 0; round < mostRounds; ++round) {
        while (!m_waiting.empty()) {
            const gap::EventMessage message = std::move(m_waiting.front());
            m_waiting.pop_front();
            tellNews(message);
        }
        if (!m_stale || !m_known)
            return {};
        if (auto read = readAfterMissed(); !read)
            return read;
    }
    return {};
}

Result<void> ReferenceAmp::readAfterMissed()
{
    const auto state = readWhole();
    if (state) {
        emitEvent(StateChanged{*state, std::exchange(m_staleSource, Source::Client)});
        return {};
    }
    if (state.error().code == Errc::Disconnected || state.error().code == Errc::Cancelled)
        return std::unexpected(state.error());
    return failure(Errc::NotVerified, SENTENCE("error", "The amp said that something changed, but not what; what it holds is not known."), {},
                   SENTENCE("error", "Read the amp's state again."));
}

void ReferenceAmp::emitEvent(const Event &event) const
{
    if (m_handler)
        m_handler(event);
}

void ReferenceAmp::wakeForWaiting() const
{
    if (m_wake && (!m_waiting.empty() || m_stale))
        m_wake();
}

} // namespace gainstage::reference
