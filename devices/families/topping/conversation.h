// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/topping/equalizer.h"
#include "protocol/topping/frame.h"
#include "protocol/topping/gathering.h"
#include "protocol/transport/transport.h"

#include <functional>
#include <vector>

namespace gainstage::topping_family {

/// The time that an amp gets between two writes.
inline constexpr std::chrono::milliseconds kPace{4};

/// Questions and answers on the wire of one amp. Whatever comes in between (meters, ticks, what somebody changes at the amp, old answers) goes to
/// `others`; empty reports and reports that make no sense are left out.
class Conversation {
public:
    using Others = std::function<void(const topping::Frame &)>;
    using Sets = std::vector<std::vector<std::int32_t>>;

    /// Borrows the wire.
    Conversation(Transport &wire, topping::Model model, Others others);

    /// Writes what the codec made of a message, if it did.
    Result<void> say(const Result<Bytes> &message);
    /// Writes, and lets the amp have its time.
    Result<void> sayAndPause(const Result<Bytes> &message);
    /// Writes and waits until the amp has repeated it; once more where it does not. Errc::NotVerified.
    Result<void> sayAndConfirm(const Result<Bytes> &message);
    /// The one frame that answers a question. Errc::Timeout, BadFrame where what came made no sense.
    Result<topping::Frame> ask(const Result<Bytes> &question);
    /// Complete sets of values that answer a question, `together` of them: the last ones, as an amp may say all of it twice. Errors as of ask().
    Result<Sets> askForSets(const Result<Bytes> &question, const topping::Gathering &gathering, std::uint16_t command, std::size_t together = 1);
    /// Takes what comes for so long.
    Result<void> pause(Duration duration);

private:
    Result<topping::Frame> next(Deadline deadline);
    Result<void> flush();
    Result<Sets> gather(topping::Gathering gathering, std::uint16_t command, std::size_t together);
    Result<bool> isRepeated(const topping::Frame &sent);
    template <typename Answer>
    Result<Answer> askAgain(const Result<Bytes> &question, const std::function<Result<Answer>()> &answer);
    std::unexpected<Error> silence() const;

    Transport &m_wire;
    topping::Framing m_framing;
    Others m_others;
    bool m_nonsense = false; ///< since the last question
};

/// Whether an error ends the conversation.
bool isEnd(const Error &error);

} // namespace gainstage::topping_family
