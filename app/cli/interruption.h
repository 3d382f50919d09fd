// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/result.h"
#include "protocol/transport/clock.h"

#include <chrono>
#include <stop_token>

namespace gainstage::cli {

/// Time, and what ends a command from outside: Ctrl-C, or the time that it was given. Waits on a wire end when the token is stopped.
class Interruption {
public:
    virtual ~Interruption() = default;
    virtual std::stop_token token() const = 0;
    /// From now on Ctrl-C and the limit stop this token first and leave wires alone, for work that must come to an end by itself. Another Ctrl-C stops
    /// token(). Callbacks of the token run in a thread of their own.
    virtual std::stop_token cancelFirst() = 0;
    /// Stops when so much time has passed from now; zero takes the limit away.
    virtual void limit(std::chrono::milliseconds time) = 0;
    /// Whether it was the limit that stopped.
    virtual bool timedOut() const = 0;
    virtual const Clock &clock() const = 0;
    /// Lets time pass. Errc::Cancelled when token() is stopped.
    virtual Result<void> pause(Duration duration) = 0;
};

} // namespace gainstage::cli
