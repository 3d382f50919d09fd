// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/headphone/sound.h"
#include "protocol/bytes/result.h"

#include <cstdint>
#include <optional>

namespace gainstage::headphone {

/// What a balance does to both sides. It only ever attenuates.
struct SideGains {
    std::optional<Decibels> left, right; ///< nothing: muted
};
/// Above zero is to the right. Errc::OutOfRange, as of all below.
Result<SideGains> balanceOf(Decibels balance);
/// From −100 to 100 percent: the far side keeps the rest of its amplitude.
Result<SideGains> balanceOf(Percent balance);

/// A slider of 0 to 100 percent that is even in decibels, rounded to the quieter step.
struct LinearVolume {
    Decibels lowest, highest, step;
};
Result<Decibels> volumeOf(Percent slider, const LinearVolume &law);

/// The slider of PulseAudio and PipeWire: amplitude is the third power. Nothing: 0 %, muted.
Result<std::optional<Decibels>> cubicVolume(Percent slider);
Result<Percent> cubicSlider(Decibels volume);

/// USB Audio Class 2 holds decibels in signed steps of 1/256, from −127.996 to 127.996; its lowest code −32768 is kept for silence.
struct UsbVolume {
    std::int16_t raw = 0;
    Decibels volume; ///< what the code means
};
Result<UsbVolume> usbVolume(Decibels volume);

} // namespace gainstage::headphone
