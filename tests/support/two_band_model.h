// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/core/model.h"

namespace gainstage::test {

/// The invented amp of protocol/README.md, section 9.
inline const firmware::ModelDefinition &twoBandModel()
{
    using namespace firmware;
    static constexpr ChoiceDefinition gains[] = {{0, "low", "Low", true, 0}, {1, "high", "High", true, 1200}};
    static constexpr ChoiceDefinition outputChoices[] = {{1, "se", "Single-ended", true, 0}, {2, "balanced", "Balanced", true, 600}};
    static constexpr SettingDefinition settings[] = {
        {.id = 1,
         .role = RoleGain,
         .name = "Gain",
         .key = "gain",
         .kind = Kind::Choice,
         .flags = Audible | Stored,
         .initial = 0,
         .choices = gains,
         .settleMs = 20},
        {.id = 2,
         .role = RoleOutput,
         .name = "Output",
         .key = "output",
         .kind = Kind::Choice,
         .flags = Audible | Stored | Clicks,
         .initial = 1,
         .choices = outputChoices,
         .settleMs = 50},
        {.id = 3,
         .role = RoleVolume,
         .name = "Volume",
         .key = "volume",
         .kind = Kind::Range,
         .flags = Audible | Stored | SilentFloor,
         .initial = -4000,
         .unit = UnitCentiDecibel,
         .min = -9000,
         .max = 0,
         .step = 50},
    };
    static constexpr NoiseFigure singleEndedNoise[] = {{0, 1500}, {1, 2500}}, balancedNoise[] = {{0, 2100}, {1, 3500}};
    static constexpr PowerFigure singleEndedPower[] = {{32000, 500000}, {300000, 53333}}, balancedPower[] = {{32000, 2000000}, {300000, 213333}};
    static constexpr OutputDefinition outputs[] = {
        {1, "6.35 mm", "6.35mm", false, false, true, true, 100, 4000000, 250000, singleEndedNoise, singleEndedPower},
        {2, "4.4 mm", "4.4mm", true, false, true, false, 200, 8000000, 250000, balancedNoise, balancedPower},
    };
    static constexpr InputDefinition inputs[] = {{0, "USB"}};
    static constexpr std::uint8_t types[] = {0, 1, 2};
    static constexpr std::uint32_t rates[] = {44100, 48000, 96000};
    static constexpr BandSetting bands[] = {{1, false, 105, 0, 707}, {2, false, 8000, 0, 707}};
    static constexpr EqualizerDefinition equalizer = {types, {20, 20000, 1}, {-1200, 1200, 10}, {100, 10000, 1}, {-1200, 0, 10}, rates, 0, bands};
    static constexpr FirmwareSlotDefinition slots[] = {{0, 262144}, {1, 262144}};
    static constexpr std::uint8_t features[] = {1, 2, 3, 4, 5};
    // RFC 8032, section 7.1, test 1; amp.example.org; reference-amp-rev-a in it
    static constexpr PublicKey keys[] = {{0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a,
                                          0x0e, 0xe1, 0x72, 0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a}};
    static constexpr Uuid vendor = {0xc2, 0x74, 0x7a, 0xa3, 0x5b, 0xdb, 0x57, 0x66, 0x8c, 0x3c, 0xbe, 0x52, 0x05, 0xea, 0xd1, 0x86};
    static constexpr Uuid device = {0xa5, 0xed, 0x5a, 0xa9, 0x03, 0x83, 0x56, 0xeb, 0xa0, 0xd5, 0xb5, 0x79, 0x22, 0xee, 0x11, 0x09};
    static constexpr ModelDefinition model = {
        .maker = "Example Audio",
        .model = "Two Band",
        .hardware = "B",
        .firmware = "1.2.0",
        .images = {.keys = keys, .vendor = vendor, .device = device},
        .settings = settings,
        .outputs = outputs,
        .inputs = inputs,
        .equalizer = &equalizer,
        .presets = {2, 16, 100000},
        .meters = {2, true, 1, true, 50},
        .slots = slots,
        .features = features,
        .bufferSize = 512,
        .bufferCount = 4,
        .knobSteps = 1,
        .rampCentiDecibel = 1000,
        .rampMs = 20,
    };
    return model;
}

} // namespace gainstage::test
