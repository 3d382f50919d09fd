// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/content.h"
#include "firmware_sim/core/timer.h"

namespace gainstage::firmware {

/// What the audio path is to be for this content. Its bands are those of `content`, which must outlive it.
AudioPath pathOf(const ModelDefinition &model, const Content &content);

/// Keeps the audio path as the working content says, and silent where that would be a shock to the ear: while the amp starts, while
/// relays switch on its own account, and while a protection holds. After each of these the sound comes back in steps from far below.
class AudioOutput {
public:
    AudioOutput(Hardware &hardware, const ModelDefinition &model, const Content &working) : m_hardware(hardware), m_model(model), m_working(working)
    {}

    /// The working content has changed.
    void apply();
    /// Silent at once and for so long.
    void hush(std::uint32_t now, std::uint32_t milliseconds);
    /// Silent as long as this is so.
    void forbid(bool forbidden, std::uint32_t now);

    void poll(std::uint32_t now);
    std::uint32_t nextDue(std::uint32_t now) const { return m_forbidden ? Timer::kNever : m_step.remaining(now); }

private:
    Hardware &m_hardware;
    const ModelDefinition &m_model;
    const Content &m_working;
    bool m_forbidden = false;
    bool m_silent = true;
    std::int32_t m_below = 0; ///< centi-decibel that are still missing to the volume
    Timer m_step;
};

} // namespace gainstage::firmware
