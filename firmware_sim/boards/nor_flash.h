// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <span>
#include <vector>

namespace gainstage::sim {

/// NOR flash that behaves like the part: erasing sets a sector to ff, programming only clears bits, in whole words of 8 bytes inside a page. When
/// the power goes in the middle of an operation some bits are done, some are not, and some are in between: those read by chance, each time anew,
/// until the sector is erased. Chance follows from a seed.
class NorFlash {
public:
    static constexpr std::size_t kSector = 4096, kPage = 256, kWord = 8;

    /// Erased. `size` is a multiple of a sector.
    explicit NorFlash(std::size_t size, std::uint32_t seed = 1);

    // All are false without power, and outside the flash or its grid.
    bool read(std::size_t offset, std::span<std::uint8_t> out);
    bool program(std::size_t offset, std::span<const std::uint8_t> data);
    bool erase(std::size_t sectorOffset);

    /// The power goes in the middle of the operation (programming or erasing) with this number from now on; 1 is the next.
    void cutAt(std::uint64_t operation);
    /// The same for the operation that is under way after so much time of operations from now on.
    void cutIn(std::uint64_t later);
    void cancelCut() { m_cutAt = m_cutTime = 0; }
    bool hasPower() const { return m_power; }
    void restorePower() { m_power = true; }

    std::uint64_t operations() const { return m_programs + m_erases; }
    std::uint64_t programs() const { return m_programs; }
    std::uint64_t erases() const { return m_erases; }
    /// Time that the operations so far take in a typical part.
    std::uint64_t microseconds() const { return m_takesTime ? m_erases * 45000 + m_programs * 700 : 0; }
    /// A part that does everything at once. To be told before its time counts.
    void takeNoTime() { m_takesTime = false; }

    /// Other chance from now on.
    void reseed(std::uint32_t seed) { m_random.seed(seed); }
    /// What is there, bits in between as they happen to stand; for files and tests.
    std::span<const std::uint8_t> image() const { return m_bytes; }
    void load(std::size_t offset, std::span<const std::uint8_t> bytes);
    /// Called after every change with what has changed; false: it could not be kept, and the operation has failed.
    using Keep = std::function<bool(std::size_t offset, std::span<const std::uint8_t> bytes)>;
    void keepIn(Keep keep) { m_keep = std::move(keep); }
    const Keep &keeper() const { return m_keep; }

private:
    bool isInside(std::size_t offset, std::size_t size) const { return offset <= m_bytes.size() && size <= m_bytes.size() - offset; }
    bool takesCut();
    bool keep(std::size_t offset, std::size_t size) { return !m_keep || m_keep(offset, image().subspan(offset, size)); }
    std::uint8_t chance() { return static_cast<std::uint8_t>(m_random()); }
    void tear(std::size_t offset, std::span<const std::uint8_t> wanted);
    void tearByte(std::size_t offset, std::uint8_t wanted);
    void setStable(std::size_t offset, std::size_t size);

    std::vector<std::uint8_t> m_bytes;
    std::vector<std::uint8_t> m_between; ///< bits that are neither; empty as long as there are none
    std::vector<bool> m_unstable;        ///< sectors that have such bits
    std::minstd_rand m_random;
    std::uint64_t m_programs = 0, m_erases = 0;
    std::uint64_t m_cutAt = 0;   ///< number of the operation, counted as operations() does; 0: none
    std::uint64_t m_cutTime = 0; ///< the same in microseconds()
    Keep m_keep;
    bool m_power = true, m_takesTime = true;
};

} // namespace gainstage::sim
