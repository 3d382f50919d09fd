// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/firmware.h"
#include "firmware_sim/core/model.h"
#include "firmware_sim/core/reference_maker.h"

namespace gainstage::firmware {

namespace {

constexpr ChoiceDefinition kGains[] = {{0, "low", "Low", true, 0}, {1, "mid", "Mid", true, 800}, {2, "high", "High", true, 1600}};
constexpr ChoiceDefinition kOutputChoices[] = {
    {0, "se", "Headphone 6.35 mm", true, 0}, {1, "balanced", "Headphone XLR-4", true, 602}, {2, "line", "Line out", true, 0}};
constexpr ChoiceDefinition kInputChoices[] = {{0, "usb", "USB"}, {1, "optical", "Optical"}, {2, "coaxial", "Coaxial"}};
constexpr ChoiceDefinition kFilters[] = {
    {0, "sharp", "Sharp roll-off"}, {1, "slow", "Slow roll-off"}, {2, "short", "Short delay"}, {3, "nos", "Non-oversampling"}};
constexpr ChoiceDefinition kCrossfeeds[] = {{0, "off", "Off"}, {1, "low", "Low"}, {2, "high", "High"}};
constexpr ChoiceDefinition kAutoOff[] = {
    {0, "off", "Off"}, {15, "15-min", "15 minutes"}, {30, "30-min", "30 minutes"}, {60, "60-min", "1 hour"}, {120, "120-min", "2 hours"}};

constexpr std::uint32_t kRelayMs = 8; // the relays of gain and output

constexpr SettingDefinition kSettings[] = {
    {.id = 1,
     .role = RoleGain,
     .name = "Gain",
     .key = "gain",
     .kind = Kind::Choice,
     .flags = Audible | Stored | Clicks,
     .initial = 0,
     .choices = kGains,
     .settleMs = kRelayMs},
    {.id = 2,
     .role = RoleOutput,
     .name = "Output",
     .key = "output",
     .kind = Kind::Choice,
     .flags = Audible | Stored | Clicks,
     .initial = 0,
     .choices = kOutputChoices,
     .settleMs = kRelayMs},
    {.id = 3,
     .role = RoleInput,
     .name = "Input",
     .key = "input",
     .kind = Kind::Choice,
     .flags = Audible | Stored,
     .initial = 0,
     .choices = kInputChoices},
    {.id = 4,
     .role = RoleVolume,
     .name = "Volume",
     .key = "volume",
     .kind = Kind::Range,
     .flags = Audible | Stored | SilentFloor,
     .initial = -4000,
     .unit = UnitCentiDecibel,
     .min = -9900,
     .max = 0,
     .step = 50},
    {.id = 5, .role = RoleMute, .name = "Mute", .key = "mute", .kind = Kind::Switch, .flags = Audible, .initial = 0},
    {.id = 6,
     .role = RoleBalance,
     .name = "Balance",
     .key = "balance",
     .kind = Kind::Range,
     .flags = Audible | Stored,
     .initial = 0,
     .unit = UnitCentiDecibel,
     .min = -1000,
     .max = 1000,
     .step = 50},
    {.id = 7,
     .role = RoleFilter,
     .name = "Filter",
     .key = "filter",
     .kind = Kind::Choice,
     .flags = Audible | Stored,
     .initial = 0,
     .choices = kFilters},
    {.id = 8,
     .role = RoleCrossfeed,
     .name = "Crossfeed",
     .key = "crossfeed",
     .kind = Kind::Choice,
     .flags = Audible | Stored,
     .initial = 0,
     .choices = kCrossfeeds},
    {.id = 9, .role = RolePolarity, .name = "Inverted polarity", .key = "polarity", .kind = Kind::Switch, .flags = Audible | Stored, .initial = 0},
    {.id = 10,
     .role = RoleBrightness,
     .name = "Brightness",
     .key = "brightness",
     .kind = Kind::Range,
     .flags = Stored,
     .initial = 60,
     .unit = UnitPercent,
     .min = 0,
     .max = 100,
     .step = 5},
    {.id = 11, .role = RoleAutoOff, .name = "Auto-off", .key = "auto-off", .kind = Kind::Choice, .flags = Stored, .initial = 0, .choices = kAutoOff},
    {.id = 13,
     .role = RolePowerOnVolume,
     .name = "Power-on volume",
     .key = "power-on-volume",
     .kind = Kind::Range,
     .flags = Stored,
     .initial = 0,
     .unit = UnitCentiDecibel,
     .min = -9900,
     .max = 0,
     .step = 50},
    {.id = 64, .role = RoleFirstOfMaker, .name = "Relay light", .key = "relay-light", .kind = Kind::Switch, .flags = Stored, .initial = 1},
};

// Full scale in high gain: 8 V single-ended, twice that balanced. Power is what voltage and current allow behind the output impedance.
constexpr NoiseFigure kSingleEndedNoise[] = {{0, 1500}, {1, 2200}, {2, 4200}};
constexpr NoiseFigure kBalancedNoise[] = {{0, 2000}, {1, 3000}, {2, 5800}};
constexpr NoiseFigure kLineNoise[] = {{0, 2500}, {1, 3800}, {2, 7500}};
constexpr PowerFigure kSingleEndedPower[] = {{16000, 1440000}, {32000, 1950922}, {300000, 212766}, {600000, 106525}};
constexpr PowerFigure kBalancedPower[] = {{16000, 2560000}, {32000, 5120000}, {300000, 848797}, {600000, 425531}};

constexpr OutputDefinition kOutputs[] = {
    {.id = 0,
     .name = "Headphone 6.35 mm",
     .connector = "6.35mm",
     .balanced = false,
     .line = false,
     .detects = true,
     .sensesImpedance = true,
     .milliohm = 400,
     .microvolt = 8000000,
     .microampere = 300000,
     .noise = kSingleEndedNoise,
     .power = kSingleEndedPower},
    {.id = 1,
     .name = "Headphone XLR-4",
     .connector = "xlr4",
     .balanced = true,
     .line = false,
     .detects = true,
     .sensesImpedance = true,
     .milliohm = 800,
     .microvolt = 16000000,
     .microampere = 400000,
     .noise = kBalancedNoise,
     .power = kBalancedPower},
    {.id = 2,
     .name = "Line out",
     .connector = "rca",
     .balanced = false,
     .line = true,
     .detects = false,
     .sensesImpedance = false,
     .milliohm = 47000,
     .microvolt = 8000000,
     .microampere = 20000,
     .noise = kLineNoise},
};
constexpr InputDefinition kInputs[] = {{0, "USB"}, {1, "Optical"}, {2, "Coaxial"}};

constexpr BandSetting flat(std::int32_t hertz)
{
    return {.type = 0, .on = false, .hertz = hertz, .centiDecibel = 0, .milliQ = 1000};
}
constexpr BandSetting kBands[] = {flat(31), flat(62), flat(125), flat(250), flat(500), flat(1000), flat(2000), flat(4000), flat(8000), flat(16000)};
constexpr std::uint8_t kTypes[] = {0, 1, 2, 3, 4, 5};
constexpr std::uint32_t kRates[] = {44100, 48000, 88200, 96000, 176400, 192000};
constexpr EqualizerDefinition kEqualizer = {.types = kTypes,
                                            .hertz = {20, 20000},
                                            .centiDecibel = {-1200, 1200, 10},
                                            .milliQ = {100, 10000, 1},
                                            .preamp = {-2400, 0, 10},
                                            .rates = kRates,
                                            .shelf = 0,
                                            .initial = kBands};
constexpr FirmwareSlotDefinition kSlots[] = {{0, 1024 * 1024}, {1, 1024 * 1024}};
constexpr std::uint8_t kFeatures[] = {FeatureIdentify, FeatureLock, FeatureFaultLog, FeatureFactoryReset, FeatureStore};
constexpr Uuid kClass = {0x32, 0xe9, 0xca, 0x94, 0xa3, 0x83, 0x5f, 0x73, 0xb8, 0x44, 0x7c, 0x66, 0x76, 0x3f, 0x7b, 0xb0}; // "reference-desktop-a"

constexpr ModelDefinition kDesktop = {
    .maker = "Gainstage",
    .model = "Reference Desktop",
    .hardware = "A",
    .firmware = "1.4.0",
    .images = {.keys = kReferenceKeys, .vendor = kReferenceVendor, .device = kClass},
    .settings = kSettings,
    .outputs = kOutputs,
    .inputs = kInputs,
    .equalizer = &kEqualizer,
    .presets = {.slots = 8, .nameLength = 24, .wear = 100000},
    .meters = {.channels = 2, .temperature = true, .rails = 2, .clip = true, .everyMs = 50},
    .slots = kSlots,
    .features = kFeatures,
    .bufferSize = 2048,
    .bufferCount = 4,
    .knobSteps = 2,
};

} // namespace

const ModelDefinition &desktopModel()
{
    return kDesktop;
}

} // namespace gainstage::firmware
