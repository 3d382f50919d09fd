// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/boot_hardware.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace gainstage::firmware {

/// What one output jack says of itself.
struct JackReading {
    bool plugged = false;
    std::uint32_t milliohm = 0; ///< 0: not measured
    friend bool operator==(const JackReading &, const JackReading &) = default;
};

/// What the analogue side reports when asked.
struct SensorReadings {
    std::int32_t levelCentiDbfs[2] = {-12000, -12000};
    std::uint32_t clips = 0; ///< since power-on
    std::int32_t deciCelsius = 250;
    std::int32_t supplyMillivolt[2] = {0, 0};
    std::uint32_t protection = 0; ///< 1 thermal, 2 DC, 4 over-current
    std::uint8_t input = 0;
    bool inputLocked = false;
    std::uint32_t sampleRate = 0;
};

/// One band as the audio path takes it; units of the protocol.
struct BandSetting {
    std::uint8_t type = 0;
    bool on = false;
    std::int32_t hertz = 1000, centiDecibel = 0, milliQ = 707;
    friend bool operator==(const BandSetting &, const BandSetting &) = default;
};

/// What the audio path is told. Everything in the protocol's units.
struct AudioPath {
    std::int32_t gainCentiDecibel = 0; ///< analogue gain of the chosen gain mode
    std::int32_t volumeCentiDecibel = 0;
    bool silent = false; ///< muted, or volume at a silent floor
    std::uint8_t output = 0;
    std::int32_t balanceCentiDecibel = 0;
    std::uint8_t filter = 0, crossfeed = 0, input = 0;
    bool inverted = false;
    bool equalizerOn = false;
    std::int32_t preampCentiDecibel = 0;
    std::span<const BandSetting> bands;
};

/// Everything the firmware can see and touch. A board implements it; the core knows no other world.
class Hardware : public BootHardware {
public:
    /// Milliseconds since power-on; wraps.
    virtual std::uint32_t milliseconds() = 0;
    virtual void fillRandom(std::span<std::uint8_t> out) = 0;

    /// NOR flash of the settings: `read` any bytes; `program` only clears bits; `erase` sets a whole sector to ff. False on failure.
    virtual std::size_t flashSize() = 0;
    virtual std::size_t flashSectorSize() = 0;
    virtual bool flashRead(std::size_t offset, std::span<std::uint8_t> out) = 0;
    virtual bool flashProgram(std::size_t offset, std::span<const std::uint8_t> data) = 0;
    virtual bool flashErase(std::size_t sectorOffset) = 0;

    virtual void applyAudio(const AudioPath &path) = 0;
    /// Whether clocks, converters and amplifiers answer as they should. Until then the amp stays silent.
    virtual bool selfTest() = 0;
    virtual JackReading jack(std::uint8_t output) = 0;
    virtual SensorReadings sensors() = 0;
    virtual void light(bool on) = 0; ///< the identify light
    virtual void brightness(std::uint8_t percent) = 0;

    /// Bytes out of link `link` (a serial line: any number; HID: exactly 64). What does not fit is the board's to queue.
    virtual void send(std::uint8_t link, std::span<const std::uint8_t> data) = 0;
    virtual void restart() = 0; ///< ends this run of the firmware; the board starts it again

protected:
    ~Hardware() = default;
};

} // namespace gainstage::firmware
