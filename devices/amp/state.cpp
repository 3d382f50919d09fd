// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/amp/state.h"

namespace gainstage {

std::optional<Value> State::value(SettingId id) const
{
    const auto found = values.find(id);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

} // namespace gainstage
