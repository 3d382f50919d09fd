// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/boot/swap.h"

#include "firmware_sim/boot/steady_read.h"

namespace gainstage::firmware {

Swap::Swap(Slots &slots, const SwapInfo &info) : m_slots(slots), m_hardware(slots.hardware()), m_info(info) {}

std::size_t Swap::sectors() const
{
    const std::size_t sector = m_hardware.regionSectorSize();
    return (std::min<std::size_t>(m_info.bytes, largestImage(m_hardware)) + sector - 1) / sector;
}

bool Swap::begin()
{
    Trailer &primary = m_slots.trailer(Region::Slot0);
    if (!primary.erase() || !primary.setInfo(m_info))
        return false;
    if (m_info.type != SwapType::Test && !primary.setImageOk())
        return false;
    return primary.mark() && m_slots.status().append(kInfoWritten);
}

bool Swap::finish()
{
    EntryLog log = m_slots.status();
    assertAgain(log);
    if (log.last() == kInfoWritten && !takeMark(log))
        return false;
    for (Step done = log.last().value_or(kFirstStep); done < endStep(); ++done) {
        if (!copyStep(done - kFirstStep) || !log.append(done + 1))
            return false;
    }
    return close(log);
}

// Only what was written in this run is certain to be there in the next one.
void Swap::assertAgain(EntryLog &log)
{
    constexpr std::size_t kReserve = 8;
    const Step done = log.last().value_or(kInfoWritten);
    if (log.room() > endStep() - std::min(done, endStep()) + kReserve)
        static_cast<void>(log.append(done));
}

bool Swap::takeMark(EntryLog &log)
{
    return m_slots.trailer(Region::Slot1).erase() && log.append(kFirstStep);
}

Swap::Step Swap::endStep() const
{
    return kFirstStep + static_cast<Step>(2 * sectors());
}

/// Even steps put a sector of slot 0 away, odd ones put the new one in its place.
bool Swap::copyStep(Step step)
{
    const std::size_t index = isUpward() ? step / 2 : sectors() - 1 - step / 2;
    const std::size_t away = isUpward() ? index : index + 1, fresh = isUpward() ? index + 1 : index;
    return step % 2 == 0 ? copySector(Region::Slot0, index, Region::Slot1, away) : copySector(Region::Slot1, fresh, Region::Slot0, index);
}

bool Swap::copySector(Region from, std::size_t fromSector, Region to, std::size_t toSector)
{
    const std::size_t sector = m_hardware.regionSectorSize();
    if (!m_hardware.regionErase(to, toSector * sector))
        return false;
    std::array<std::uint8_t, kFlashPage> page{};
    for (std::size_t at = 0; at < sector; at += page.size()) {
        if (!m_hardware.regionRead(from, fromSector * sector + at, page))
            return false;
        if (!isErased(page) && !m_hardware.regionProgram(to, toSector * sector + at, page))
            return false;
    }
    return true;
}

/// After a swap downward the first sector of slot 1 still looks like an image.
bool Swap::close(EntryLog &log)
{
    if (!isUpward() && !m_hardware.regionErase(Region::Slot1, 0))
        return false;
    return log.append(kSwapDone) && m_slots.trailer(Region::Slot0).setCopyDone();
}

} // namespace gainstage::firmware
