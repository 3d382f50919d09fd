// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace gainstage::sim {

enum ProtectionBit : std::uint32_t { ThermalBit = 1, DirectCurrentBit = 2, OverCurrentBit = 4 };

/// What opens the outputs to save amp and headphone.
class Protection {
public:
    /// `excess`: the load asks for far more current than there is.
    void update(std::int64_t now, bool tooHot, bool cooledDown, bool excess);
    /// A fault made from outside, until it is taken away again.
    void force(ProtectionBit bit, bool on);

    /// A sum of ProtectionBit; anything but 0 means that the outputs are open.
    std::uint32_t bits() const { return m_tripped | m_forced; }
    bool isHot() const { return (m_tripped & ThermalBit) != 0; }
    /// Over-current that is about to trip, or to be released.
    std::optional<std::int64_t> nextEvent() const;

private:
    bool overCurrent() const { return (m_tripped & OverCurrentBit) != 0; }

    std::uint32_t m_tripped = 0, m_forced = 0;
    std::optional<std::int64_t> m_overCurrentChanges;
};

} // namespace gainstage::sim
