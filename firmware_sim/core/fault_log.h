// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace gainstage::firmware {

enum class FaultCode : std::uint8_t { Thermal = 1, Dc, OverCurrent, SupplyLow, Flash, Watchdog, SettingsLost };

struct Fault {
    std::uint32_t seconds; ///< since power-on
    FaultCode code;
    std::int32_t argument; ///< thermal: deci-celsius; supply low: millivolt of the first rail; over-current: the output; otherwise 0
};

/// What went wrong since power-on; the oldest give way. Numbers go on after a clear.
class FaultLog {
public:
    static constexpr std::size_t kCapacity = 32;

    void note(std::uint32_t seconds, FaultCode code, std::int32_t argument = 0)
    {
        m_faults[m_end % kCapacity] = {seconds, code, argument};
        ++m_end;
        if (m_end - m_begin > kCapacity)
            ++m_begin;
    }
    void clear() { m_begin = m_end; }

    std::uint32_t begin() const { return m_begin; } ///< number of the oldest
    std::uint32_t end() const { return m_end; }     ///< one after the newest
    const Fault &at(std::uint32_t number) const { return m_faults[number % kCapacity]; }

private:
    std::array<Fault, kCapacity> m_faults{};
    std::uint32_t m_begin = 0, m_end = 0;
};

} // namespace gainstage::firmware
