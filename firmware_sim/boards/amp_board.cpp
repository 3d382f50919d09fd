// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/amp_board.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace gainstage::sim {

AmpBoard::AmpBoard(Setup setup, Flash &flash, SlotFlash &slots, BoardHardware::Sink sink)
    : m_setup(std::move(setup)), m_sink(std::move(sink)), m_world(m_setup.model, m_setup.electrics), m_slots(slots),
      m_hardware(m_world, flash, slots, m_setup.seed, [this](std::size_t link, std::span<const std::uint8_t> data) { take(link, data); }),
      m_framings(m_setup.framings)
{
    m_framings.push_back(firmware::Framing::Hid);
    setPower(true);
}

/// What the firmware sends: to a client, or on the board's own link.
void AmpBoard::take(std::size_t link, std::span<const std::uint8_t> data)
{
    if (link + 1 == m_framings.size())
        m_ownAnswer.insert(m_ownAnswer.end(), data.begin(), data.end());
    else if (!m_slots.nor.hasPower())
        return;
    else if (busyUntil() > now() || !m_out.empty())
        m_out.push_back({busyUntil(), link, {data.begin(), data.end()}});
    else
        m_sink(link, data);
}

/// When the flash has done what it was told.
std::int64_t AmpBoard::busyUntil() const
{
    return std::max(now(), m_busyUntil) + static_cast<std::int64_t>(m_slots.nor.microseconds() - m_flashTime);
}

void AmpBoard::setPower(bool on)
{
    m_powerOffAt.reset();
    if (on == isOn())
        return;
    m_on = on;
    if (on) {
        m_slots.nor.restorePower();
        m_world.powerOn();
        start();
    } else {
        stopBoot();
        m_in.clear();
        m_out.clear();
        m_firmware.reset();
        m_world.powerOff();
    }
}

/// The boot loader does its work at once; it takes effect step by step until m_bootedAt, which matters if the power goes before.
void AmpBoard::start()
{
    m_firmware.reset();
    m_in.clear();
    m_out.clear();
    m_bootingSince = m_busyUntil = now();
    m_flashTime = m_slots.nor.microseconds();
    m_beforeBoot = m_slots.nor;
    m_boot = firmware::bootUp(m_hardware, m_setup.model.images);
    if (!m_slots.nor.hasPower()) {
        m_beforeBoot.reset();
        setPower(false);
        return;
    }
    m_busyUntil = busyUntil();
    m_flashTime = m_slots.nor.microseconds();
    m_bootedAt = m_busyUntil;
    if (m_busyUntil == now())
        run();
}

/// The power goes: of the boot loader's work only what was done by now has happened.
void AmpBoard::stopBoot()
{
    m_bootedAt.reset();
    if (!m_beforeBoot)
        return;
    NorFlash::Keep keep = m_slots.nor.keeper();
    m_slots.nor = *std::exchange(m_beforeBoot, std::nullopt);
    m_slots.nor.keepIn({});
    m_slots.nor.cutIn(static_cast<std::uint64_t>(now() - m_bootingSince));
    m_boot = firmware::bootUp(m_hardware, m_setup.model.images);
    if (keep)
        static_cast<void>(keep(0, m_slots.nor.image()));
    m_slots.nor.keepIn(std::move(keep));
}

void AmpBoard::cutPowerAt(std::uint64_t operation)
{
    m_slots.nor.cancelCut();
    if (operation > 0)
        m_slots.nor.cutAt(operation);
}

/// One run of the firmware.
void AmpBoard::run()
{
    m_bootedAt.reset();
    m_beforeBoot.reset();
    if (!m_boot.runs)
        return;
    m_hardware.reset();
    m_firmware = std::make_unique<firmware::Firmware>(m_hardware, m_setup.model, m_setup.serialNumber, m_framings);
    m_reportedProtection = m_world.protection();
    m_reportedClips = m_world.clips();
    m_firmware->start();
    serve();
}

std::optional<std::int64_t> AmpBoard::firmwareDue() const
{
    if (!m_firmware)
        return std::nullopt;
    const std::uint32_t milliseconds = m_firmware->nextDue();
    if (milliseconds == std::numeric_limits<std::uint32_t>::max())
        return std::nullopt;
    // The firmware sees whole milliseconds. What is due at once has just been polled: time must pass before it is asked again.
    const std::int64_t uptime = (now() - m_hardware.poweredAt()) / 1000;
    return m_hardware.poweredAt() + 1000 * (uptime + std::max<std::int64_t>(milliseconds, 1));
}

std::optional<std::int64_t> AmpBoard::nextDue() const
{
    std::optional<std::int64_t> next = m_powerOffAt;
    const auto in = m_in.empty() ? std::nullopt : std::optional(m_busyUntil), out = m_out.empty() ? std::nullopt : std::optional(m_out.front().at);
    for (const auto &due : {firmwareDue(), m_world.nextEvent(), m_bootedAt, in, out})
        if (due && (!next || *due < *next))
            next = due;
    return next;
}

void AmpBoard::advanceTo(std::int64_t microseconds)
{
    for (auto due = nextDue(); due && *due <= microseconds; due = nextDue()) {
        m_world.advanceTo(*due);
        if (m_powerOffAt && *m_powerOffAt <= now())
            setPower(false);
        if (m_bootedAt && *m_bootedAt <= now())
            run();
        deliver();
        serve();
    }
    m_world.advanceTo(microseconds);
    report();
}

/// Tells the firmware what it has not been told of the world.
void AmpBoard::report()
{
    if (!m_firmware)
        return;
    if (m_world.protection() != m_reportedProtection) {
        m_reportedProtection = m_world.protection();
        m_firmware->protectionChanged();
    }
    if (m_world.clips() != m_reportedClips) {
        m_reportedClips = m_world.clips();
        m_firmware->clipped();
    }
}

void AmpBoard::serve()
{
    if (!m_firmware)
        return;
    report();
    m_firmware->poll();
    report(); // what the firmware did may have changed the world
    afterFirmware();
    if (m_firmware && m_hardware.takeRestart())
        start();
}

/// Flash operations have taken time, or the power.
void AmpBoard::afterFirmware()
{
    m_busyUntil = busyUntil();
    m_flashTime = m_slots.nor.microseconds();
    if (!m_slots.nor.hasPower())
        setPower(false);
}

/// What waited for the flash and need not any more.
void AmpBoard::deliver()
{
    while (!m_out.empty() && m_out.front().at <= now()) {
        const Waiting waiting = std::move(m_out.front());
        m_out.pop_front();
        m_sink(waiting.link, waiting.bytes);
    }
    while (m_firmware && !m_in.empty() && m_busyUntil <= now()) {
        const Waiting waiting = std::move(m_in.front());
        m_in.pop_front();
        m_firmware->receive(static_cast<std::uint8_t>(waiting.link), waiting.bytes);
        serve();
    }
}

/// A packet's bytes on a serial line: base64, in lines of 93 bytes that take 127.
std::size_t AmpBoard::receiveRoom() const
{
    const std::size_t lines = (std::size_t{m_setup.model.bufferSize} + 4 + 92) / 93;
    return lines * 127 * m_setup.model.bufferCount;
}

/// While the flash is busy an interrupt fills the buffers that the amp promises. What is more is lost on a serial line; USB makes the sender wait.
bool AmpBoard::hasRoomFor(std::size_t link, std::size_t size) const
{
    if (m_framings[link] == firmware::Framing::Hid || m_busyUntil <= now())
        return true;
    for (const Waiting &waiting : m_in)
        size += waiting.link == link ? waiting.bytes.size() : 0;
    return size <= receiveRoom();
}

void AmpBoard::receive(std::size_t link, std::span<const std::uint8_t> data)
{
    if (!m_firmware || !hasRoomFor(link, data.size()))
        return;
    m_in.push_back({now(), link, {data.begin(), data.end()}});
    deliver();
}

void AmpBoard::linkReset(std::size_t link)
{
    if (!m_firmware)
        return;
    const auto isOfLink = [link](const Waiting &waiting) { return waiting.link == link; };
    std::erase_if(m_in, isOfLink);
    std::erase_if(m_out, isOfLink);
    m_firmware->linkReset(static_cast<std::uint8_t>(link));
    serve();
}

void AmpBoard::turnKnob(int detents)
{
    if (!m_firmware)
        return;
    m_firmware->knobTurned(detents);
    serve();
}

void AmpBoard::pressButton(const firmware::SettingDefinition &setting)
{
    if (!m_firmware)
        return;
    if (setting.role == firmware::RoleMute)
        m_firmware->muteButtonPressed();
    else
        m_firmware->settingButtonPressed(setting.id);
    serve();
}

void AmpBoard::changeLoad(std::uint8_t output, const std::optional<Load> &load)
{
    m_world.plug(output, load);
    if (m_firmware)
        m_firmware->jackChanged(output);
    serve();
}

void AmpBoard::changeSource(std::uint8_t input, const Source &source)
{
    m_world.setSource(input, source);
    if (m_firmware)
        m_firmware->inputChanged();
    serve();
}

void AmpBoard::failSupply(std::uint32_t milliseconds)
{
    if (!m_firmware)
        return;
    m_powerOffAt = now() + std::int64_t{1000} * milliseconds;
    m_firmware->supplyFailing(milliseconds);
    serve();
}

void AmpBoard::print(std::string_view text)
{
    if (m_firmware)
        m_firmware->log(text);
}

std::optional<Truth> AmpBoard::truth()
{
    if (!m_firmware)
        return std::nullopt;
    return readTruth([this](std::span<const std::uint8_t> report) { return ask(report); });
}

std::vector<std::uint8_t> AmpBoard::ask(std::span<const std::uint8_t> report)
{
    m_ownAnswer.clear();
    m_firmware->receive(static_cast<std::uint8_t>(m_framings.size() - 1), report);
    return std::exchange(m_ownAnswer, {});
}

} // namespace gainstage::sim
