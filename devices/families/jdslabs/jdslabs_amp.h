// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/jdslabs/conversation.h"
#include "devices/families/plain/plain_amp.h"

namespace gainstage::jdslabs {

class JdsLabsAmp final : public PlainAmp {
public:
    /// `conversation` works on `wire`.
    JdsLabsAmp(std::unique_ptr<Transport> wire, gainstage::Description description, Conversation conversation, Description held);

protected:
    Result<State> readState() override;
    Result<void> send(const Change &change) override;
    /// It does not speak unasked: what comes is late.
    Result<bool> heard(BytesView) override { return false; }

private:
    Conversation m_conversation;
    Description m_held;
};

} // namespace gainstage::jdslabs
