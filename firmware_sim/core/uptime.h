// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/hardware.h"

namespace gainstage::firmware {

/// The hardware's clock, and the seconds since power-on, which do not wrap with it.
class Uptime {
public:
    explicit Uptime(Hardware &hardware) : m_hardware(hardware) {}

    std::uint32_t now() const { return m_hardware.milliseconds(); }
    /// To be called at least once in 49 days.
    void update()
    {
        const std::uint32_t moment = now();
        m_elapsed += moment - m_last;
        m_last = moment;
    }
    std::uint32_t seconds() const { return static_cast<std::uint32_t>((m_elapsed + (now() - m_last)) / 1000); }

private:
    Hardware &m_hardware;
    std::uint32_t m_last = 0;
    std::uint64_t m_elapsed = 0; ///< milliseconds
};

} // namespace gainstage::firmware
