// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eq/crossfeed.h"

#include "devices/amp/number_checks.h"

#include <complex>
#include <numbers>

namespace gainstage::eq {
namespace {

double ratioOf(double decibels)
{
    return std::pow(10.0, decibels / 20.0);
}

Result<void> check(const CrossfeedSetting &setting, Frequency rate)
{
    return all({
        require(setting.cut.value >= 300.0 && setting.cut.value <= 2000.0,
                SENTENCE("error", "The crossfeed's frequency must lie between 300 and 2000 Hz, not at %1 Hz."), setting.cut.value),
        require(setting.feed.value >= 1.0 && setting.feed.value <= 15.0,
                SENTENCE("error", "The crossfeed's level must lie between 1 and 15 dB, not at %1 dB."), setting.feed.value),
        require(rate.value >= 2000.0 && rate.value <= 384000.0, SENTENCE("error", "The sample rate must lie between 2 and 384 kHz, not at %1 Hz."),
                rate.value),
    });
}

} // namespace

Result<Crossfeed> Crossfeed::of(const CrossfeedSetting &setting, Frequency sampleRate)
{
    if (const auto checked = check(setting, sampleRate); !checked)
        return std::unexpected(checked.error());
    const double lowDecibels = -5.0 * setting.feed.value / 6.0 - 3.0;
    const double low = ratioOf(lowDecibels), high = 1.0 - ratioOf(setting.feed.value / 6.0 - 3.0);
    Crossfeed made;
    made.m_rate = sampleRate;
    made.m_highCut = {setting.cut.value * std::exp2((lowDecibels - 20.0 * std::log10(high)) / 12.0)};
    const double x = std::exp(-2.0 * std::numbers::pi * setting.cut.value / sampleRate.value);
    const double y = std::exp(-2.0 * std::numbers::pi * made.m_highCut.value / sampleRate.value);
    made.m_low = {low * (1.0 - x), 0.0, x};
    made.m_high = {1.0 - high * (1.0 - y), -y, y};
    made.m_gain = 1.0 / (1.0 - high + low);
    made.m_delay = static_cast<int>(18700.0 / setting.cut.value) * 10;
    return made;
}

Decibels Crossfeed::magnitude(const FirstOrder &filter, Frequency frequency) const
{
    const auto z = std::polar(1.0, -2.0 * std::numbers::pi * frequency.value / m_rate.value);
    return {20.0 * std::log10(m_gain * std::abs((filter.a0 + filter.a1 * z) / (1.0 - filter.b1 * z)))};
}

Decibels Crossfeed::direct(Frequency frequency) const
{
    return magnitude(m_high, frequency);
}

Decibels Crossfeed::cross(Frequency frequency) const
{
    return magnitude(m_low, frequency);
}

} // namespace gainstage::eq
