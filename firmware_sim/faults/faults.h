// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace gainstage::sim {

/// What goes wrong on a link. Probabilities are per byte on a serial line and per report on HID.
struct Faults {
    double drop = 0, flip = 0, repeat = 0, delay = 0; ///< 0 … 1
    std::int64_t delayMicroseconds = 0;
    std::optional<std::uint64_t> cut; ///< after so many bytes in a direction nothing passes there any more
    std::optional<std::uint32_t> seed;

    bool any() const { return drop > 0 || flip > 0 || repeat > 0 || delay > 0 || cut; }
    friend bool operator==(const Faults &, const Faults &) = default;
};

/// "drop=0.2,flip=0.01,repeat=0.01,delay=0.05:20ms,cut=4096,seed=7", any of these words in any order; nothing for no faults. firmware_sim/README.md
/// says what they mean. The error is a sentence that names the word that makes no sense.
std::expected<Faults, std::string> parseFaults(std::string_view specification);

} // namespace gainstage::sim
