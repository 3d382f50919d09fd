// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/physics/relays.h"

namespace gainstage::sim {

void Relays::place(RelayPosition position)
{
    m_positions.assign(1, position);
}

bool Relays::moveTo(RelayPosition position, std::int64_t now)
{
    if (position == m_positions.back())
        return false;
    // Taken out first, so that flapping between two does not make the list grow.
    std::erase(m_positions, position);
    m_positions.push_back(position);
    m_settlesAt = now + m_settle;
    advanceTo(now);
    return true;
}

void Relays::advanceTo(std::int64_t now)
{
    if (isMoving() && now >= m_settlesAt)
        place(position());
}

} // namespace gainstage::sim
