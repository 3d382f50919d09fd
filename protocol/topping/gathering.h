// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/topping/frame.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gainstage::topping {

/// Gathers the values of one message that comes in several frames. Begins anew at every first frame; a gap, or another count, drops what is there,
/// so that only a complete set in order comes out.
class Gathering {
public:
    /// `first` is the index of the first frame; a message has `least` to `most` frames.
    Gathering(std::uint16_t command, std::uint8_t first, std::uint8_t least, std::uint8_t most);

    /// The values once the message is complete. A frame of another command or kind changes nothing.
    std::optional<std::vector<std::int32_t>> take(const Frame &frame);
    void reset() { m_values.clear(); }

private:
    bool continues(const Frame &frame) const;

    std::uint16_t m_command;
    std::uint8_t m_first, m_least, m_most;
    std::uint8_t m_count = 0;
    std::vector<std::int32_t> m_values;
};

} // namespace gainstage::topping
