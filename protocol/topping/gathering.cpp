// SPDX-License-Identifier: Apache-2.0
#include "protocol/topping/gathering.h"

#include <utility>

namespace gainstage::topping {

Gathering::Gathering(std::uint16_t command, std::uint8_t first, std::uint8_t least, std::uint8_t most)
    : m_command(command), m_first(first), m_least(least), m_most(most)
{}

bool Gathering::continues(const Frame &frame) const
{
    if (frame.index == m_first)
        return frame.count >= m_least && frame.count <= m_most;
    return !m_values.empty() && frame.count == m_count && frame.index == m_first + m_values.size();
}

std::optional<std::vector<std::int32_t>> Gathering::take(const Frame &frame)
{
    if (frame.command != m_command || frame.kind != Kind::Write)
        return std::nullopt;
    if (frame.index == m_first || !continues(frame))
        m_values.clear();
    if (!continues(frame))
        return std::nullopt;
    m_count = frame.count;
    m_values.push_back(frame.value);
    if (m_values.size() < m_count)
        return std::nullopt;
    return std::exchange(m_values, {});
}

} // namespace gainstage::topping
