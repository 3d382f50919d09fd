// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/physics/protection.h"

#include "firmware_sim/physics/electrics.h"

namespace gainstage::sim {

void Protection::update(std::int64_t now, bool tooHot, bool cooledDown, bool excess)
{
    if (tooHot)
        m_tripped |= ThermalBit;
    else if (cooledDown)
        m_tripped &= ~static_cast<std::uint32_t>(ThermalBit);

    if (excess == overCurrent())
        m_overCurrentChanges.reset();
    else if (!m_overCurrentChanges)
        m_overCurrentChanges = now + (excess ? kOverCurrentAfter : kOverCurrentRelease);
    if (m_overCurrentChanges && now >= *m_overCurrentChanges) {
        m_tripped ^= OverCurrentBit;
        m_overCurrentChanges.reset();
    }
}

void Protection::force(ProtectionBit bit, bool on)
{
    m_forced = on ? m_forced | bit : m_forced & ~static_cast<std::uint32_t>(bit);
}

std::optional<std::int64_t> Protection::nextEvent() const
{
    return m_overCurrentChanges;
}

} // namespace gainstage::sim
