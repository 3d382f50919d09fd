// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/fiio/experimental.h"
#include "protocol/fiio/messages.h"
#include "protocol/transport/transport.h"

namespace gainstage::fiio {

/// Questions and answers with one amp: in the pace that it needs, matched by command and index. What comes twice, late, or makes no sense is dropped.
class Exchange {
public:
    /// `reportLength` as in encodeReport(). The transport outlives it.
    Exchange(Transport &wire, Model model, std::size_t reportLength);

    Model model() const { return m_model; }
    const Clock &clock() const { return m_wire->clock(); }

    /// The answer to a get; asked once more where none came. Errc::Timeout, BadFrame (an answer, but one that makes no sense).
    template <typename Answer>
    Result<Answer> ask(const Request &request)
    {
        return ask<Answer>(encodeReport(m_model, request, m_reportLength), mostAttempts, [this](BytesView payload) -> Result<Answer> {
            const auto reply = decodeReply(m_model, payload);
            return reply ? alternative<Answer>(reply->content) : std::unexpected(reply.error());
        });
    }
    /// The same for what an amp may not know: asked once.
    template <typename Answer>
    Result<Answer> ask(const experimental::Request &request)
    {
        return ask<Answer>(experimental::encodeReport(m_model, request, m_reportLength), 1, [](BytesView payload) -> Result<Answer> {
            const auto reply = experimental::decodeReply(payload);
            return reply ? alternative<Answer>(*reply) : std::unexpected(reply.error());
        });
    }

    /// A set. Most amps do not answer: read what they hold.
    Result<void> tell(const Request &request) { return send(encodeReport(m_model, request, m_reportLength)); }
    Result<void> tell(const experimental::Request &request) { return send(experimental::encodeReport(m_model, request, m_reportLength)); }
    /// Lets the amp be until the next report may be sent, and at least so long.
    Result<void> pause(Duration least = {});

private:
    static constexpr int mostAttempts = 2;

    template <typename Answer, typename Variant>
    static Result<Answer> alternative(const Variant &content)
    {
        const auto *answer = std::get_if<Answer>(&content);
        return answer ? Result<Answer>(*answer) : failure(Errc::BadFrame, SENTENCE("error", "The amp sent a value that makes no sense."));
    }
    template <typename Answer, typename Decode>
    Result<Answer> ask(const Result<Bytes> &report, int attempts, Decode decode)
    {
        Result<Answer> answer = std::unexpected(silence());
        for (int attempt = 0; attempt < attempts && !answer; ++attempt) {
            if (auto sent = send(report); !sent)
                return std::unexpected(sent.error());
            const Deadline deadline = answerDeadline();
            while (!answer) {
                const auto payload = nextAnswer(*report, deadline);
                if (!payload && payload.error().code == Errc::Timeout)
                    break;
                answer = payload ? decode(*payload) : std::unexpected(payload.error());
                if (!payload)
                    return answer;
            }
        }
        return answer;
    }
    static Error silence();
    Deadline answerDeadline() const;
    Result<void> send(const Result<Bytes> &report);
    /// The next one that answers this question by its command, and index where it has one. Errc::Timeout.
    Result<Bytes> nextAnswer(BytesView question, Deadline deadline);

    Transport *m_wire;
    Model m_model;
    std::size_t m_reportLength;
    Deadline m_free{}; ///< when the next report may be sent
};

} // namespace gainstage::fiio
