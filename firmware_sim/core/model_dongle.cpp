// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/firmware.h"
#include "firmware_sim/core/model.h"
#include "firmware_sim/core/reference_maker.h"

namespace gainstage::firmware {

namespace {

constexpr ChoiceDefinition kGains[] = {{0, "low", "Low", true, 0}, {1, "high", "High", true, 600}};
constexpr ChoiceDefinition kFilters[] = {{0, "sharp", "Sharp roll-off"}, {1, "slow", "Slow roll-off"}};

constexpr SettingDefinition kSettings[] = {
    {.id = 1,
     .role = RoleGain,
     .name = "Gain",
     .key = "gain",
     .kind = Kind::Choice,
     .flags = Audible | Stored | Clicks,
     .initial = 0,
     .choices = kGains,
     .settleMs = 5},
    {.id = 4,
     .role = RoleVolume,
     .name = "Volume",
     .key = "volume",
     .kind = Kind::Range,
     .flags = Audible | Stored | SilentFloor,
     .initial = -3000,
     .unit = UnitCentiDecibel,
     .min = -6000,
     .max = 0,
     .step = 100},
    {.id = 7,
     .role = RoleFilter,
     .name = "Filter",
     .key = "filter",
     .kind = Kind::Choice,
     .flags = Audible | Stored,
     .initial = 0,
     .choices = kFilters},
};

constexpr NoiseFigure kNoise[] = {{0, 1200}, {1, 1900}};
constexpr PowerFigure kPower[] = {{16000, 57600}, {32000, 115200}, {300000, 13289}};
constexpr OutputDefinition kOutputs[] = {
    {.id = 0,
     .name = "Headphone 3.5 mm",
     .connector = "3.5mm",
     .balanced = false,
     .line = false,
     .detects = true,
     .sensesImpedance = false,
     .milliohm = 500,
     .microvolt = 2000000,
     .microampere = 60000,
     .noise = kNoise,
     .power = kPower},
};
constexpr InputDefinition kInputs[] = {{0, "USB"}};

constexpr BandSetting band(std::uint8_t type, std::int32_t hertz)
{
    return {.type = type, .on = false, .hertz = hertz, .centiDecibel = 0, .milliQ = 707};
}
constexpr BandSetting kBands[] = {band(1, 100), band(0, 300), band(0, 1000), band(0, 3000), band(2, 10000)};
constexpr std::uint8_t kTypes[] = {0, 1, 2};
constexpr std::uint32_t kRates[] = {44100, 48000, 96000};
constexpr EqualizerDefinition kEqualizer = {.types = kTypes,
                                            .hertz = {20, 20000},
                                            .centiDecibel = {-1200, 1200, 10},
                                            .milliQ = {100, 10000, 1},
                                            .preamp = {-2400, 0, 10},
                                            .rates = kRates,
                                            .shelf = 0,
                                            .initial = kBands};
constexpr FirmwareSlotDefinition kSlots[] = {{0, 512 * 1024}, {1, 512 * 1024}};
constexpr std::uint8_t kFeatures[] = {FeatureIdentify, FeatureLock, FeatureFaultLog, FeatureFactoryReset, FeatureStore};
constexpr Uuid kClass = {0x6f, 0xcd, 0xef, 0xda, 0x2b, 0x5d, 0x51, 0x51, 0xac, 0x85, 0x9d, 0xac, 0x78, 0x87, 0x23, 0x05}; // "reference-dongle-a"

constexpr ModelDefinition kDongle = {
    .maker = "Gainstage",
    .model = "Reference Dongle",
    .hardware = "A",
    .firmware = "1.2.0",
    .images = {.keys = kReferenceKeys, .vendor = kReferenceVendor, .device = kClass},
    .settings = kSettings,
    .outputs = kOutputs,
    .inputs = kInputs,
    .equalizer = &kEqualizer,
    .presets = {.slots = 2, .nameLength = 24, .wear = 10000},
    .meters = {},
    .slots = kSlots,
    .features = kFeatures,
    .bufferSize = 1024,
    .bufferCount = 5,
    .knobSteps = 2,
};

} // namespace

const ModelDefinition &dongleModel()
{
    return kDongle;
}

} // namespace gainstage::firmware
