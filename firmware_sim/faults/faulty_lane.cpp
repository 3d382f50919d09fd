// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/faults/faulty_lane.h"

#include <algorithm>

namespace gainstage::sim {

void FaultyLane::set(const Faults &faults)
{
    m_faults = faults;
    m_passed = 0;
    std::seed_seq seeds{faults.seed.value_or(m_seed), m_direction};
    m_random.seed(seeds);
}

void FaultyLane::push(std::span<const std::uint8_t> data, std::int64_t now)
{
    if (m_grain == Grain::Report || !m_faults.any()) {
        pushUnit(data, now);
        return;
    }
    for (std::size_t i = 0; i < data.size(); ++i)
        pushUnit(data.subspan(i, 1), now);
}

void FaultyLane::pushUnit(std::span<const std::uint8_t> unit, std::int64_t now)
{
    if (isCut(unit.size()) || happens(m_faults.drop))
        return;
    std::vector<std::uint8_t> bytes(unit.begin(), unit.end());
    if (happens(m_faults.flip))
        flipOneBit(bytes);
    const std::int64_t wished = happens(m_faults.delay) ? now + m_faults.delayMicroseconds : now;
    const std::int64_t due = m_pieces.empty() ? wished : std::max(wished, m_pieces.back().due);
    enqueue(bytes, due);
    if (happens(m_faults.repeat))
        enqueue(bytes, due);
}

/// Not from a distribution of the library: those differ between libraries.
bool FaultyLane::happens(double probability)
{
    return probability > 0 && static_cast<std::uint32_t>(m_random()) < probability * 4294967296.0;
}

bool FaultyLane::isCut(std::size_t size)
{
    m_passed += size;
    return m_faults.cut && m_passed > *m_faults.cut;
}

void FaultyLane::flipOneBit(std::vector<std::uint8_t> &unit)
{
    if (unit.empty())
        return;
    const std::size_t bit = m_random() % (8 * unit.size());
    unit[bit / 8] = static_cast<std::uint8_t>(unit[bit / 8] ^ (1u << (bit % 8)));
}

void FaultyLane::enqueue(std::span<const std::uint8_t> unit, std::int64_t due)
{
    if (unit.empty() || m_waiting + unit.size() > kMostWaiting)
        return;
    m_waiting += unit.size();
    if (m_grain == Grain::Byte && !m_pieces.empty() && m_pieces.back().due == due)
        m_pieces.back().bytes.insert(m_pieces.back().bytes.end(), unit.begin(), unit.end());
    else
        m_pieces.push_back({due, {unit.begin(), unit.end()}});
}

std::vector<std::uint8_t> FaultyLane::take(std::int64_t now)
{
    if (m_pieces.empty() || m_pieces.front().due > now)
        return {};
    std::vector<std::uint8_t> bytes = std::move(m_pieces.front().bytes);
    m_pieces.pop_front();
    m_waiting -= bytes.size();
    return bytes;
}

std::optional<std::int64_t> FaultyLane::nextDue() const
{
    if (m_pieces.empty())
        return std::nullopt;
    return m_pieces.front().due;
}

void FaultyLane::clear()
{
    m_pieces.clear();
    m_waiting = 0;
}

} // namespace gainstage::sim
