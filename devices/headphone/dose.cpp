// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/headphone/dose.h"

#include "devices/headphone/checks.h"

namespace gainstage::headphone {
namespace {

constexpr Hours week{40.0};
constexpr double referencePressure = 20e-6; ///< pascal at 0 dB SPL

/// Of power.
double powerOf(Decibels decibels)
{
    return std::pow(10.0, decibels.value / 10.0);
}

Decibels ofPower(double power)
{
    return {10.0 * std::log10(power)};
}

SoundLevel referenceOf(Listener listener)
{
    return {listener == Listener::Child ? 75.0 : 80.0};
}

Hours timeAllowed(SoundLevel level, const TimeRule &rule)
{
    return {rule.time.value / std::exp2((level - rule.level).value / rule.exchange.value)};
}

Result<void> check(std::span<const Exposure> exposures)
{
    for (const Exposure &exposure : exposures) {
        if (const auto checked = all({checkLevel(exposure.level), checkTime(exposure.time)}); !checked)
            return checked;
    }
    return {};
}

} // namespace

Result<SoundLevel> averageLevel(const Listening &listening)
{
    const auto checked = all({
        checkSensitivity(listening.atOneVolt.value),
        checkVoltage(listening.fullScale),
        requireFinite(listening.volume.value, SENTENCE("error", "The volume must be a number, not %1 dB.")),
        requireFinite(listening.preamp.value, SENTENCE("error", "The preamp must be a number, not %1 dB.")),
        requireFinite(listening.loudness.value, SENTENCE("error", "The loudness must be a number, not %1 LUFS.")),
    });
    if (!checked)
        return std::unexpected(checked.error());
    return listening.atOneVolt + decibelsOf(listening.fullScale.value) + listening.volume + listening.preamp + listening.loudness;
}

Result<Hours> allowedTime(SoundLevel level, const TimeRule &rule)
{
    const auto checked = all({
        checkLevel(level),
        checkLevel(rule.level),
        requirePositive(rule.time.value, SENTENCE("error", "The allowed time must be above zero, not %1 h.")),
        requirePositive(rule.exchange.value, SENTENCE("error", "The exchange rate must be above zero, not %1 dB.")),
    });
    if (!checked)
        return std::unexpected(checked.error());
    return timeAllowed(level, rule);
}

Result<DayDose> dayDose(std::span<const Exposure> exposures)
{
    if (const auto checked = check(exposures); !checked)
        return std::unexpected(checked.error());
    double part = 0.0;
    for (const Exposure &exposure : exposures)
        part += exposure.time.value / timeAllowed(exposure.level, kNiosh).value;
    return DayDose{{100.0 * part}, part > 0 ? std::optional(kNiosh.level + ofPower(part)) : std::nullopt};
}

Result<WeekDose> weekDose(std::span<const Exposure> exposures, Listener listener)
{
    if (const auto checked = check(exposures); !checked)
        return std::unexpected(checked.error());
    double part = 0.0;
    for (const Exposure &exposure : exposures)
        part += exposure.time.value / week.value * powerOf(exposure.level - referenceOf(listener));
    const double whole = referencePressure * referencePressure * powerOf({referenceOf(listener).value}) * week.value;
    return WeekDose{{100.0 * part}, part * whole, part > 0 ? std::optional(referenceOf(listener) + ofPower(part)) : std::nullopt};
}

Result<Hours> hoursLeft(Percent used, SoundLevel level, Listener listener)
{
    const auto checked =
        all({requireNotNegative(used.value, SENTENCE("error", "The used part of a dose must not be below zero: %1 percent.")), checkLevel(level)});
    if (!checked)
        return std::unexpected(checked.error());
    const double left = std::fmax(0.0, 1.0 - used.value / 100.0);
    return Hours{left * week.value / powerOf(level - referenceOf(listener))};
}

} // namespace gainstage::headphone
