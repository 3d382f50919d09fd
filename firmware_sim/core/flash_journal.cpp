// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/flash_journal.h"

#include "firmware_sim/core/big_endian.h"
#include "firmware_sim/core/checksum.h"

#include <algorithm>
#include <array>

namespace gainstage::firmware {

namespace {

constexpr std::uint32_t kMagic = 0x47534131;
constexpr std::size_t kRecordHeader = 16, kWord = 4;
constexpr std::uint8_t kErased = 0xff;
using HeaderBytes = std::array<std::uint8_t, kRecordHeader>;
constexpr HeaderBytes kSpoiled{};
using Word = std::array<std::uint8_t, kWord>;

bool isErased(std::span<const std::uint8_t> bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t byte) { return byte == kErased; });
}

Word wordOf(std::uint32_t number)
{
    Word word{};
    writeBigEndian(std::span<std::uint8_t>(word), number);
    return word;
}

HeaderBytes headerOf(std::uint32_t sequence, std::size_t length)
{
    HeaderBytes bytes{};
    const std::span<std::uint8_t> out(bytes);
    writeBigEndian(out, kMagic);
    writeBigEndian(out.subspan(4), sequence);
    writeBigEndian(out.subspan(8), static_cast<std::uint32_t>(length));
    writeBigEndian(out.subspan(12), crc32(out.first(12)));
    return bytes;
}

} // namespace

FlashJournal::FlashJournal(Hardware &hardware, std::size_t largestContent) : m_hardware(hardware), m_largest(largestContent)
{
    const std::size_t sector = hardware.flashSectorSize();
    if (sector == 0)
        return;
    m_areaSize = (largestContent + kOverhead + sector - 1) / sector * sector;
    m_areas = hardware.flashSize() / m_areaSize;
}

std::optional<FlashJournal::Header> FlashJournal::parseHeader(std::span<const std::uint8_t> bytes) const
{
    const Header header{readBigEndian<std::uint32_t>(bytes.subspan(4)), readBigEndian<std::uint32_t>(bytes.subspan(8))};
    const bool intact = readBigEndian<std::uint32_t>(bytes) == kMagic && readBigEndian<std::uint32_t>(bytes.subspan(12)) == crc32(bytes.first(12));
    return intact && header.length <= m_largest ? std::optional(header) : std::nullopt;
}

FlashJournal::Area FlashJournal::inspect(std::size_t area, Header &header)
{
    HeaderBytes bytes{};
    if (!m_hardware.flashRead(offsetOf(area), bytes))
        return Area::Unreadable;
    if (isErased(bytes))
        return Area::Blank;
    if (bytes == kSpoiled)
        return Area::Unfinished;
    const auto parsed = parseHeader(bytes);
    if (!parsed)
        return Area::Garbage;
    header = *parsed;
    return inspectContent(area, header);
}

FlashJournal::Area FlashJournal::inspectContent(std::size_t area, const Header &header)
{
    std::array<std::uint8_t, 64> piece{};
    std::uint32_t crc = 0;
    for (std::size_t at = 0; at < header.length; at += piece.size()) {
        const auto part = std::span(piece).first(std::min(piece.size(), header.length - at));
        if (!m_hardware.flashRead(offsetOf(area) + kRecordHeader + at, part))
            return Area::Unreadable;
        crc = crc32(part, crc);
    }
    Word commit{};
    if (!m_hardware.flashRead(offsetOf(area) + kRecordHeader + header.length, commit))
        return Area::Unreadable;
    const auto mark = readBigEndian<std::uint32_t>(commit);
    if (mark == crc)
        return Area::Complete;
    // Programming clears bits: a mark that has all bits of the right one, and more, was still on its way.
    return (mark & crc) == crc ? Area::Unfinished : Area::Damaged;
}

void FlashJournal::judge(std::size_t area, Found &found, std::uint32_t &damagedSequence)
{
    Header header;
    const Area state = inspect(area, header);
    found.failed = found.failed || state == Area::Unreadable;
    found.damaged = found.damaged || state == Area::Garbage;
    m_sequence = std::max(m_sequence, header.sequence);
    if (state == Area::Damaged)
        damagedSequence = std::max(damagedSequence, header.sequence);
    if (state == Area::Complete && (!m_newest || header.sequence > m_header.sequence)) {
        m_newest = area;
        m_header = header;
    }
}

// An area that was being erased or written when the power went is no damage as long as an older record stands.
FlashJournal::Found FlashJournal::open(std::span<std::uint8_t> content)
{
    Found found;
    std::uint32_t damagedSequence = 0;
    for (std::size_t area = 0; area < m_areas; ++area)
        judge(area, found, damagedSequence);
    if (m_newest) {
        found.damaged = damagedSequence > m_header.sequence;
        const bool fits = m_header.length <= content.size();
        if (fits && m_hardware.flashRead(offsetOf(*m_newest) + kRecordHeader, content.first(m_header.length)))
            found.size = m_header.length;
        else
            found.damaged = true;
    } else {
        found.damaged = found.damaged || damagedSequence > 0;
    }
    return found;
}

bool FlashJournal::write(std::span<const std::uint8_t> content)
{
    if (m_areas < 2 || content.size() > m_largest)
        return false;
    // Where nothing is written yet, the ring begins at area 0.
    const std::size_t last = m_newest.value_or(m_areas - 1);
    const std::size_t area = (last + 1 + m_failures % (m_areas - 1)) % m_areas;
    ++m_sequence;
    if (!program(area, content)) {
        ++m_failures;
        spoil(area);
        return false;
    }
    m_failures = 0;
    m_newest = area;
    m_header = {m_sequence, static_cast<std::uint32_t>(content.size())};
    return true;
}

bool FlashJournal::program(std::size_t area, std::span<const std::uint8_t> content)
{
    const std::size_t offset = offsetOf(area);
    for (std::size_t sector = offset; sector < offset + m_areaSize; sector += m_hardware.flashSectorSize()) {
        if (!m_hardware.flashErase(sector))
            return false;
    }
    const HeaderBytes header = headerOf(m_sequence, content.size());
    const bool written = m_hardware.flashProgram(offset, header) && m_hardware.flashProgram(offset + kRecordHeader, content) &&
                         holds(offset, header) && holds(offset + kRecordHeader, content);
    const Word commit = wordOf(crc32(content));
    const std::size_t commitOffset = offset + kRecordHeader + content.size();
    return written && m_hardware.flashProgram(commitOffset, commit) && holds(commitOffset, commit);
}

bool FlashJournal::holds(std::size_t offset, std::span<const std::uint8_t> expected)
{
    std::array<std::uint8_t, 64> piece{};
    for (std::size_t at = 0; at < expected.size(); at += piece.size()) {
        const auto part = std::span(piece).first(std::min(piece.size(), expected.size() - at));
        if (!m_hardware.flashRead(offset + at, part) || !std::equal(part.begin(), part.end(), expected.begin() + static_cast<std::ptrdiff_t>(at)))
            return false;
    }
    return true;
}

// The client has been told that nothing changed: a record that is complete after all must not come back at the next start.
void FlashJournal::spoil(std::size_t area)
{
    static_cast<void>(m_hardware.flashProgram(offsetOf(area), kSpoiled));
}

} // namespace gainstage::firmware
