// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"
#include "protocol/fiio/equalizer.h"
#include "protocol/fiio/model.h"

#include <cstdint>
#include <string>
#include <variant>

// What can be said to these amps and what they answer: README.md, "Messages".
namespace gainstage::fiio {

inline constexpr std::size_t kLongestPresetName = 8; ///< letters and digits

struct GetActivePreset {
    friend bool operator==(const GetActivePreset &, const GetActivePreset &) = default;
};
struct GetBandCount {
    friend bool operator==(const GetBandCount &, const GetBandCount &) = default;
};
struct GetGlobalGain {
    friend bool operator==(const GetGlobalGain &, const GetGlobalGain &) = default;
};
struct GetBand {
    std::uint8_t index = 0;
    friend bool operator==(const GetBand &, const GetBand &) = default;
};
/// JA11 only: elsewhere nobody knows how the answer is laid out.
struct GetFirmware {
    friend bool operator==(const GetFirmware &, const GetFirmware &) = default;
};
/// K13 R2R only; elsewhere the equalizer is switched off by the preset that is off.
struct GetEqualizerSwitch {
    friend bool operator==(const GetEqualizerSwitch &, const GetEqualizerSwitch &) = default;
};
/// KA15 and K13 R2R only.
struct GetPresetName {
    std::uint8_t userSlot = 0; ///< from 0, among the presets of the user
    friend bool operator==(const GetPresetName &, const GetPresetName &) = default;
};
struct SetGlobalGain {
    std::int16_t gainDeciDecibels = 0;
    friend bool operator==(const SetGlobalGain &, const SetGlobalGain &) = default;
};
/// Announces all bands of the model before they are written.
struct SetBandCount {
    friend bool operator==(const SetBandCount &, const SetBandCount &) = default;
};
struct SetBand {
    Band band;
    friend bool operator==(const SetBand &, const SetBand &) = default;
};
struct SelectPreset {
    std::uint8_t id = 0;
    friend bool operator==(const SelectPreset &, const SelectPreset &) = default;
};
/// Keeps the equalizer as it is now; only presets of the user. A JA11 may leave the bus for a moment.
struct StorePreset {
    std::uint8_t id = 0;
    friend bool operator==(const StorePreset &, const StorePreset &) = default;
};
struct SetEqualizerSwitch {
    bool on = false;
    friend bool operator==(const SetEqualizerSwitch &, const SetEqualizerSwitch &) = default;
};
struct SetPresetName {
    std::uint8_t userSlot = 0;
    std::string name; ///< 1 to kLongestPresetName ASCII letters and digits
    friend bool operator==(const SetPresetName &, const SetPresetName &) = default;
};
using Request = std::variant<GetActivePreset, GetBandCount, GetGlobalGain, GetBand, GetFirmware, GetEqualizerSwitch, GetPresetName, SetGlobalGain,
                             SetBandCount, SetBand, SelectPreset, StorePreset, SetEqualizerSwitch, SetPresetName>;

/// The frame without report id and padding. Errc::OutOfRange, Errc::Unsupported where it is not proven for the model.
Result<Bytes> encode(Model model, const Request &request);
/// The whole report as it is written to the device: id, frame, zeros. `reportLength` is that of the output report with its id.
Result<Bytes> encodeReport(Model model, const Request &request, std::size_t reportLength);
/// The request in a frame, as encode() gives it. Errc::BadFrame, or encode()'s own errors.
Result<Request> decodeRequest(Model model, BytesView frame);

struct ActivePreset {
    std::uint8_t id = 0; ///< may be one that presetsOf() does not list
    friend bool operator==(const ActivePreset &, const ActivePreset &) = default;
};
struct BandCount {
    std::uint8_t count = 0;
    friend bool operator==(const BandCount &, const BandCount &) = default;
};
struct GlobalGain {
    std::int16_t gainDeciDecibels = 0;
    friend bool operator==(const GlobalGain &, const GlobalGain &) = default;
};
struct Firmware {
    std::uint8_t major = 0, minor = 0; ///< written "2.20"
    friend bool operator==(const Firmware &, const Firmware &) = default;
};
struct EqualizerSwitch {
    bool on = false;
    friend bool operator==(const EqualizerSwitch &, const EqualizerSwitch &) = default;
};
struct PresetName {
    std::uint8_t userSlot = 0;
    std::string name; ///< UTF-8
    friend bool operator==(const PresetName &, const PresetName &) = default;
};
using Content = std::variant<ActivePreset, BandCount, GlobalGain, Band, Firmware, EqualizerSwitch, PresetName>;
struct Reply {
    bool acknowledges = false; ///< repeats a set; otherwise answers a get. May come twice, late or not at all
    Content content;
    friend bool operator==(const Reply &, const Reply &) = default;
};
/// The reply in an input report without its id. Errc::BadFrame.
Result<Reply> decodeReply(Model model, BytesView payload);

} // namespace gainstage::fiio
