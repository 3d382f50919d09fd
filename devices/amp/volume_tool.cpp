// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/volume_tool.h"

#include <algorithm>
#include <cmath>

namespace gainstage {
namespace {

/// A range whose unit is not decibels goes up in so many strides.
constexpr std::int32_t stridesOfARange = 32;

} // namespace

std::optional<VolumeTool> VolumeTool::of(const Description &amp)
{
    const Setting *setting = amp.find(Role::Volume);
    if (setting == nullptr || setting->range() == nullptr || setting->flags.readOnly)
        return std::nullopt;
    return VolumeTool(*setting, *setting->range());
}

std::optional<Value> VolumeTool::lowered(Value from, Decibels by) const
{
    const std::int64_t wanted = from.raw - static_cast<std::int64_t>(std::ceil(by.value * 100.0 - 1e-6));
    if (wanted < m_range->min)
        return hasSilentFloor() ? std::optional(lowest()) : std::nullopt;
    return Value{static_cast<std::int32_t>(m_range->min + (wanted - m_range->min) / m_range->step * m_range->step)};
}

std::int32_t VolumeTool::stride() const
{
    const std::int32_t most = inDecibels() ? static_cast<std::int32_t>(kRampStep.value * 100.0) : (m_range->max - m_range->min) / stridesOfARange;
    return std::max(most / m_range->step, 1) * m_range->step;
}

std::vector<Value> VolumeTool::ramp(Value from, Value to, Value start) const
{
    std::vector<Value> values;
    std::int64_t at = from.raw;
    if (isFloor(from) && from < to) {
        at = std::clamp<std::int64_t>(start.raw, std::int64_t{m_range->min} + m_range->step, to.raw);
        values.push_back({static_cast<std::int32_t>(at)});
    }
    while (at < to.raw) {
        at = std::min<std::int64_t>(at + stride(), to.raw);
        values.push_back({static_cast<std::int32_t>(at)});
    }
    return values;
}

} // namespace gainstage
