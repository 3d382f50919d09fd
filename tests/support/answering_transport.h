// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/smp/framing.h"
#include "protocol/smp/packet.h"
#include "protocol/transport/transport.h"
#include "tests/support/manual_clock.h"

#include <algorithm>
#include <deque>

namespace gainstage::test {

/// A wire at whose other end a function answers packets, in console framing. It may keep silent. The clock moves only while a read waits in vain.
class AnsweringTransport final : public Transport {
public:
    using Answer = std::function<std::optional<QCborMap>(const smp::Packet &request)>;
    explicit AnsweringTransport(Answer answer) : m_answer(std::move(answer)) {}

    /// The most answers that waited to be read at once: so many requests were under way.
    std::size_t mostUnderWay() const { return m_most; }

    Result<void> write(BytesView data) override
    {
        m_framing->take(data, m_clock.now());
        while (const auto bytes = m_framing->next()) {
            smp::Packet packet = *smp::decode(*bytes);
            const auto answer = m_answer(packet);
            if (!answer)
                continue;
            packet.operation = static_cast<smp::Operation>(static_cast<int>(packet.operation) + 1);
            packet.payload = *answer;
            for (Bytes &part : m_framing->frame(smp::encode(packet)))
                m_waiting.push_back(std::move(part));
        }
        m_most = std::max(m_most, m_waiting.size());
        return {};
    }
    Result<Bytes> read(Deadline deadline) override
    {
        if (m_waiting.empty()) {
            m_clock.advanceTo(deadline);
            return failure(Errc::Timeout, "");
        }
        Bytes bytes = std::move(m_waiting.front());
        m_waiting.pop_front();
        return bytes;
    }
    void onReadable(std::function<void()>) override {}
    const ManualClock &clock() const override { return m_clock; }

private:
    Answer m_answer;
    ManualClock m_clock;
    std::unique_ptr<smp::Framing> m_framing = smp::consoleFraming();
    std::deque<Bytes> m_waiting;
    std::size_t m_most = 0;
};

} // namespace gainstage::test
