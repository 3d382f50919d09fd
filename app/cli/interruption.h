// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <stop_token>

namespace gainstage::cli {

/// What ends a command from outside: Ctrl-C, or the time that it was given. Waits on a wire end when the token is stopped.
class Interruption {
public:
    virtual ~Interruption() = default;
    virtual std::stop_token token() const = 0;
    /// Stops when so much time has passed from now; zero takes the limit away.
    virtual void limit(std::chrono::milliseconds time) = 0;
    /// Whether it was the limit that stopped.
    virtual bool timedOut() const = 0;
};

} // namespace gainstage::cli
