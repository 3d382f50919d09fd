// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/physics/signal.h"

#include "firmware_sim/physics/biquad.h"

#include <algorithm>

namespace gainstage::sim {

Signal::Signal(std::size_t inputs) : m_sources(std::max<std::size_t>(inputs, 1))
{
    const Source nothing{.dbfs = -20, .rate = 0, .locked = false};
    std::fill(m_sources.begin() + 1, m_sources.end(), nothing);
    m_path.silent = true;
}

void Signal::apply(const firmware::AudioPath &path)
{
    const bool sameBands = path.equalizerOn == m_path.equalizerOn && path.input == m_path.input &&
                           path.preampCentiDecibel == m_path.preampCentiDecibel && std::ranges::equal(path.bands, m_bands);
    m_path = path;
    m_bands.assign(path.bands.begin(), path.bands.end());
    m_path.bands = m_bands;
    if (!sameBands)
        computeEqualizer();
}

void Signal::setSource(std::uint8_t input, const Source &source)
{
    m_sources[input] = source;
    computeEqualizer();
}

const Source *Signal::heard() const
{
    if (m_path.input >= m_sources.size())
        return nullptr;
    const Source &source = m_sources[m_path.input];
    return source.locked && source.rate > 0 ? &source : nullptr;
}

void Signal::computeEqualizer()
{
    const Source *source = heard();
    m_equalizer = 0;
    if (!m_path.equalizerOn || source == nullptr)
        return;
    const double rate = source->rate;
    const double bands = source->hertz > 0 ? bandsDecibel(m_bands, source->hertz, rate) : loudestDecibel(m_bands, rate);
    m_equalizer = m_path.preampCentiDecibel / 100.0 + bands;
}

std::optional<double> Signal::decibel(Channel channel) const
{
    const Source *source = heard();
    if (source == nullptr || m_path.silent)
        return std::nullopt;
    const double balance = m_path.balanceCentiDecibel / 100.0;
    const double attenuation = channel == Channel::Left ? std::max(balance, 0.0) : std::max(-balance, 0.0);
    return source->dbfs + m_path.volumeCentiDecibel / 100.0 + m_equalizer - attenuation;
}

} // namespace gainstage::sim
