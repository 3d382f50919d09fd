// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/notices.h"

#include "firmware_sim/core/content_map.h"
#include "firmware_sim/core/event.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint32_t kClipPauseMs = 100;
constexpr std::uint32_t kLongestPowerDownMs = 60000;
constexpr std::uint32_t kRecoveryMs = 500; // past the moment for which the end was announced

void takeUpJack(Amp &amp, std::size_t index)
{
    const OutputDefinition &output = amp.model.outputs[index];
    const JackReading jack = amp.hardware.jack(output.id);
    if (!output.detects || jack == amp.surroundings.jacks[index])
        return;
    amp.surroundings.jacks[index] = jack;
    amp.raiseRevision();
    Event event(amp, EventKind::Jack, jackPairs(output, jack));
    putJack(event.map(), output, jack);
    event.sendToAll();
}

void takeUpInput(Amp &amp)
{
    const InputReading input = inputOf(amp.hardware.sensors());
    if (amp.model.inputs.empty() || input == amp.surroundings.input)
        return;
    amp.surroundings.input = input;
    amp.raiseRevision();
    Event event(amp, EventKind::Input, 1);
    putInput(event.map().text("input"), input);
    event.sendToAll();
}

void noteProtection(Amp &amp, std::uint32_t begun, std::int32_t deciCelsius)
{
    if ((begun & ProtectionThermal) != 0)
        amp.noteFault(FaultCode::Thermal, deciCelsius);
    if ((begun & ProtectionDc) != 0)
        amp.noteFault(FaultCode::Dc);
    if ((begun & ProtectionOverCurrent) != 0)
        amp.noteFault(FaultCode::OverCurrent, pathOf(amp.model, amp.working).output);
}

void forbidWhereNeeded(Amp &amp)
{
    amp.audio.forbid(!amp.healthy || amp.surroundings.protection != 0 || amp.powerDown.isRunning(), amp.now());
}

void takeUpProtection(Amp &amp)
{
    const SensorReadings sensors = amp.hardware.sensors();
    const std::uint32_t before = amp.surroundings.protection;
    if (sensors.protection == before)
        return;
    amp.surroundings.protection = sensors.protection;
    amp.raiseRevision();
    noteProtection(amp, sensors.protection & ~before, sensors.deciCelsius);
    forbidWhereNeeded(amp);
    Event event(amp, EventKind::Protection, 1);
    event.map().text("prot").number(sensors.protection);
    event.sendToAll();
}

void tellClips(Amp &amp, std::uint32_t now)
{
    amp.clips.pending = false;
    amp.clips.pause.start(now, kClipPauseMs);
    Event event(amp, EventKind::Clipping, 1);
    event.map().text("clip").number(amp.hardware.sensors().clips);
    event.sendToAll();
}

void takeUpClip(Amp &amp)
{
    if (amp.clips.pause.isRunning())
        amp.clips.pending = true;
    else
        tellClips(amp, amp.now());
}

} // namespace

void takeUp(Amp &amp, const Notices &notices)
{
    for (std::size_t i = 0; i < amp.model.outputs.size(); ++i) {
        if ((notices.jacks & (1u << i)) != 0)
            takeUpJack(amp, i);
    }
    if (notices.input)
        takeUpInput(amp);
    if (notices.protection)
        takeUpProtection(amp);
    if (notices.clip)
        takeUpClip(amp);
}

void pollClips(Amp &amp, std::uint32_t now)
{
    if (amp.clips.pause.expire(now) && amp.clips.pending)
        tellClips(amp, now);
}

void announcePowerDown(Amp &amp, std::uint32_t milliseconds)
{
    amp.noteFault(FaultCode::SupplyLow, amp.hardware.sensors().supplyMillivolt[0]);
    amp.powerDown.start(amp.now(), std::min(milliseconds, kLongestPowerDownMs) + kRecoveryMs);
    forbidWhereNeeded(amp);
    Event event(amp, EventKind::PowerDown, 1);
    event.map().text("ms").number(milliseconds);
    event.sendToAll();
}

void pollPowerDown(Amp &amp, std::uint32_t now)
{
    if (amp.powerDown.expire(now))
        forbidWhereNeeded(amp);
}

} // namespace gainstage::firmware
