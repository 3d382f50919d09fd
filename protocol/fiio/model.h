// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace gainstage::fiio {

/// The amps whose messages were recorded or driven for real (README.md). No other FiiO is spoken to.
enum class Model : std::uint8_t { Ka15, Ka17, Ja11, Qx13, Melody, OakNano, K13R2r };
inline constexpr int kModelCount = 7;

/// The number that a band carries on the wire.
enum class FilterType : std::uint8_t { Peak = 0, LowShelf = 1, HighShelf = 2, BandPass = 3, LowPass = 4, HighPass = 5, AllPass = 6 };

/// Which bytes the checksum of a reply covers.
enum class ChecksumCover : std::uint8_t {
    FromStart,    ///< from the first byte of the frame
    FromReportId, ///< the report id and then the frame
    FromThird,    ///< from the third byte of the frame
    Absent,       ///< always zero
    Unknown,      ///< nobody recorded one
};

/// What is known of a model: README.md, "Models".
struct ModelFacts {
    std::string_view product; ///< part of the USB product string
    std::uint16_t productId;  ///< USB, vendor 2972
    std::uint8_t reportId;    ///< of output and input reports
    std::uint8_t bands;
    std::int16_t leastGainDeciDecibels, mostGainDeciDecibels; ///< of a band
    bool onlyShelves;                                         ///< peak and shelves only; otherwise every FilterType
    ChecksumCover checksum;
};
const ModelFacts &factsOf(Model model);

bool takes(Model model, FilterType type);

enum class PresetKind : std::uint8_t { Factory, User, Off };
struct Preset {
    std::uint8_t id;       ///< on the wire
    PresetKind kind;       ///< what can be stored to, and what switches the equalizer off
    std::string_view name; ///< as the amp shows it; empty for Off
};
/// The presets that a model is known to have, factory ones first.
std::span<const Preset> presetsOf(Model model);
/// nullptr where the model has no such preset.
const Preset *presetOf(Model model, std::uint8_t id);

} // namespace gainstage::fiio
