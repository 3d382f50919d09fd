// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/amp_board.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace gainstage::sim {

AmpBoard::AmpBoard(Setup setup, Flash &flash, BoardHardware::Sink sink)
    : m_setup(std::move(setup)), m_sink(std::move(sink)), m_world(m_setup.model, m_setup.electrics),
      m_hardware(m_world, flash, m_setup.seed, [this](std::size_t link, std::span<const std::uint8_t> data) { take(link, data); }),
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
    else
        m_sink(link, data);
}

void AmpBoard::setPower(bool on)
{
    m_powerOffAt.reset();
    if (on == isOn())
        return;
    if (on) {
        m_world.powerOn();
        start();
    } else {
        m_firmware.reset();
        m_world.powerOff();
    }
}

/// One run of the firmware.
void AmpBoard::start()
{
    m_firmware.reset();
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
    for (const auto &due : {firmwareDue(), m_world.nextEvent()})
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
    if (m_hardware.takeRestart())
        start();
}

void AmpBoard::receive(std::size_t link, std::span<const std::uint8_t> data)
{
    if (!m_firmware)
        return;
    m_firmware->receive(static_cast<std::uint8_t>(link), data);
    serve();
}

void AmpBoard::linkReset(std::size_t link)
{
    if (!m_firmware)
        return;
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
