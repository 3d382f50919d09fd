// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace gainstage {

using Duration = std::chrono::nanoseconds;
/// A moment of a Clock; only differences mean something.
using Instant = std::chrono::time_point<std::chrono::steady_clock, Duration>;
using Deadline = Instant;

/// The time as a transport knows it. Tests hand in one that moves only when somebody waits, so that a time-out costs nothing.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    Deadline in(Duration duration) const { return now() + duration; }
};

/// The computer's monotonic clock.
class SystemClock final : public Clock {
public:
    Instant now() const override { return std::chrono::steady_clock::now(); }
};

} // namespace gainstage
