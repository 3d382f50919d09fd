// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/hardware.h"
#include "firmware_sim/core/timer.h"

#include <algorithm>

namespace gainstage::firmware {

/// The light that blinks so that a person sees which amp is meant.
class Identify {
public:
    static constexpr std::uint32_t kLongestMs = 60000, kHalfPeriodMs = 250;

    /// 0 ends it.
    void begin(Hardware &hardware, std::uint32_t milliseconds)
    {
        m_lit = milliseconds > 0;
        hardware.light(m_lit);
        m_end.stop();
        m_blink.stop();
        if (!m_lit)
            return;
        m_end.start(hardware.milliseconds(), milliseconds);
        m_blink.start(hardware.milliseconds(), kHalfPeriodMs);
    }
    void poll(Hardware &hardware, std::uint32_t now)
    {
        if (m_end.expire(now))
            begin(hardware, 0);
        if (!m_blink.expire(now))
            return;
        m_lit = !m_lit;
        hardware.light(m_lit);
        m_blink.start(now, kHalfPeriodMs);
    }
    std::uint32_t nextDue(std::uint32_t now) const { return std::min(m_end.remaining(now), m_blink.remaining(now)); }

private:
    Timer m_end, m_blink;
    bool m_lit = false;
};

} // namespace gainstage::firmware
