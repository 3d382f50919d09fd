// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/boot/trailer.h"

#include "firmware_sim/boot/little_endian.h"
#include "firmware_sim/boot/steady_read.h"

namespace gainstage::firmware {

namespace {

constexpr std::size_t kWord = kWriteAlignment;
constexpr std::size_t kStatusPerSector = 2 * kWord; // each sector is copied twice
constexpr std::array<std::uint8_t, 16> kMark = {0x77, 0xc2, 0x95, 0xf3, 0x60, 0xd2, 0xef, 0x7f, 0x35, 0x52, 0x50, 0x0f, 0x2c, 0xb6, 0x79, 0x80};
constexpr std::array<std::uint8_t, 16> kSpoiled{};

} // namespace

Trailer::Trailer(BootHardware &hardware, Region slot) : m_hardware(hardware), m_slot(slot), m_end(hardware.regionSize(slot)), m_size(size(hardware))
{}

std::size_t Trailer::size(BootHardware &hardware)
{
    const std::size_t sector = hardware.regionSectorSize();
    const std::size_t status = hardware.regionSize(Region::Slot0) / sector * kStatusPerSector;
    return (status + kFlags + sector - 1) / sector * sector;
}

bool Trailer::isMarked() const
{
    return readSteadily<kMark.size()>(m_hardware, m_slot, m_end - kMagic) == kMark;
}

std::optional<std::uint32_t> Trailer::word(std::size_t fromEnd) const
{
    const auto bytes = readSteadily<kWord>(m_hardware, m_slot, m_end - fromEnd);
    return bytes ? std::optional(readLittleEndian<std::uint32_t>(*bytes)) : std::nullopt;
}

bool Trailer::flag(std::size_t fromEnd) const
{
    return word(fromEnd) == 0xffffff01u;
}

std::optional<SwapInfo> Trailer::info() const
{
    const auto type = word(kSwapInfo), source = word(kSource), bytes = word(kSwapSize);
    if (!type || !source || !bytes)
        return std::nullopt;
    const auto known = static_cast<SwapType>(*type & 0xf);
    if (known != SwapType::Test && known != SwapType::Permanent && known != SwapType::Revert)
        return std::nullopt;
    return SwapInfo{known, *bytes, *source};
}

bool Trailer::isBlank() const
{
    std::array<std::uint8_t, kFlashPage> piece{};
    for (std::size_t at = offset(); at < m_end; at += piece.size()) {
        if (!m_hardware.regionRead(m_slot, at, piece) || !isErased(piece))
            return false;
    }
    return true;
}

// An erase that is cut short leaves some flags and not others: without the magic none of them counts any more.
bool Trailer::erase()
{
    if (!m_hardware.regionProgram(m_slot, m_end - kMagic, kSpoiled))
        return false;
    const std::size_t sector = m_hardware.regionSectorSize();
    for (std::size_t at = offset(); at < m_end; at += sector) {
        if (!m_hardware.regionErase(m_slot, at))
            return false;
    }
    return true;
}

bool Trailer::setWord(std::size_t fromEnd, std::uint32_t value, std::size_t bytes)
{
    std::array<std::uint8_t, kWord> word{};
    word.fill(0xff);
    for (std::size_t i = 0; i < bytes; ++i)
        word[i] = static_cast<std::uint8_t>(value >> (8 * i));
    return m_hardware.regionProgram(m_slot, m_end - fromEnd, word);
}

bool Trailer::setInfo(const SwapInfo &info)
{
    return setWord(kSwapSize, info.bytes, 4) && setWord(kSource, info.source, 4) && setWord(kSwapInfo, static_cast<std::uint32_t>(info.type), 1);
}

bool Trailer::mark()
{
    return m_hardware.regionProgram(m_slot, m_end - kMagic, kMark);
}

} // namespace gainstage::firmware
