// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/families/plain/plain_amp.h"
#include "devices/families/topping/conversation.h"

namespace gainstage::topping_family {

/// What the three models have in common.
class ToppingAmp : public PlainAmp {
protected:
    ToppingAmp(std::unique_ptr<Transport> wire, Description description, topping::Model model);

    Result<bool> heard(BytesView data) final;
    /// A frame that nobody waited for. True: something changed.
    virtual bool unasked(const topping::Frame &frame) = 0;

    Conversation &talk() { return m_conversation; }
    topping::Model model() const { return m_model; }

private:
    topping::Model m_model;
    Conversation m_conversation;
};

} // namespace gainstage::topping_family
