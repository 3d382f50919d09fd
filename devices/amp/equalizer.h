// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/units.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gainstage {

enum class FilterType : std::uint8_t { Peaking = 0, LowShelf = 1, HighShelf = 2, LowPass = 3, HighPass = 4, Notch = 5, BandPass = 6, AllPass = 7 };

/// One band in the fixed-point units of the open protocol, so that what is read back compares equal.
struct Band {
    FilterType type = FilterType::Peaking;
    std::int32_t frequency = 1000; ///< hertz
    std::int32_t gain = 0;         ///< centi-decibel
    std::int32_t q = 707;          ///< milli-Q
    bool on = false;
    friend bool operator==(const Band &, const Band &) = default;
};

struct Equalizer {
    bool on = false;
    std::int32_t preamp = 0; ///< centi-decibel
    std::vector<Band> bands; ///< as many as the amp has
    friend bool operator==(const Equalizer &, const Equalizer &) = default;
};

struct Limits {
    std::int32_t min = 0, max = 0, step = 1;
};

struct EqualizerLimits {
    int bands = 0;
    std::vector<FilterType> types;
    Limits frequency;                      ///< hertz
    Limits gain;                           ///< centi-decibel
    Limits q;                              ///< milli-Q
    Limits preamp;                         ///< centi-decibel
    std::vector<std::int32_t> sampleRates; ///< hertz
    enum class ShelfQ : std::uint8_t { Rbj = 0, Slope = 1 } shelf = ShelfQ::Rbj;
    bool perChannel = false;
    /// TimesGain: the Q of a peak is the cookbook's times 10^(|gain in dB| / 40).
    enum class PeakQ : std::uint8_t { Cookbook = 0, TimesGain = 1 } peakQ = PeakQ::Cookbook;
    std::vector<FilterType> fixedTypes{}; ///< one for each band, where a band cannot change its type; empty: each takes any of `types`
    bool hasSwitch = true;                ///< false: Equalizer::on tells what is, and cannot be written by itself
    bool bandsHaveSwitch = true;          ///< false: a band is always on

    bool accepts(const Band &band) const;
    bool accepts(const Equalizer &equalizer) const;
    /// What sounds alike and has no band that is off, where bands have no switch: those become flat.
    Equalizer held(Equalizer equalizer) const;
};

} // namespace gainstage
