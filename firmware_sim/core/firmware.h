// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/hardware.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace gainstage::firmware {

struct ModelDefinition; // settings, outputs, equalizer …: one constant table per model

/// Three gain modes, 6.35 mm + XLR-4 + line, ten bands, meters, eight presets.
const ModelDefinition &desktopModel();
/// Two gain modes, one jack, five bands; no mute, no balance, no meters.
const ModelDefinition &dongleModel();

enum class Framing : std::uint8_t { Console, Hid };
inline constexpr std::size_t kMaxLinks = 4;

/// The firmware of a reference amp. One instance is one run from power-on to power-off; it takes no memory but its own object.
/// Not thread-safe: the board calls it from one place.
class Firmware {
public:
    /// `serialNumber` must outlive it. Links count from 0 in the order of `framings`.
    Firmware(Hardware &hardware, const ModelDefinition &model, std::string_view serialNumber, std::span<const Framing> framings);
    ~Firmware();
    Firmware(const Firmware &) = delete;
    Firmware &operator=(const Firmware &) = delete;

    /// Loads the settings from flash (falls back to defaults, noted in the fault log) and sets up the audio path, quietly.
    void start();
    /// Bytes that arrived on a link (HID: exactly one report of 64).
    void receive(std::uint8_t link, std::span<const std::uint8_t> data);
    /// The link's other end went away or came: forgets half packets, its meters and its subscription.
    void linkReset(std::uint8_t link);
    /// Does what is due (meters, lock and identify running out, ramps, delayed restart). Call it at every `nextDue()`, and after anything else.
    void poll();
    /// Milliseconds from now until poll() has something to do; UINT32_MAX: nothing.
    std::uint32_t nextDue() const;

    // What the hardware reports on its own.
    void knobTurned(int detents);                ///< one detent is the model's number of volume steps: two in the reference amps
    void muteButtonPressed();                    ///< the mute setting, where there is one
    void settingButtonPressed(std::uint16_t id); ///< next choice of a choice setting, as a front-panel button does
    void jackChanged(std::uint8_t output);
    void inputChanged();
    void protectionChanged();
    void clipped();
    void supplyFailing(std::uint32_t milliseconds); ///< about to power down

    /// For a line of log text between the frames of serial links, as real firmware prints.
    void log(std::string_view text);

private:
    struct State;
    static constexpr std::size_t kStateSize = std::size_t{96} * 1024;
    alignas(std::max_align_t) unsigned char m_storage[kStateSize]; ///< holds State, so that this header shows nothing and nothing is on a heap
    State &state();
    const State &state() const;
};

} // namespace gainstage::firmware
