// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/board_hardware.h"

#include "firmware_sim/boards/image_maker.h"

#include <algorithm>

namespace gainstage::sim {

void BoardHardware::reset()
{
    m_poweredAt = m_world.now();
    m_lit = false;
    m_restart = false;
    m_brightness = 0;
}

std::uint32_t BoardHardware::milliseconds()
{
    return static_cast<std::uint32_t>((m_world.now() - m_poweredAt) / 1000);
}

bool BoardHardware::selfTest()
{
    std::array<std::uint8_t, kFailingImage.size()> payload{};
    return !m_slots.read(firmware::Region::Slot0, firmware::kImageHeader, payload) || !std::ranges::equal(payload, kFailingImage);
}

void BoardHardware::fillRandom(std::span<std::uint8_t> out)
{
    for (std::uint8_t &byte : out)
        byte = static_cast<std::uint8_t>(m_random());
}

} // namespace gainstage::sim
