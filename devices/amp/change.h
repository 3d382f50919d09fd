// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/description.h"
#include "devices/amp/state.h"
#include "protocol/bytes/result.h"

namespace gainstage {

/// What is meant to change, and only that. Cannot name what the amp does not have, nor a value that it cannot hold.
class Change {
public:
    Change() = default; ///< changes nothing
    /// Errc::UnknownSetting, ReadOnly, OutOfRange, Unsupported (equalizer without one), with the setting's key and the limits as facts.
    static Result<Change> of(const Description &amp, const Values &values, const std::optional<Equalizer> &equalizer = {});

    const Values &values() const { return m_values; }
    const std::optional<Equalizer> &equalizer() const { return m_equalizer; }
    bool empty() const { return m_values.empty() && !m_equalizer; }
    std::optional<Value> value(SettingId id) const;

    /// Parts of this change.
    Change only(SettingId id) const;
    Change without(SettingId id) const;
    Change onlyValues() const;
    Change onlyEqualizer() const;
    /// What is left when everything is taken out that the state already holds.
    Change against(const State &state) const;
    /// This change with `later` on top.
    Change then(const Change &later) const;

private:
    Values m_values;
    std::optional<Equalizer> m_equalizer;
};

} // namespace gainstage
