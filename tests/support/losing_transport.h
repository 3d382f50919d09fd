// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transport/transport.h"

#include <memory>
#include <utility>

namespace gainstage::test {

/// What a LosingTransport loses. Changed between calls, or by `beforeWrite`.
struct Losses {
    bool requests = false; ///< what is written arrives nowhere
    bool answers = false;  ///< what comes back is not seen
    std::function<void()> beforeWrite;
};

/// A wire that loses whole directions when told.
class LosingTransport final : public Transport {
public:
    LosingTransport(std::unique_ptr<Transport> inner, std::shared_ptr<Losses> losses) : m_inner(std::move(inner)), m_losses(std::move(losses)) {}

    Result<void> write(BytesView data) override
    {
        if (m_losses->beforeWrite)
            m_losses->beforeWrite();
        return m_losses->requests ? Result<void>() : m_inner->write(data);
    }
    Result<Bytes> read(Deadline deadline) override
    {
        while (true) {
            auto bytes = m_inner->read(deadline);
            if (!bytes || !m_losses->answers)
                return bytes;
        }
    }
    void onReadable(std::function<void()> wake) override { m_inner->onReadable(std::move(wake)); }
    const Clock &clock() const override { return m_inner->clock(); }

private:
    std::unique_ptr<Transport> m_inner;
    std::shared_ptr<Losses> m_losses;
};

} // namespace gainstage::test
