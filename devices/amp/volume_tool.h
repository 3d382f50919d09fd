// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/loudness.h"

namespace gainstage {

/// The volume as the tool of the ear-safe order: how far down is a dip of so many decibels, and which steps lead up again.
class VolumeTool {
public:
    /// Nullopt where the amp has no volume that can be set.
    static std::optional<VolumeTool> of(const Description &amp);

    SettingId id() const { return m_setting->id; }
    bool inDecibels() const { return m_range->unit == Unit::CentiDecibel; }
    bool hasSilentFloor() const { return m_setting->flags.silentFloor; }
    Value lowest() const { return {m_range->min}; }
    bool isFloor(Value value) const { return hasSilentFloor() && value == lowest(); }
    /// At least so much quieter; nullopt where the range does not reach so far down. Only in decibels.
    std::optional<Value> lowered(Value from, Decibels by) const;
    /// The values of a ramp up after `from`, by at most kRampStep each (one step of the range if that is more), ending with `to`.
    /// Out of silence it begins at `start`.
    std::vector<Value> ramp(Value from, Value to, Value start) const;

private:
    VolumeTool(const Setting &setting, const Range &range) : m_setting(&setting), m_range(&range) {}
    std::int32_t stride() const;

    const Setting *m_setting;
    const Range *m_range;
};

} // namespace gainstage
