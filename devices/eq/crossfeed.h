// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/units.h"
#include "protocol/bytes/result.h"

namespace gainstage::eq {

/// Crossfeed by bs2b: each ear gets its own channel with its treble raised, and the other channel through a low pass.
struct CrossfeedSetting {
    Frequency cut; ///< 300 to 2000
    Decibels feed; ///< 1 to 15; how much louder the own channel is at low frequencies
};
inline constexpr CrossfeedSetting kDefaultCrossfeed{{700.0}, {4.5}}, kMoyCrossfeed{{700.0}, {6.0}}, kMeierCrossfeed{{650.0}, {9.5}};

/// out[n] = a0·in[n] + a1·in[n−1] + b1·out[n−1].
struct FirstOrder {
    double a0 = 1.0, a1 = 0.0, b1 = 0.0;
};

class Crossfeed {
public:
    /// Errc::OutOfRange; sample rates from 2 to 384 kHz. Source: bs2b, B. Mikhaylov.
    static Result<Crossfeed> of(const CrossfeedSetting &setting, Frequency sampleRate);

    const FirstOrder &low() const { return m_low; }
    const FirstOrder &high() const { return m_high; }
    double gain() const { return m_gain; } ///< so that mono comes out at 0 dB
    Frequency highCut() const { return m_highCut; }
    int delayMicroseconds() const { return m_delay; } ///< at low frequencies, as the library tells it

    Decibels direct(Frequency frequency) const; ///< to the ear of the same side
    Decibels cross(Frequency frequency) const;  ///< to the other ear

private:
    Decibels magnitude(const FirstOrder &filter, Frequency frequency) const;

    FirstOrder m_low, m_high;
    double m_gain = 1.0;
    Frequency m_highCut, m_rate;
    int m_delay = 0;
};

} // namespace gainstage::eq
