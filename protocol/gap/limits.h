// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/smp/packet.h"

#include <QtGlobal>

#include <cstdint>

namespace gainstage::gap {

/// The amp group (protocol/README.md, section 5).
inline constexpr smp::Group kGroup = 64;

enum class Command : std::uint8_t {
    Hello = 0,
    Description = 1,
    State = 2,
    Equalizer = 3,
    Store = 4,
    Presets = 5,
    Meters = 6,
    Identify = 7,
    Lock = 8,
    Faults = 9,
    FactoryReset = 10,
    Event = 11,
    Firmware = 12,
};

// What we take from an amp at most. The specification sets no such limits; these are far above any amp and keep a faulty one from filling memory.
inline constexpr std::uint32_t kLongestDocument = 64 * 1024;
inline constexpr qsizetype kDigestSize = 8;
inline constexpr qsizetype kLongestKey = 64; ///< of the lock, and the token of a factory reset
inline constexpr qsizetype kMostSettings = 256;
inline constexpr qsizetype kMostChoices = 256;
inline constexpr qsizetype kMostOutputs = 16;
inline constexpr qsizetype kMostInputs = 32;
inline constexpr qsizetype kMostFigures = 64; ///< noise and power points of an output
inline constexpr qsizetype kMostBands = 128;
inline constexpr qsizetype kMostTypes = 64; ///< of bands, rates, features
inline constexpr qsizetype kMostSlots = 256;
inline constexpr qsizetype kMostChannels = 16; ///< of level meters, and supply rails
inline constexpr qsizetype kMostFaults = 1024;
inline constexpr qsizetype kMostFirmwareKeys = 16;

} // namespace gainstage::gap
