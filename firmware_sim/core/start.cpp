// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/start.h"

#include "firmware_sim/core/big_endian.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint32_t kQuietMs = 50;               // supplies and relays settle
constexpr std::uint32_t kConfirmMs = 10 * 60 * 1000; // for a client to find a new image good

void loadMemory(Amp &amp)
{
    const auto found = amp.memory.load();
    if (found.failed)
        amp.noteFault(FaultCode::Flash);
    if (found.damaged)
        amp.noteFault(FaultCode::SettingsLost);
}

/// Which image runs, and whether it is on trial.
void lookAtImage(Amp &amp)
{
    if (const auto running = readImage(amp.slots.running()).image)
        amp.firmwareVersion = VersionText(running->version);
    if (!amp.slots.isConfirmed())
        amp.confirmation.start(amp.now(), kConfirmMs);
}

/// An amp that does not pass stays silent; an image on trial that does not is given up at once.
void testItself(Amp &amp)
{
    amp.healthy = amp.hardware.selfTest();
    if (!amp.healthy && amp.confirmation.isRunning())
        amp.restart.start(amp.now(), 0);
}

/// What is stored, but not louder than the volume that the amp may have after power-on.
void setWorking(Amp &amp)
{
    amp.working = initialContent(amp.model);
    copyStored(amp.model, amp.memory.stored().content, amp.working);
    const std::size_t volume = amp.model.indexOfRole(RoleVolume);
    if (volume == amp.model.settings.size())
        return;
    amp.working.values[volume] = std::min(amp.working.values[volume], valueOf(amp.model, amp.working, RolePowerOnVolume, INT32_MAX));
    // Nobody has heard yet what a new image does with the volume.
    if (amp.confirmation.isRunning())
        amp.working.values[volume] = std::min(amp.working.values[volume], amp.model.settings[volume].initial);
}

} // namespace

void startUp(Amp &amp)
{
    std::array<std::uint8_t, 4> random{};
    amp.hardware.fillRandom(random);
    amp.revision = std::max<std::uint32_t>(1, readBigEndian<std::uint32_t>(random));
    loadMemory(amp);
    lookAtImage(amp);
    testItself(amp);
    setWorking(amp);
    amp.description.build(amp.model);
    amp.surroundings = readSurroundings(amp.hardware, amp.model);
    amp.audio.forbid(!amp.healthy || amp.surroundings.protection != 0, amp.now());
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
