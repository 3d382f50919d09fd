// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/headphone/noise.h"

#include "devices/headphone/checks.h"

namespace gainstage::headphone {
namespace {

Hiss hissOf(SoundLevel level)
{
    if (level.value < 0.0)
        return Hiss::Inaudible;
    if (level.value < 10.0)
        return Hiss::VeryUnlikely;
    if (level.value < 20.0)
        return Hiss::SilenceOnly;
    return level.value < 30.0 ? Hiss::AudibleQuiet : Hiss::ClearlyAudible;
}

/// The A curve as a factor of power.
double aPower(double frequency)
{
    const double f2 = frequency * frequency;
    const double high = 12194.0 * 12194.0, low = 20.6 * 20.6, middle1 = 107.7 * 107.7, middle2 = 737.9 * 737.9;
    const double amplitude = high * f2 * f2 / ((f2 + low) * std::sqrt((f2 + middle1) * (f2 + middle2)) * (f2 + high));
    return amplitude * amplitude * std::pow(10.0, 0.2); // + 2.00 dB
}

Result<void> checkNoise(Volts noise)
{
    return requirePositive(noise.value, SENTENCE("error", "The noise must be above zero, not %1 V."));
}

} // namespace

Result<NoiseAtEar> noiseAtEar(Volts noise, SoundLevel atOneVolt)
{
    if (const auto checked = all({checkNoise(noise), checkSensitivity(atOneVolt.value)}); !checked)
        return std::unexpected(checked.error());
    const SoundLevel level = atOneVolt + decibelsOf(noise.value);
    return NoiseAtEar{level, hissOf(level)};
}

Result<Volts> noiseAllowed(SoundLevel level, SoundLevel atOneVolt)
{
    if (const auto checked = all({checkLevel(level), checkSensitivity(atOneVolt.value)}); !checked)
        return std::unexpected(checked.error());
    return Volts{ratioOf(level - atOneVolt)};
}

Result<Volts> noiseFromRatio(Volts reference, Decibels ratio)
{
    const auto checked = all({
        checkVoltage(reference),
        requireFinite(ratio.value, SENTENCE("error", "The signal-to-noise ratio must be a number, not %1 dB.")),
    });
    if (!checked)
        return std::unexpected(checked.error());
    return Volts{reference.value / ratioOf(ratio)};
}

Result<Volts> noiseOf(const NoiseChain &chain)
{
    const auto checked = all({
        checkNoise(chain.converter),
        requireNotNegative(chain.attenuation.value, SENTENCE("error", "The attenuation must not be below zero: %1 dB.")),
        checkGain(chain.gain),
        checkNoise(chain.amp),
    });
    if (!checked)
        return std::unexpected(checked.error());
    return Volts{std::hypot(chain.converter.value * ratioOf(chain.gain - chain.attenuation), chain.amp.value)};
}

Result<Distortion> distortionOf(Decibels level)
{
    const auto checked = require(std::isfinite(level.value) && level.value <= 0.0,
                                 SENTENCE("error", "Distortion and noise must lie at 0 dB or below, not at %1 dB."), level.value);
    if (!checked)
        return std::unexpected(checked.error());
    return Distortion{level, {100.0 * ratioOf(level)}, (-level.value - 1.76) / 6.02};
}

Result<Distortion> distortionOf(Percent part)
{
    const auto checked = require(part.value > 0.0 && part.value <= 100.0,
                                 SENTENCE("error", "Distortion and noise must be above 0 and at most 100 percent, not %1."), part.value);
    if (!checked)
        return std::unexpected(checked.error());
    return distortionOf(decibelsOf(part.value / 100.0));
}

Result<Decibels> aWeight(Frequency frequency)
{
    if (const auto checked = checkFrequency(frequency); !checked)
        return std::unexpected(checked.error());
    return Decibels{10.0 * std::log10(aPower(frequency.value))};
}

Result<Decibels> aWeightOfWhiteNoise(Frequency from, Frequency to)
{
    const auto checked = all({
        checkFrequency(from),
        checkFrequency(to),
        require(from < to, SENTENCE("error", "The upper frequency must be above the lower one: %1 Hz."), to.value),
    });
    if (!checked)
        return std::unexpected(checked.error());
    // Simpson's rule over log f, where the curve is smooth: the integral of A² f d(ln f).
    constexpr int intervals = 2000;
    const double step = std::log(to.value / from.value) / intervals;
    double sum = 0.0;
    for (int i = 0; i <= intervals; ++i) {
        const double frequency = from.value * std::exp(step * i);
        const int weight = i == 0 || i == intervals ? 1 : i % 2 == 1 ? 4 : 2;
        sum += weight * aPower(frequency) * frequency;
    }
    return Decibels{10.0 * std::log10(sum * step / 3.0 / (to.value - from.value))};
}

} // namespace gainstage::headphone
