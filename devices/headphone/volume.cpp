// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/headphone/volume.h"

#include "devices/headphone/checks.h"

#include <algorithm>

namespace gainstage::headphone {
namespace {

constexpr double almostWhole = 1e-9; ///< of a step

const char *const badVolume = SENTENCE("error", "The volume must be a number, not %1 dB.");
const char *const badSlider = SENTENCE("error", "The volume must not be below zero percent: %1.");

/// Nothing where no amplitude is left.
std::optional<Decibels> attenuation(double amplitude)
{
    return amplitude > 0 ? std::optional(decibelsOf(amplitude)) : std::nullopt;
}

} // namespace

Result<SideGains> balanceOf(Decibels balance)
{
    if (const auto checked = requireFinite(balance.value, SENTENCE("error", "The balance must be a number, not %1 dB.")); !checked)
        return std::unexpected(checked.error());
    return SideGains{Decibels{std::min(0.0, -balance.value)}, Decibels{std::min(0.0, balance.value)}};
}

Result<SideGains> balanceOf(Percent balance)
{
    const double part = balance.value / 100.0;
    if (const auto checked =
            require(std::abs(part) <= 1.0, SENTENCE("error", "The balance must lie between −100 and 100 percent, not at %1."), balance.value);
        !checked)
        return std::unexpected(checked.error());
    return SideGains{attenuation(std::min(1.0, 1.0 - part)), attenuation(std::min(1.0, 1.0 + part))};
}

Result<Decibels> volumeOf(Percent slider, const LinearVolume &law)
{
    const double range = (law.highest - law.lowest).value;
    const auto checked = all({
        require(slider.value >= 0 && slider.value <= 100, SENTENCE("error", "The volume must lie between 0 and 100 percent, not at %1."),
                slider.value),
        requireFinite(law.lowest.value, badVolume),
        requireFinite(law.highest.value, badVolume),
        require(range > 0, SENTENCE("error", "The volume's range must be above zero, not %1 dB."), range),
        requirePositive(law.step.value, SENTENCE("error", "The volume's step must be above zero, not %1 dB.")),
    });
    if (!checked)
        return std::unexpected(checked.error());
    const double steps = std::floor(range * slider.value / 100.0 / law.step.value + almostWhole);
    return law.lowest + Decibels{steps * law.step.value};
}

Result<std::optional<Decibels>> cubicVolume(Percent slider)
{
    if (const auto checked = requireNotNegative(slider.value, badSlider); !checked)
        return std::unexpected(checked.error());
    return attenuation(std::pow(slider.value / 100.0, 3.0));
}

Result<Percent> cubicSlider(Decibels volume)
{
    if (const auto checked = requireFinite(volume.value, badVolume); !checked)
        return std::unexpected(checked.error());
    return Percent{100.0 * std::cbrt(ratioOf(volume))};
}

Result<UsbVolume> usbVolume(Decibels volume)
{
    if (const auto checked = requireFinite(volume.value, badVolume); !checked)
        return std::unexpected(checked.error());
    const double raw = std::clamp(std::floor(volume.value * 256.0 + 0.5), -32767.0, 32767.0);
    return UsbVolume{static_cast<std::int16_t>(raw), {raw / 256.0}};
}

} // namespace gainstage::headphone
