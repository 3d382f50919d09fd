// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/faults/faulty_lane.h"

#include <string>

namespace gainstage::sim {

/// The links that lead to an amp, as the control channel moves them.
class Wires {
public:
    virtual std::size_t count() const = 0;
    /// Whether the cable of `link` is in; without power nothing can be reached all the same.
    virtual bool isPlugged(std::size_t link) const = 0;
    virtual void setPlugged(std::size_t link, bool plugged) = 0;
    virtual std::string faults(std::size_t link) const = 0;
    /// `specification` is what `faults` was parsed from.
    virtual void setFaults(std::size_t link, const Faults &faults, const std::string &specification) = 0;
    /// The amp was switched on or off.
    virtual void powerChanged() = 0;

protected:
    ~Wires() = default;
};

/// A link's two directions with its faults.
struct Lanes {
    FaultyLane toAmp, toClient;
    std::string specification;

    Lanes(FaultyLane::Grain grain, std::uint32_t seed) : toAmp(grain, seed, 0), toClient(grain, seed, 1) {}
    void set(const Faults &faults, const std::string &text);
    void clear();
    /// The earlier of both.
    std::optional<std::int64_t> nextDue() const;
};

} // namespace gainstage::sim
