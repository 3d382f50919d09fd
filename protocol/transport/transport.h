// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"
#include "protocol/transport/clock.h"

#include <functional>
#include <stop_token>

namespace gainstage {

/// An open wire: bytes out, bytes in until a deadline. Knows no frame, command or model. Used by one thread, except where said.
/// Closing is destroying it. A read or write in progress ends with Errc::Cancelled soon (50 ms) after a stop is requested on the token given at opening.
class Transport {
public:
    virtual ~Transport() = default;

    /// Sends all of it: on HID exactly one report, on serial any number of bytes. Errc::Disconnected, Errc::Timeout (the other side does not take it), Errc::Cancelled.
    virtual Result<void> write(BytesView data) = 0;

    /// What comes next: on HID one report, on serial what is there (at least one byte). Data already there is returned even when the deadline has passed.
    /// Errc::Timeout at the deadline, Errc::Disconnected once the amp is gone, Errc::Cancelled.
    virtual Result<Bytes> read(Deadline deadline) = 0;

    /// Calls `wake` (from any thread, also repeatedly) when something can be read while nobody waits, or when the wire is gone: the amp spoke unasked.
    /// For serial lines this needs the event loop of the thread that uses the transport.
    virtual void onReadable(std::function<void()> wake) = 0;

    virtual const Clock &clock() const = 0;
};

} // namespace gainstage
