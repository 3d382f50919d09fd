// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/topping/conversation.h"

#include <algorithm>
#include <utility>

namespace gainstage::topping_family {
namespace {

using namespace std::chrono_literals;
using topping::Frame;
using topping::Kind;

constexpr int tries = 3;
/// From a question to its answer, and from one part of an answer to the next.
constexpr auto answerTime = 500ms;
/// How long a whole answer may take, whatever comes in between.
constexpr auto longestAnswer = 3s;
/// After a complete set: whether the same comes again.
constexpr auto repetitionTime = 20ms;
constexpr auto echoTime = 1500ms;
/// Reports from before a question: three dumps twice, and meters.
constexpr int mostOldReports = 1000;

} // namespace

bool isEnd(const Error &error)
{
    return error.code == Errc::Disconnected || error.code == Errc::Cancelled;
}

Conversation::Conversation(Transport &wire, topping::Model model, Others others)
    : m_wire(wire), m_framing(topping::framingOf(model)), m_others(std::move(others))
{}

/// The codec puts a report id of 0 before the frame where the maker's program does. These devices do not number their reports, so that it is not
/// part of what goes to the transport, which sends it where the system wants it; the frame's last byte, a zero, takes its place.
Result<void> Conversation::say(const Result<Bytes> &message)
{
    if (!message)
        return std::unexpected(message.error());
    Bytes report = *message;
    if (m_framing == topping::Framing::ReportId)
        std::ranges::rotate(report, report.begin() + 1);
    return m_wire.write(report);
}

Result<void> Conversation::sayAndPause(const Result<Bytes> &message)
{
    auto said = say(message);
    return said ? pause(kPace) : said;
}

Result<void> Conversation::pause(Duration duration)
{
    const Deadline end = m_wire.clock().in(duration);
    while (true) {
        const auto frame = next(end);
        if (frame)
            m_others(*frame);
        else
            return frame.error().code == Errc::Timeout ? Result<void>() : std::unexpected(frame.error());
    }
}

/// What is there although the deadline has passed is left where it is.
Result<Frame> Conversation::next(Deadline deadline)
{
    do {
        const auto report = m_wire.read(deadline);
        if (!report)
            return std::unexpected(report.error());
        const auto frame = topping::decodeReport(*report);
        if (frame && *frame)
            return **frame;
        m_nonsense = m_nonsense || !frame;
    } while (m_wire.clock().now() < deadline);
    return failure(Errc::Timeout, SENTENCE("error", "The amp did not answer in time."));
}

/// So that an old answer is not taken for a new one.
Result<void> Conversation::flush()
{
    for (int i = 0; i < mostOldReports; ++i) {
        const auto report = m_wire.read(m_wire.clock().now());
        if (!report)
            return report.error().code == Errc::Timeout ? Result<void>() : std::unexpected(report.error());
        if (const auto frame = topping::decodeReport(*report); frame && *frame)
            m_others(**frame);
    }
    return {};
}

std::unexpected<Error> Conversation::silence() const
{
    if (m_nonsense)
        return failure(Errc::BadFrame, SENTENCE("error", "The amp does not answer as it should."));
    return failure(Errc::Timeout, SENTENCE("error", "The amp did not answer in time."));
}

/// A question changes nothing, and may be asked again.
template <typename Answer>
Result<Answer> Conversation::askAgain(const Result<Bytes> &question, const std::function<Result<Answer>()> &answer)
{
    m_nonsense = false;
    for (int i = 0; i < tries; ++i) {
        if (auto flushed = flush(); !flushed)
            return std::unexpected(flushed.error());
        if (auto said = say(question); !said)
            return std::unexpected(said.error());
        auto answered = answer();
        if (answered || answered.error().code != Errc::Timeout)
            return answered;
    }
    return silence();
}

Result<Frame> Conversation::ask(const Result<Bytes> &question)
{
    const auto asked = question ? topping::decodeSent(m_framing, *question) : std::unexpected(question.error());
    if (!asked)
        return std::unexpected(asked.error());
    return askAgain<Frame>(question, [&]() -> Result<Frame> {
        const Deadline end = m_wire.clock().in(answerTime);
        while (true) {
            auto frame = next(end);
            const bool answers = frame && frame->command == asked->command && frame->count == 1 && frame->kind != Kind::ReadRequest;
            if (answers || !frame)
                return frame;
            m_others(*frame);
        }
    });
}

Result<Conversation::Sets> Conversation::askForSets(const Result<Bytes> &question, const topping::Gathering &gathering, std::uint16_t command,
                                                    std::size_t together)
{
    return askAgain<Sets>(question, [&] { return gather(gathering, command, together); });
}

Result<Conversation::Sets> Conversation::gather(topping::Gathering gathering, std::uint16_t command, std::size_t together)
{
    const Deadline latest = m_wire.clock().in(longestAnswer);
    Deadline end = m_wire.clock().in(answerTime);
    Sets sets;
    std::optional<Frame> last;
    while (true) {
        const auto frame = next(std::min(end, latest));
        if (!frame && (frame.error().code != Errc::Timeout || sets.empty() || sets.size() % together != 0))
            return std::unexpected(frame.error());
        if (!frame)
            return Sets(sets.end() - static_cast<std::ptrdiff_t>(together), sets.end());
        if (frame->command != command) {
            m_others(*frame);
            continue;
        }
        if (std::exchange(last, *frame) == *frame)
            continue; // a report that came twice
        auto set = gathering.take(*frame);
        const bool mayBeAll = set && (sets.size() + 1) % together == 0;
        end = m_wire.clock().in(mayBeAll ? Duration(repetitionTime) : Duration(answerTime));
        if (set)
            sets.push_back(*std::move(set));
    }
}

Result<void> Conversation::sayAndConfirm(const Result<Bytes> &message)
{
    const auto sent = message ? topping::decodeSent(m_framing, *message) : std::unexpected(message.error());
    if (!sent)
        return std::unexpected(sent.error());
    for (int i = 0; i < 2; ++i) { // what is written twice holds the same
        const Deadline paced = m_wire.clock().in(kPace);
        if (auto said = say(message); !said)
            return said;
        const auto repeated = isRepeated(*sent);
        if (!repeated)
            return std::unexpected(repeated.error());
        if (*repeated)
            return pause(std::max(paced - m_wire.clock().now(), Duration()));
    }
    return failure(Errc::NotVerified, SENTENCE("error", "The amp did not say that it has taken what it was sent."), {},
                   SENTENCE("error", "Look at its values and try again."));
}

Result<bool> Conversation::isRepeated(const Frame &sent)
{
    const Deadline end = m_wire.clock().in(echoTime);
    while (true) {
        const auto frame = next(end);
        if (!frame && frame.error().code == Errc::Timeout)
            return false;
        if (!frame)
            return std::unexpected(frame.error());
        if (*frame == sent)
            return true;
        m_others(*frame);
    }
}

} // namespace gainstage::topping_family
