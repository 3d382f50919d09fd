// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/state.h"

#include <chrono>
#include <variant>

namespace gainstage {

enum class Source : std::uint8_t { Client = 0, Knob = 1, Remote = 2, Protection = 3, Recall = 4 };

struct StateChanged {
    State state;
    Source source = Source::Client;
}; ///< the whole state, true as of now
struct MetersMeasured {
    Meters meters;
};
struct Clipped {
    std::int64_t count = 0;
};
struct PoweringDown {
    std::chrono::milliseconds in{0};
};

/// What an amp says unasked. Families turn missed events into a fresh read, so that a StateChanged is always whole.
using Event = std::variant<StateChanged, MetersMeasured, Clipped, PoweringDown>;

} // namespace gainstage
