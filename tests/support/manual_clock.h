// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transport/clock.h"

#include <algorithm>

namespace gainstage::test {

/// A clock that moves only when told, so that a time-out costs a test nothing.
class ManualClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void advance(Duration duration) { m_now += duration; }
    /// Never backwards.
    void advanceTo(Instant instant) { m_now = std::max(m_now, instant); }

private:
    Instant m_now{};
};

} // namespace gainstage::test
