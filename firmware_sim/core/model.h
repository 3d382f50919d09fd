// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/image.h"
#include "firmware_sim/core/hardware.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace gainstage::firmware {

// What a model is made of: the content of the description document (protocol/README.md, 5.2 and 5.3) and what the firmware needs besides.
// Units are those of the protocol.

inline constexpr std::size_t kMaxSettings = 24;
inline constexpr std::size_t kMaxBands = 16;
inline constexpr std::size_t kMaxSlots = 8;
inline constexpr std::size_t kMaxOutputs = 4;
inline constexpr std::size_t kMaxPresetName = 32;

enum class Kind : std::uint8_t { Choice = 0, Range = 1, Switch = 2 };

enum Role : std::uint16_t {
    RoleGain = 1,
    RoleOutput = 2,
    RoleInput = 3,
    RoleVolume = 4,
    RoleMute = 5,
    RoleBalance = 6,
    RoleFilter = 7,
    RoleCrossfeed = 8,
    RolePolarity = 9,
    RoleBrightness = 10,
    RoleAutoOff = 11,
    RolePowerOnVolume = 13,
    RoleFirstOfMaker = 32768,
};

enum Flag : std::uint32_t { Audible = 1, ReadOnly = 2, Stored = 4, Clicks = 8, SilentFloor = 16 };
enum Unit : std::uint16_t { UnitNone = 0, UnitCentiDecibel = 1, UnitPercent = 8 };
enum Feature : std::uint8_t { FeatureIdentify = 1, FeatureLock = 2, FeatureFaultLog = 3, FeatureFactoryReset = 4, FeatureStore = 5 };
enum Protection : std::uint32_t { ProtectionThermal = 1, ProtectionDc = 2, ProtectionOverCurrent = 4 };

struct ChoiceDefinition {
    std::int32_t value;
    std::string_view key, name;
    bool adds = false;             ///< whether `centiDecibel` is known
    std::int32_t centiDecibel = 0; ///< what it adds to the level at the output
};

struct SettingDefinition {
    std::uint16_t id, role;
    std::string_view name, key;
    Kind kind;
    std::uint32_t flags;
    std::int32_t initial;
    std::span<const ChoiceDefinition> choices = {};
    Unit unit = UnitNone;
    std::int32_t min = 0, max = 0, step = 1;
    std::uint32_t settleMs = 0;

    bool has(Flag flag) const { return (flags & flag) != 0; }
};

struct NoiseFigure {
    std::int32_t gain; ///< value of the gain choice
    std::uint32_t nanovolt;
};

struct PowerFigure {
    std::uint32_t milliohm, microwatt;
};

struct OutputDefinition {
    std::uint8_t id;
    std::string_view name, connector;
    bool balanced, line;
    bool detects; ///< the jack can tell whether something is plugged in
    bool sensesImpedance;
    std::uint32_t milliohm;
    std::uint32_t microvolt;   ///< RMS at full scale in the highest gain
    std::uint32_t microampere; ///< RMS
    std::span<const NoiseFigure> noise;
    std::span<const PowerFigure> power = {};
};

struct InputDefinition {
    std::uint8_t id;
    std::string_view name;
};

struct Limits {
    std::int32_t min, max, step = 1;
    bool allows(std::int64_t value) const { return value >= min && value <= max && (value - min) % step == 0; }
};

struct EqualizerDefinition {
    std::span<const std::uint8_t> types;
    Limits hertz, centiDecibel, milliQ, preamp;
    std::span<const std::uint32_t> rates;
    std::uint8_t shelf = 0;
    std::span<const BandSetting> initial; ///< the bands as new; their number is the number of bands
};

struct PresetDefinition {
    std::uint8_t slots = 0;
    std::uint8_t nameLength = 0; ///< bytes
    std::uint32_t wear = 0;      ///< writes that the memory stands
};

struct MeterDefinition {
    std::uint8_t channels = 0;
    bool temperature = false;
    std::uint8_t rails = 0;
    bool clip = false;
    std::uint32_t everyMs = 0; ///< shortest interval
};

struct FirmwareSlotDefinition {
    std::uint8_t slot;
    std::uint32_t size;
};

struct ModelDefinition {
    std::string_view maker, model, hardware, firmware;
    ImageRules images; ///< which images it takes
    std::span<const SettingDefinition> settings;
    std::span<const OutputDefinition> outputs;
    std::span<const InputDefinition> inputs;
    const EqualizerDefinition *equalizer = nullptr;
    PresetDefinition presets;
    MeterDefinition meters;
    std::span<const FirmwareSlotDefinition> slots;
    std::span<const std::uint8_t> features;
    std::uint16_t bufferSize, bufferCount;
    std::int32_t knobSteps = 2;          ///< volume steps in one detent of the knob
    std::int32_t rampCentiDecibel = 300; ///< how much louder the volume gets in one step after a recall
    std::uint32_t rampMs = 20;           ///< from one such step to the next

    /// Index of the setting, or `settings.size()`.
    std::size_t indexOfRole(Role role) const;
    std::size_t indexOfId(std::uint64_t id) const;
    const OutputDefinition *output(std::int32_t id) const;
    bool hasFeature(Feature feature) const;
};

} // namespace gainstage::firmware
