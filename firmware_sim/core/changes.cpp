// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/changes.h"

#include "firmware_sim/core/content_map.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint32_t kHushMarginMs = 5;

} // namespace

bool takeWorking(Amp &amp, const Content &next)
{
    if (next == amp.working)
        return false;
    const std::int32_t brightness = valueOf(amp.model, amp.working, RoleBrightness);
    amp.working = next;
    amp.raiseRevision();
    amp.audio.apply();
    const std::int32_t wanted = valueOf(amp.model, amp.working, RoleBrightness);
    if (wanted != brightness)
        amp.hardware.brightness(static_cast<std::uint8_t>(wanted));
    return true;
}

void tellValues(Amp &amp, const Content &before, Source source, const Link *author)
{
    Event event(amp, EventKind::Values, 2);
    event.map().text("values");
    putValues(event.map(), amp.model, amp.working, [&](std::size_t i) { return before.values[i] != amp.working.values[i]; });
    event.map().text("src").number(static_cast<int>(source));
    event.sendToAllBut(author);
}

void tellOthers(Amp &amp, EventKind kind, Source source, const Link &author)
{
    Event event(amp, kind, 1);
    event.map().text("src").number(static_cast<int>(source));
    event.sendToAllBut(&author);
}

std::optional<std::uint16_t> heldByProtection(const Amp &amp, const Content &next)
{
    if (amp.surroundings.protection == 0)
        return std::nullopt;
    for (std::size_t i = 0; i < amp.model.settings.size(); ++i) {
        if (amp.model.settings[i].has(Clicks) && next.values[i] != amp.working.values[i])
            return amp.model.settings[i].id;
    }
    return std::nullopt;
}

void hushFor(Amp &amp, const Content &next)
{
    std::uint32_t settle = 0;
    for (std::size_t i = 0; i < amp.model.settings.size(); ++i) {
        if (next.values[i] != amp.working.values[i])
            settle = std::max(settle, amp.model.settings[i].settleMs);
    }
    amp.audio.hush(amp.now(), settle + kHushMarginMs);
}

void setByItself(Amp &amp, std::size_t index, std::int32_t value, Source source)
{
    if (index >= amp.model.settings.size())
        return;
    const Content before = amp.working;
    Content next = before;
    next.values[index] = value;
    if (!heldByProtection(amp, next) && takeWorking(amp, next))
        tellValues(amp, before, source);
}

} // namespace gainstage::firmware
