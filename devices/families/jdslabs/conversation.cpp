// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/jdslabs/conversation.h"

#include <algorithm>

namespace gainstage::jdslabs {
namespace {

using namespace std::chrono_literals;

constexpr Duration answerTime = 2s;
constexpr Duration betweenUpdates = 500ms;
/// An amp that never falls silent does not hold us beyond a pause.
constexpr int mostLateReads = 64;

std::unexpected<Error> silence()
{
    return failure(Errc::Timeout, SENTENCE("error", "The amp did not answer in time."));
}

} // namespace

/// What comes meanwhile belongs to a question that is over.
Result<void> Conversation::pause(Deadline until)
{
    for (int reads = 0; reads < mostLateReads; reads += m_wire->clock().now() >= until ? 1 : 0) {
        const auto late = m_wire->read(until);
        if (!late && late.error().code == Errc::Timeout)
            return {};
        if (!late)
            return std::unexpected(late.error());
    }
    return {};
}

Result<void> Conversation::send(const Request &request)
{
    const auto message = encode(request);
    if (!message)
        return std::unexpected(message.error());
    if (auto paused = pause(m_wire->clock().now()); !paused)
        return paused;
    m_splitter.reset();
    return m_wire->write(*message);
}

Result<Bytes> Conversation::nextMessage(Deadline deadline)
{
    while (true) {
        if (auto message = m_splitter.next())
            return *std::move(message);
        if (m_wire->clock().now() >= deadline)
            return silence();
        const auto data = m_wire->read(deadline);
        if (!data)
            return data;
        m_splitter.take(*data);
    }
}

Result<Described> Conversation::describeOnce()
{
    if (auto sent = send(Describe{}); !sent)
        return std::unexpected(sent.error());
    const Deadline deadline = m_wire->clock().in(answerTime);
    Result<Described> outcome = silence();
    while (true) {
        auto message = nextMessage(deadline);
        if (!message && message.error().code == Errc::Timeout)
            return outcome;
        if (!message && message.error().code != Errc::BadFrame)
            return std::unexpected(message.error());
        const auto description = message ? decodeDescription(*message) : std::unexpected(message.error());
        if (description)
            return Described{*description, *std::move(message)};
        outcome = std::unexpected(description.error());
    }
}

Result<Described> Conversation::describe()
{
    auto described = describeOnce();
    return !described && described.error().code == Errc::Timeout ? describeOnce() : described;
}

Result<bool> Conversation::nextUpdateReply(Deadline deadline)
{
    while (true) {
        const auto message = nextMessage(deadline);
        if (!message && message.error().code != Errc::BadFrame)
            return std::unexpected(message.error());
        const auto taken = message ? decodeUpdateReply(*message) : std::unexpected(message.error());
        if (taken)
            return taken;
    }
}

Result<void> Conversation::update(const Update &update)
{
    if (auto paused = pause(std::max(m_updateFree, m_wire->clock().now())); !paused)
        return paused;
    if (auto sent = send(update); !sent)
        return sent;
    m_updateFree = m_wire->clock().in(betweenUpdates);
    const auto taken = nextUpdateReply(m_wire->clock().in(answerTime));
    if (!taken && taken.error().code == Errc::Timeout)
        return failure(Errc::NotVerified, SENTENCE("error", "The amp does not say whether it took the change."));
    if (!taken)
        return std::unexpected(taken.error());
    return *taken ? Result<void>() : failure(Errc::Refused, SENTENCE("error", "The amp did not take the change."));
}

} // namespace gainstage::jdslabs
