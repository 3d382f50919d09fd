// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/wires.h"

#include <algorithm>

namespace gainstage::sim {

void Lanes::set(const Faults &faults, const std::string &text)
{
    toAmp.set(faults);
    toClient.set(faults);
    specification = text;
}

void Lanes::clear()
{
    toAmp.clear();
    toClient.clear();
}

std::optional<std::int64_t> Lanes::nextDue() const
{
    const auto there = toAmp.nextDue(), back = toClient.nextDue();
    return there && back ? std::min(there, back) : there ? there : back;
}

} // namespace gainstage::sim
