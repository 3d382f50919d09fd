// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/topping/dx5.h"
#include "protocol/topping/gathering.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

// DX5 II: all settings at once. README.md, "Settings of a DX5 II".
namespace gainstage::topping::dx5 {

inline constexpr std::uint8_t kFilters = 8;
inline constexpr std::uint8_t kLeastRecords = 48; ///< firmware from 2.40 on has more
inline constexpr std::int32_t kMostBalanceDeciDecibels = 95;

/// Within kMostBalanceDeciDecibels, in steps of half a decibel.
bool isBalance(std::int32_t value);

struct Version {
    std::uint8_t major = 0, minor = 0; ///< 2 and 39: written "2.39"
    friend bool operator==(const Version &, const Version &) = default;
};
/// Three decimal digits in the low twelve bits. Errc::BadFrame where one of them is none.
Result<Version> decodeVersion(std::int32_t record);

struct SampleRate {
    std::uint32_t hertz = 0; ///< 0: nothing plays
    bool dsd = false;
    friend bool operator==(const SampleRate &, const SampleRate &) = default;
};
/// An index into the usual rates, or hertz from 8000 on. Errc::BadFrame.
Result<SampleRate> decodeSampleRate(std::int32_t record);

/// What is only known by its name in the maker's program, as the amp says it.
struct FurtherSettings {
    std::int32_t homePage, theme, powerTrigger, lineMode, bluetoothMode, aptX, remoteEnabled, knobFunction, uacMode, language, inputMode, spdifMode,
        inputMask, outputMask, polarity, volumeMemory, equalizerMemory, crossfeedMemory, directCurrentDetection, levelMeterReference, levelMeterBars,
        remoteKeyA, remoteKeyB, crossfeedType;
    std::array<std::int32_t, 2> crossfeedMasks;
    std::optional<std::int32_t> autoScreenOff, dimType, triggerOut, knobDoubleFunction; ///< firmware from 2.40 on
    friend bool operator==(const FurtherSettings &, const FurtherSettings &) = default;
};
struct Settings {
    bool powered = false;
    std::string name; ///< ASCII
    VolumeStep volumeStep = VolumeStep::HalfDecibel;
    std::int32_t levelDeciDecibels = kSoftestDeciDecibels; ///< already reckoned with volumeStep
    bool muted = false;
    Source input = Source::Usb;
    Sink output = Sink::All;
    bool highGain = false;
    std::int32_t balanceDeciDecibels = 0; ///< negative: to the left
    std::uint8_t filter = 1;              ///< 1 to kFilters
    Brightness brightness = Brightness::Low;
    SampleRate sampleRate;
    std::array<Version, 2> firmware; ///< of two parts
    Version otherRevision;
    FurtherSettings further{};
    friend bool operator==(const Settings &, const Settings &) = default;
};

/// For the frames that answer ReadSettings.
Gathering settingsGathering();
/// From a complete set of records. Errc::BadFrame.
Result<Settings> decodeSettings(std::span<const std::int32_t> records);

} // namespace gainstage::topping::dx5
