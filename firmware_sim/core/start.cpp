// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/start.h"

#include "firmware_sim/core/big_endian.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint32_t kQuietMs = 50; // supplies and relays settle

void loadMemory(Amp &amp)
{
    const auto found = amp.memory.load();
    if (found.failed)
        amp.noteFault(FaultCode::Flash);
    if (found.damaged)
        amp.noteFault(FaultCode::SettingsLost);
}

/// What is stored, but not louder than the volume that the amp may have after power-on.
void setWorking(Amp &amp)
{
    amp.working = initialContent(amp.model);
    copyStored(amp.model, amp.memory.stored().content, amp.working);
    const std::size_t volume = amp.model.indexOfRole(RoleVolume);
    if (volume < amp.model.settings.size())
        amp.working.values[volume] = std::min(amp.working.values[volume], valueOf(amp.model, amp.working, RolePowerOnVolume, INT32_MAX));
}

} // namespace

void startUp(Amp &amp)
{
    std::array<std::uint8_t, 4> random{};
    amp.hardware.fillRandom(random);
    amp.revision = std::max<std::uint32_t>(1, readBigEndian<std::uint32_t>(random));
    loadMemory(amp);
    setWorking(amp);
    amp.description.build(amp.model);
    amp.surroundings = readSurroundings(amp.hardware, amp.model);
    amp.audio.forbid(amp.surroundings.protection != 0, amp.now());
    amp.audio.hush(amp.now(), kQuietMs);
    if (amp.model.indexOfRole(RoleBrightness) < amp.model.settings.size())
        amp.hardware.brightness(static_cast<std::uint8_t>(valueOf(amp.model, amp.working, RoleBrightness)));
}

void shutDown(Amp &amp)
{
    amp.audio.forbid(true, amp.now());
    amp.hardware.restart();
}

} // namespace gainstage::firmware
