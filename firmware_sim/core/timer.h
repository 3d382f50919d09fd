// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

namespace gainstage::firmware {

/// Something that is due once, at a moment of the hardware's clock in milliseconds, which wraps. At most 2^31 − 1 ms ahead.
class Timer {
public:
    static constexpr std::uint32_t kNever = UINT32_MAX;

    void start(std::uint32_t now, std::uint32_t milliseconds)
    {
        m_running = true;
        m_due = now + milliseconds;
    }
    void stop() { m_running = false; }
    bool isRunning() const { return m_running; }
    std::uint32_t remaining(std::uint32_t now) const
    {
        return m_running ? static_cast<std::uint32_t>(std::max<std::int32_t>(0, static_cast<std::int32_t>(m_due - now))) : kNever;
    }
    /// Whether it is due; if so it has stopped.
    bool expire(std::uint32_t now)
    {
        const bool due = remaining(now) == 0;
        m_running = m_running && !due;
        return due;
    }

private:
    bool m_running = false;
    std::uint32_t m_due = 0;
};

} // namespace gainstage::firmware
