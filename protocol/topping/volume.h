// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/result.h"

#include <cstdint>

// Volumes as numbers on the wire. Levels are in tenths of a decibel, 0 at the top.
namespace gainstage::topping {

inline constexpr std::int32_t kSoftestDeciDecibels = -990;

/// What one step of a DX5 II's volume is; its settings say it (Settings::volumeStep). Not knowing it is being wrong by a factor of two.
enum class VolumeStep : std::uint8_t { HalfDecibel = 0, OneDecibel = 1 };

/// The steps of attenuation for a level from kSoftestDeciDecibels to 0. Errc::OutOfRange also for a level between two steps.
Result<std::int32_t> attenuationSteps(std::int32_t levelDeciDecibels, VolumeStep step);
/// Errc::BadFrame for what no level can be.
Result<std::int32_t> levelOfSteps(std::int32_t steps, VolumeStep step);

/// A DX1 II's number for a level: 10 for each decibel above -99 dB. Whole decibels, from -10 dB on also halves. Errc::OutOfRange.
Result<std::int32_t> rawVolume(std::int32_t levelDeciDecibels);
/// Errc::BadFrame for what is not from 0 to 990.
Result<std::int32_t> levelOfRaw(std::int32_t raw);

} // namespace gainstage::topping
