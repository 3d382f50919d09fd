// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/schedule.h"

#include "firmware_sim/core/event.h"
#include "firmware_sim/core/meter_map.h"
#include "firmware_sim/core/notices.h"
#include "firmware_sim/core/recall.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

// Nobody released it: this the amp did on its own, and so its last holder hears of it as well.
void pollLock(Amp &amp, std::uint32_t now)
{
    if (!amp.lock.expire(now))
        return;
    Event event(amp, EventKind::Lock, 1);
    event.map().text("held").boolean(false);
    event.sendToAll();
}

// Nobody found the new image good: the boot loader brings back the one before.
void pollConfirmation(Amp &amp, std::uint32_t now)
{
    if (amp.confirmation.expire(now))
        amp.restart.start(now, 0);
}

} // namespace

void doWhatIsDue(Amp &amp)
{
    const std::uint32_t now = amp.now();
    pollLock(amp, now);
    amp.token.validity.expire(now);
    pollPowerDown(amp, now);
    pollRamp(amp, now);
    amp.audio.poll(now);
    pollClips(amp, now);
    amp.identify.poll(amp.hardware, now);
    pollConfirmation(amp, now);
    for (Link &link : amp.links())
        pollMeters(amp, link, now);
}

std::uint32_t untilNextDue(const Amp &amp)
{
    const std::uint32_t now = amp.now();
    std::uint32_t due = std::min({amp.lock.remaining(now), amp.token.validity.remaining(now), amp.powerDown.remaining(now),
                                  amp.ramp.step.remaining(now), amp.audio.nextDue(now), amp.clips.pause.remaining(now), amp.identify.nextDue(now),
                                  amp.restart.remaining(now), amp.confirmation.remaining(now)});
    for (const Link &link : amp.links())
        due = std::min({due, link.meters.every.remaining(now), link.meters.lease.remaining(now)});
    return due;
}

} // namespace gainstage::firmware
