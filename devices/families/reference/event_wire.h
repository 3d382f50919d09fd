// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transport/transport.h"

#include <memory>
#include <utility>

namespace gainstage::reference {

/// Hands everything through. Lets who listens for events stop waiting once one has come: smp::Client::listen() goes on until its deadline,
/// while an event may need an answer (a fresh read) that may not be asked for from inside it.
class EventWire final : public Transport {
public:
    explicit EventWire(std::unique_ptr<Transport> inner) : m_inner(std::move(inner)) {}

    /// Between beginWait() and finishWait() endWait() makes the next read give Errc::Timeout at once.
    void beginWait() { m_listens = true; }
    void endWait() { m_ends = m_listens; }
    void finishWait() { m_listens = m_ends = false; }

    Result<void> write(BytesView data) override { return m_inner->write(data); }
    Result<Bytes> read(Deadline deadline) override
    {
        if (std::exchange(m_ends, false))
            return failure(Errc::Timeout, SENTENCE("error", "The amp did not answer in time."));
        return m_inner->read(deadline);
    }
    void onReadable(std::function<void()> wake) override { m_inner->onReadable(std::move(wake)); }
    const Clock &clock() const override { return m_inner->clock(); }

private:
    std::unique_ptr<Transport> m_inner;
    bool m_listens = false, m_ends = false;
};

} // namespace gainstage::reference
