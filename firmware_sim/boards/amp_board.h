// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/board_hardware.h"
#include "firmware_sim/boards/truth.h"
#include "firmware_sim/boot/boot_loader.h"
#include "firmware_sim/core/firmware.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace gainstage::sim {

/// A whole amp without wires and without a clock of its own: firmware, flash, and the world behind. Time is told in microseconds since the simulation
/// began, and never goes back. Used by one thread.
class AmpBoard {
public:
    struct Setup {
        const firmware::ModelDefinition &model;
        Electrics electrics;
        std::string serialNumber;
        std::uint32_t seed = 1;
        std::vector<firmware::Framing> framings; ///< of the links for clients, at most kMaxLinks − 1
    };
    /// Switched on at once. `flash` and `slots` must outlive it. `sink` takes what the amp sends.
    AmpBoard(Setup setup, Flash &flash, SlotFlash &slots, BoardHardware::Sink sink);
    AmpBoard(const AmpBoard &) = delete;
    AmpBoard &operator=(const AmpBoard &) = delete;

    std::int64_t now() const { return m_world.now(); }
    void advanceTo(std::int64_t microseconds);
    /// When something happens next by itself; nothing when all is steady.
    std::optional<std::int64_t> nextDue() const;

    void receive(std::size_t link, std::span<const std::uint8_t> data);
    void linkReset(std::size_t link);

    bool isOn() const { return m_on; }
    /// Power is on and the firmware runs; it does not while the boot loader works, or where it has found nothing to run.
    bool isRunning() const { return m_firmware != nullptr; }
    void setPower(bool on);

    // What people do. The knob and the buttons do nothing without power.
    void turnKnob(int detents);
    void pressButton(const firmware::SettingDefinition &setting); ///< mute, or a choice
    void changeLoad(std::uint8_t output, const std::optional<Load> &load);
    void changeSource(std::uint8_t input, const Source &source);
    void failSupply(std::uint32_t milliseconds); ///< the power goes after so long
    void print(std::string_view text);           ///< a log line on the serial links
    /// Lets the firmware notice what was done to world(). The other functions do this by themselves.
    void serve();

    World &world() { return m_world; }
    const World &world() const { return m_world; }
    const BoardHardware &hardware() const { return m_hardware; }
    const firmware::ModelDefinition &model() const { return m_setup.model; }
    const std::string &serialNumber() const { return m_setup.serialNumber; }
    /// What the firmware holds; nothing without power.
    std::optional<Truth> truth();
    const NorFlash &slotFlash() const { return m_slots.nor; }
    /// What the last start did.
    const firmware::BootResult &boot() const { return m_boot; }
    /// The power goes in the middle of the operation of the slots' flash with this number from now on; 0: it stays.
    void cutPowerAt(std::uint64_t operation);

private:
    /// Bytes that wait for the flash: what comes in until the firmware has time, what goes out until the operations before it are done.
    struct Waiting {
        std::int64_t at;
        std::size_t link;
        std::vector<std::uint8_t> bytes;
    };

    void start();
    void run();
    void stopBoot();
    void afterFirmware();
    std::int64_t busyUntil() const;
    void deliver();
    void report();
    std::optional<std::int64_t> firmwareDue() const;
    std::size_t receiveRoom() const;
    bool hasRoomFor(std::size_t link, std::size_t size) const;
    void take(std::size_t link, std::span<const std::uint8_t> data);
    std::vector<std::uint8_t> ask(std::span<const std::uint8_t> report);

    Setup m_setup;
    BoardHardware::Sink m_sink;
    World m_world;
    SlotFlash &m_slots;
    BoardHardware m_hardware;
    std::vector<firmware::Framing> m_framings; ///< with the board's own link as the last
    std::unique_ptr<firmware::Firmware> m_firmware;
    bool m_on = false;
    std::optional<std::int64_t> m_bootedAt, m_powerOffAt;
    std::int64_t m_bootingSince = 0;
    std::optional<NorFlash> m_beforeBoot;
    firmware::BootResult m_boot;
    std::int64_t m_busyUntil = 0;
    std::uint64_t m_flashTime = 0; ///< of the slots' flash, as far as it is in m_busyUntil
    std::deque<Waiting> m_in, m_out;
    std::uint32_t m_reportedProtection = 0, m_reportedClips = 0;
    std::vector<std::uint8_t> m_ownAnswer; ///< reports on the board's own link
};

} // namespace gainstage::sim
