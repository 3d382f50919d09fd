// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/topping/gathering.h"

#include <cstdint>
#include <span>

// DX1 II: what its outputs do. README.md, "Output block of a DX1 II".
namespace gainstage::topping {

inline constexpr std::uint8_t kOutputBlockFields = 12; ///< numbered from 1

enum class EqualizerRoute : std::uint8_t { Analog = 0, Optical = 1, Both = 2 };

/// The five fields behind these are not known, nor are the bits that are not here.
struct OutputBlock {
    std::int32_t version = 0;
    bool line = false, headphone = false, opticalEnabled = false, volumesLinked = false;
    EqualizerRoute equalizerRoute = EqualizerRoute::Analog;
    std::int32_t headphoneDeciDecibels = 0, lineDeciDecibels = 0, commonDeciDecibels = 0, opticalDeciDecibels = 0; ///< 0 at the top
    bool analogMuted = false, opticalMuted = false;
    friend bool operator==(const OutputBlock &, const OutputBlock &) = default;
};

/// For the frames that answer a read of SafeRead::OutputBlock.
Gathering outputBlockGathering();
/// From a complete set of kOutputBlockFields values. Errc::BadFrame.
Result<OutputBlock> decodeOutputBlock(std::span<const std::int32_t> fields);

} // namespace gainstage::topping
