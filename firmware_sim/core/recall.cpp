// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/recall.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

/// As many whole steps of the setting as the ramp takes at once, at least one.
std::int32_t rampStep(const ModelDefinition &model, const SettingDefinition &volume)
{
    return std::max(1, model.rampCentiDecibel / volume.step) * volume.step;
}

} // namespace

Outcome recall(Amp &amp, const Content &slot, const Link &author)
{
    const std::size_t volume = amp.model.indexOfRole(RoleVolume);
    Content next = amp.working;
    copyStored(amp.model, slot, next);
    const bool climbs = volume < amp.model.settings.size() && next.values[volume] > amp.working.values[volume];
    if (const auto id = heldByProtection(amp, next))
        return refuse(AmpError::NotNow, *id);
    amp.ramp.step.stop();
    if (climbs) {
        amp.ramp.target = next.values[volume];
        amp.ramp.step.start(amp.now(), amp.model.rampMs);
        next.values[volume] = amp.working.values[volume];
    }
    hushFor(amp, next);
    if (takeWorking(amp, next))
        tellOthers(amp, EventKind::Everything, Source::Recall, author);
    return std::nullopt;
}

void pollRamp(Amp &amp, std::uint32_t now)
{
    if (!amp.ramp.step.expire(now))
        return;
    const std::size_t volume = amp.model.indexOfRole(RoleVolume);
    const std::int32_t next = std::min(amp.ramp.target, amp.working.values[volume] + rampStep(amp.model, amp.model.settings[volume]));
    setByItself(amp, volume, next, Source::Recall);
    if (next < amp.ramp.target)
        amp.ramp.step.start(now, amp.model.rampMs);
}

} // namespace gainstage::firmware
