// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/headphone/sound.h"
#include "protocol/bytes/result.h"

#include <cstdint>

namespace gainstage::headphone {

/// How an amp's hiss is heard. Broadband figures overstate it a little, as hearing works in narrow bands.
enum class Hiss : std::uint8_t {
    Inaudible,      ///< below 0 dB(A), the threshold of hearing
    VeryUnlikely,   ///< below 10 dB(A)
    SilenceOnly,    ///< below 20 dB(A): faint, in a very quiet room
    AudibleQuiet,   ///< below 30 dB(A): between tracks
    ClearlyAudible, ///< constant hiss
};

struct NoiseAtEar {
    SoundLevel level; ///< dB(A) for A-weighted volts
    Hiss hiss = Hiss::Inaudible;
};

/// L = S_V + 20·log10(V). Errc::OutOfRange, as of all below.
Result<NoiseAtEar> noiseAtEar(Volts noise, SoundLevel atOneVolt);
/// The largest noise that stays at this level.
Result<Volts> noiseAllowed(SoundLevel level, SoundLevel atOneVolt);
/// From a signal-to-noise ratio or dynamic range, which says nothing without the voltage that it was measured at.
Result<Volts> noiseFromRatio(Volts reference, Decibels ratio);

/// A converter's noise through analogue volume and gain, and the amp's own: uncorrelated, so that their powers add. A digital volume does not lower it.
struct NoiseChain {
    Volts converter;
    Decibels attenuation; ///< analogue, behind the converter; above zero is quieter
    Decibels gain;
    Volts amp; ///< in that gain mode
};
Result<Volts> noiseOf(const NoiseChain &chain);

struct Distortion {
    Decibels level; ///< THD+N below the signal: 0 or less
    Percent part;
    double effectiveBits = 0.0; ///< (SINAD − 1.76) / 6.02
};
/// Errc::OutOfRange: above 0 dB or 100 %, 0 % and less.
Result<Distortion> distortionOf(Decibels level);
Result<Distortion> distortionOf(Percent part);

/// The A curve; 0 dB near 1 kHz. Source: IEC 61672-1.
Result<Decibels> aWeight(Frequency frequency);
/// What the A curve does to the level of white noise between two frequencies: for figures that are marked as not weighted.
Result<Decibels> aWeightOfWhiteNoise(Frequency from, Frequency to);

} // namespace gainstage::headphone
