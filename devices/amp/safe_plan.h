// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/volume_tool.h"

namespace gainstage {

/// Where the level is kept while something happens that may raise it: a mute of our own, the volume at its lowest, the volume further down.
enum class Shelter { None, Dip, LowestVolume, Mute };

/// The ear-safe order of one change in three acts: lower what lowers (and take shelter), change what may raise or click, raise.
/// Why no moment is louder than both ends: devices/README.md.
class SafePlan {
public:
    SafePlan(const Description &amp, const State &now, const Change &change);

    const std::vector<SafeStep> &steps() const { return m_steps; }
    /// Nothing in it would raise the level, not even if what silences the amp now were not there.
    bool onlyLowers() const;

private:
    void sort(const Change &change);
    void sortEqualizer();
    Shelter chooseShelter() const;
    bool canMute() const;
    std::optional<Value> dipped() const;
    void lower();
    std::optional<Value> loweredVolume() const;
    void middle();
    void raise();
    void rampVolume();
    Value rampStart() const;
    void write(const Values &values, std::chrono::milliseconds least = {});
    std::chrono::milliseconds settling(const Change &change) const;

    const Description &m_amp;
    const State &m_now;
    Change m_change; ///< what is left against `now`
    State m_end;

    const Setting *m_mute = nullptr; ///< that can be set
    std::optional<VolumeTool> m_volume;
    std::optional<Value> m_volumeAt, m_volumeEnd; ///< now (moves along), and in the end; empty where not known
    bool m_wasSilent, m_wasMuted, m_endsMuted;
    bool m_muted = false; ///< moves along

    Values m_lowering, m_raising, m_masked; ///< settings that raise nothing; by known decibels; click or are not known
    bool m_equalizerMasked = false;
    double m_rise = 0.0; ///< decibels that all that raises can add together
    std::size_t m_rising = 0;
    Shelter m_shelter = Shelter::None;

    std::vector<SafeStep> m_steps;
};

} // namespace gainstage
