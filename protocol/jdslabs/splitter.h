// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"

#include <deque>
#include <optional>

namespace gainstage::jdslabs {

inline constexpr std::size_t kLongestMessage = 0x10000; ///< bytes; far above a whole description

/// Cuts what arrives into messages, each ended by a zero byte.
class Splitter {
public:
    void take(BytesView data);
    /// The next whole message without its zero byte; nullopt where none is complete. Errc::BadFrame once for each that is longer than
    /// kLongestMessage, which is dropped up to its end.
    std::optional<Result<Bytes>> next();
    /// Forgets what is under way.
    void reset();

private:
    struct Message {
        Bytes bytes;
        bool tooLong = false;
    };
    Message m_underWay;
    std::deque<Message> m_messages;
};

} // namespace gainstage::jdslabs
