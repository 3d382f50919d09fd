// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/core/hardware.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gainstage::sim {

/// What comes in at an input: a sine.
struct Source {
    double dbfs = -20; ///< −200 … 0
    std::uint32_t rate = 48000;
    bool locked = true; ///< without lock nothing is heard
    double hertz = 0;   ///< 0: always where the equalizer is loudest, the worst case for the ear
    friend bool operator==(const Source &, const Source &) = default;
};

enum class Channel : std::uint8_t { Left, Right };

/// The digital side: from the source to the converter, without analogue gain and relays.
class Signal {
public:
    /// The first input has a source, the others have none.
    explicit Signal(std::size_t inputs);

    void apply(const firmware::AudioPath &path);
    /// `input` must be one of the inputs.
    void setSource(std::uint8_t input, const Source &source);
    const Source &source(std::uint8_t input) const { return m_sources[input]; }
    std::size_t inputs() const { return m_sources.size(); }
    std::uint8_t input() const { return m_path.input; }

    /// Level before the analogue stage in dBFS, above 0 where it will clip; nothing when silent.
    std::optional<double> decibel(Channel channel) const;
    double equalizerDecibel() const { return m_equalizer; }

private:
    const Source *heard() const;
    void computeEqualizer();

    std::vector<Source> m_sources;
    firmware::AudioPath m_path; ///< its bands are `m_bands`
    std::vector<firmware::BandSetting> m_bands;
    double m_equalizer = 0;
};

} // namespace gainstage::sim
