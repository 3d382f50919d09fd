// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/audio_output.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::int32_t kFarBelow = 6000, kStep = 600; // centi-decibel
constexpr std::uint32_t kStepMs = 5;

std::int32_t addedBy(const ModelDefinition &model, const Content &content, Role role)
{
    const std::size_t index = model.indexOfRole(role);
    if (index == model.settings.size())
        return 0;
    for (const ChoiceDefinition &choice : model.settings[index].choices) {
        if (choice.value == content.values[index])
            return choice.centiDecibel;
    }
    return 0;
}

bool isSilent(const ModelDefinition &model, const Content &content)
{
    const std::size_t volume = model.indexOfRole(RoleVolume);
    const bool atFloor =
        volume < model.settings.size() && model.settings[volume].has(SilentFloor) && content.values[volume] == model.settings[volume].min;
    return atFloor || valueOf(model, content, RoleMute) != 0;
}

std::uint8_t choiceOf(const ModelDefinition &model, const Content &content, Role role, std::int32_t otherwise = 0)
{
    return static_cast<std::uint8_t>(valueOf(model, content, role, otherwise));
}

} // namespace

AudioPath pathOf(const ModelDefinition &model, const Content &content)
{
    AudioPath path;
    path.gainCentiDecibel = addedBy(model, content, RoleGain);
    path.volumeCentiDecibel = valueOf(model, content, RoleVolume);
    path.silent = isSilent(model, content);
    path.output = choiceOf(model, content, RoleOutput, model.outputs.empty() ? 0 : model.outputs.front().id);
    path.balanceCentiDecibel = valueOf(model, content, RoleBalance);
    path.filter = choiceOf(model, content, RoleFilter);
    path.crossfeed = choiceOf(model, content, RoleCrossfeed);
    path.input = choiceOf(model, content, RoleInput, model.inputs.empty() ? 0 : model.inputs.front().id);
    path.inverted = valueOf(model, content, RolePolarity) != 0;
    path.equalizerOn = content.equalizer.on;
    path.preampCentiDecibel = content.equalizer.preamp;
    if (model.equalizer != nullptr)
        path.bands = std::span(content.equalizer.bands).first(model.equalizer->initial.size());
    return path;
}

void AudioOutput::apply()
{
    AudioPath path = pathOf(m_model, m_working);
    path.volumeCentiDecibel -= m_below;
    path.silent = path.silent || m_silent || m_forbidden;
    m_hardware.applyAudio(path);
}

void AudioOutput::hush(std::uint32_t now, std::uint32_t milliseconds)
{
    m_silent = true;
    m_below = kFarBelow;
    m_step.start(now, std::max(milliseconds, m_step.isRunning() ? m_step.remaining(now) : 0));
    apply();
}

void AudioOutput::forbid(bool forbidden, std::uint32_t now)
{
    if (forbidden == m_forbidden)
        return;
    m_forbidden = forbidden;
    m_step.stop();
    hush(now, 0);
}

void AudioOutput::poll(std::uint32_t now)
{
    if (m_forbidden || !m_step.expire(now))
        return;
    m_below = m_silent ? kFarBelow : std::max(0, m_below - kStep);
    m_silent = false;
    if (m_below > 0)
        m_step.start(now, kStepMs);
    apply();
}

} // namespace gainstage::firmware
