// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/topping/frame.h"

#include <array>
#include <cstdint>
#include <variant>

namespace gainstage::topping {

/// Whether a frame is one of the meters that a DX5 II sends by the hundred in a second once it was spoken to.
bool isMeter(const Frame &frame);

/// The levels of both channels, from the first of two frames. What the second says is not known.
struct LevelFrame {
    std::int16_t leftDecibels = 0, rightDecibels = 0;
    friend bool operator==(const LevelFrame &, const LevelFrame &) = default;
};
/// Four neighbouring bars of the spectrum.
struct SpectrumFrame {
    std::uint8_t first = 0; ///< which bar the first is, from 0
    std::array<std::int8_t, 4> decibels{};
    friend bool operator==(const SpectrumFrame &, const SpectrumFrame &) = default;
};
using Meter = std::variant<LevelFrame, SpectrumFrame>;
/// Errc::BadFrame for what is not a meter, or not a place that it has.
Result<Meter> decodeMeter(const Frame &frame);

} // namespace gainstage::topping
