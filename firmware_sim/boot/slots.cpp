// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/boot/slots.h"

namespace gainstage::firmware {

Slots::Slots(BootHardware &hardware) : m_hardware(hardware), m_primary(hardware, Region::Slot0), m_secondary(hardware, Region::Slot1) {}

EntryLog Slots::status() const
{
    EntryLog log(m_hardware, Region::Slot0, m_primary.offset(), m_primary.statusSize());
    log.open();
    return log;
}

ImagePlace Slots::other() const
{
    const ImagePlace first{m_hardware, Region::Slot1, 0};
    return readImage(first).image ? first : ImagePlace{m_hardware, Region::Slot1, m_hardware.regionSectorSize()};
}

bool Slots::isSwapDone() const
{
    return m_primary.isCopyDone() || status().last().value_or(kInfoWritten) >= kSwapDone;
}

bool Slots::isConfirmed() const
{
    return !m_primary.isMarked() || m_primary.isImageOk() || status().last() == kConfirmed;
}

// The log comes first: what is half written there is written again at the next start.
bool Slots::confirm()
{
    if (!m_primary.isMarked())
        return true;
    EntryLog log = status();
    if (log.last() != kConfirmed && !log.append(kConfirmed))
        return false;
    return m_primary.isImageOk() || m_primary.setImageOk();
}

SwapType Slots::wanted() const
{
    if (!m_secondary.isMarked())
        return SwapType::None;
    if (m_secondary.isImageOk())
        return SwapType::Permanent;
    return m_secondary.isCopyDone() ? SwapType::Revert : SwapType::Test;
}

bool Slots::want(SwapType type)
{
    if (!m_secondary.erase())
        return false;
    if (type == SwapType::Permanent && !m_secondary.setImageOk())
        return false;
    if (type == SwapType::Revert && !m_secondary.setCopyDone())
        return false;
    return m_secondary.mark();
}

std::uint32_t Slots::securityCounter() const
{
    EntryLog log = counterLog();
    log.open();
    return log.last().value_or(0);
}

bool Slots::raiseSecurityCounter(std::uint32_t value)
{
    EntryLog log = counterLog();
    if (!log.open())
        return false;
    return value <= log.last().value_or(0) || log.append(value);
}

} // namespace gainstage::firmware
