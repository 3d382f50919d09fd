// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/transport/clock.h"

#include <memory>
#include <optional>
#include <vector>

namespace gainstage::smp {

/// How packets travel on one kind of wire. Keeps what has arrived of the packet under way.
class Framing {
public:
    virtual ~Framing() = default;
    /// The writes that carry one packet, in order (one element per Transport::write).
    virtual std::vector<Bytes> frame(BytesView packet) = 0;
    /// The size of the largest packet of at most `limit` bytes that leaves no part of a line or report unused; `limit` where that is smaller than one.
    /// For data that can be cut anywhere.
    virtual std::size_t fullPacket(std::size_t limit) const = 0;
    /// Takes what Transport::read gave; `now` lets it drop a packet that stopped in the middle.
    virtual void take(BytesView data, Instant now) = 0;
    /// The next whole packet, or nullopt.
    virtual std::optional<Bytes> next() = 0;
    /// Forgets what is under way.
    virtual void reset() = 0;
};

/// SMP console framing (protocol/README.md, 2.1): base64 lines with a CRC, log lines between frames do no harm.
std::unique_ptr<Framing> consoleFraming();
/// 64-byte HID reports (protocol/README.md, 2.2).
std::unique_ptr<Framing> hidFraming();

} // namespace gainstage::smp
