// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/setting.h"

#include <algorithm>
#include <cstdlib>

namespace gainstage {
namespace {

bool holds(const Choices &choices, Value value)
{
    return choices.find(value) != nullptr;
}

bool holds(const Range &range, Value value)
{
    return value.raw >= range.min && value.raw <= range.max && (value.raw - range.min) % range.step == 0;
}

bool holds(const Switch &, Value value)
{
    return value.raw == 0 || value.raw == 1;
}

Value closest(const Choices &choices, Value value, bool)
{
    const auto distance = [&](const Choice &choice) { return std::abs(std::int64_t{choice.value.raw} - value.raw); };
    return std::ranges::min_element(choices.list, {}, distance)->value;
}

Value closest(const Range &range, Value value, bool roundsDown)
{
    const std::int64_t step = range.step;
    const std::int64_t offset = std::clamp(value.raw, range.min, range.max) - std::int64_t{range.min};
    const std::int64_t steps = (offset + (roundsDown ? 0 : step / 2)) / step;
    return {static_cast<std::int32_t>(range.min + std::min(steps, (std::int64_t{range.max} - range.min) / step) * step)};
}

Value closest(const Switch &, Value value, bool)
{
    return {value.raw > 0 ? 1 : 0};
}

} // namespace

const Choice *Choices::find(Value value) const
{
    const auto found = std::ranges::find(list, value, &Choice::value);
    return found == list.end() ? nullptr : &*found;
}

const Choice *Choices::find(const QString &key) const
{
    const auto found = std::ranges::find(list, key, &Choice::key);
    return found == list.end() ? nullptr : &*found;
}

bool Setting::accepts(Value value) const
{
    return std::visit([&](const auto &settingKind) { return holds(settingKind, value); }, kind);
}

Value Setting::nearest(Value value) const
{
    return std::visit([&](const auto &settingKind) { return closest(settingKind, value, flags.audible); }, kind);
}

} // namespace gainstage
