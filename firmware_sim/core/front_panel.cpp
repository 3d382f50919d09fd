// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/front_panel.h"

#include "firmware_sim/core/changes.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

std::int32_t nextChoice(const SettingDefinition &setting, std::int32_t value)
{
    const auto now = std::find_if(setting.choices.begin(), setting.choices.end(), [value](const auto &choice) { return choice.value == value; });
    const auto next = static_cast<std::size_t>(now - setting.choices.begin()) + 1;
    return setting.choices[next < setting.choices.size() ? next : 0].value;
}

} // namespace

void turnKnob(Amp &amp, int detents)
{
    const std::size_t volume = amp.model.indexOfRole(RoleVolume);
    if (volume == amp.model.settings.size())
        return;
    const SettingDefinition &setting = amp.model.settings[volume];
    const std::int64_t moved = std::int64_t{amp.working.values[volume]} + std::int64_t{detents} * amp.model.knobSteps * setting.step;
    amp.ramp.step.stop(); // the hand on the knob ends a recall's way to its own volume
    setByItself(amp, volume, static_cast<std::int32_t>(std::clamp<std::int64_t>(moved, setting.min, setting.max)), Source::Knob);
}

void pressMute(Amp &amp)
{
    const std::size_t mute = amp.model.indexOfRole(RoleMute);
    if (mute < amp.model.settings.size())
        setByItself(amp, mute, amp.working.values[mute] == 0 ? 1 : 0, Source::Knob);
}

void pressSetting(Amp &amp, std::uint16_t id)
{
    const std::size_t index = amp.model.indexOfId(id);
    if (index == amp.model.settings.size() || amp.model.settings[index].has(ReadOnly))
        return;
    const SettingDefinition &setting = amp.model.settings[index];
    const std::int32_t value = amp.working.values[index];
    if (setting.kind == Kind::Choice)
        setByItself(amp, index, nextChoice(setting, value), Source::Knob);
    else if (setting.kind == Kind::Switch)
        setByItself(amp, index, value == 0 ? 1 : 0, Source::Knob);
}

} // namespace gainstage::firmware
