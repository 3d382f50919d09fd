// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/jdslabs/messages.h"
#include "protocol/jdslabs/splitter.h"
#include "protocol/transport/transport.h"

namespace gainstage::jdslabs {

/// An answer to Describe, and the message that it was read from.
struct Described {
    Description description;
    Bytes message;
};

/// One question at a time. What is no answer to it is passed over.
class Conversation {
public:
    /// The transport outlives it.
    explicit Conversation(Transport &wire) : m_wire(&wire) {}

    /// Asked once more where nothing came. Errc::Timeout, BadFrame (something came, but no description).
    Result<Described> describe();
    /// Not sooner after the last one than the flash that it goes to deserves. Errc::Refused; NotVerified: the amp does not say whether it took it.
    Result<void> update(const Update &update);

private:
    Result<void> pause(Deadline until);
    Result<void> send(const Request &request);
    /// The next whole message.
    Result<Bytes> nextMessage(Deadline deadline);
    Result<Described> describeOnce();
    Result<bool> nextUpdateReply(Deadline deadline);

    Transport *m_wire;
    Splitter m_splitter;
    Deadline m_updateFree{}; ///< when the next update may be sent
};

} // namespace gainstage::jdslabs
