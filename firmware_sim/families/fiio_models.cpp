// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/fiio_models.h"

#include <algorithm>
#include <array>

namespace gainstage::sim::fiio {
namespace {

using enum PresetKind;

constexpr std::array<PresetRow, 11> kKa15{
    {{0, Factory}, {1, Factory}, {2, Factory}, {3, Factory}, {4, Factory}, {5, Factory}, {6, Factory}, {7, User}, {8, User}, {9, User}, {10, Off}}};
constexpr std::array<PresetRow, 11> kKa17{
    {{0, Factory}, {1, Factory}, {2, Factory}, {3, Factory}, {4, User}, {5, Factory}, {6, Factory}, {7, Factory}, {8, User}, {9, User}, {10, Off}}};
constexpr std::array<PresetRow, 5> kJa11{{{0, Factory}, {1, Factory}, {2, Factory}, {3, User}, {4, Off}}};

/// Eleven of the factory, so many of the user, and perhaps the one that is off.
template <std::size_t users, bool off>
constexpr auto common()
{
    std::array<PresetRow, 11 + users + (off ? 1 : 0)> rows{};
    for (std::size_t i = 0; i < 11; ++i)
        rows[i] = {static_cast<std::uint8_t>(i), Factory};
    for (std::size_t i = 0; i < users; ++i)
        rows[11 + i] = {static_cast<std::uint8_t>(160 + i), User};
    if (off)
        rows[rows.size() - 1] = {240, Off};
    return rows;
}
constexpr auto kOne = common<1, false>();
constexpr auto kThree = common<3, true>();
constexpr auto kTen = common<10, true>();

constexpr std::int64_t kQuick = 100'000, kSlow = 200'000;

constexpr std::array<ModelRow, 7> kModels{{
    {.name = "fiio-ka15",
     .maker = "FIIO",
     .product = "FIIO KA15",
     .productId = 0x0104,
     .reportId = 7,
     .payload = 63,
     .bands = 10,
     .checksum = Checksum::Frame,
     .pace = kQuick,
     .presets = kKa15,
     .counts = true,
     .echoes = true,
     .names = true,
     .mostVolume = 100},
    {.name = "fiio-ka17",
     .maker = "FIIO",
     .product = "FIIO KA17 (MQA HID)",
     .productId = 0x0093,
     .reportId = 1,
     .payload = 32,
     .bands = 10,
     .checksum = Checksum::Zero,
     .pace = kSlow,
     .presets = kKa17,
     .narrowsPeaks = true,
     .mostVolume = 100},
    {.name = "fiio-ja11",
     .maker = "JadeAudio",
     .product = "JadeAudio JA11",
     .productId = 0x0102,
     .reportId = 2,
     .payload = 20,
     .bands = 5,
     .checksum = Checksum::WithoutHead,
     .pace = kQuick,
     .presets = kJa11,
     .leavesOnStore = true,
     .shortGain = true,
     .tellsFirmware = true,
     .mostVolume = 60},
    {.name = "fiio-qx13",
     .maker = "FIIO",
     .product = "FIIO QX13",
     .productId = 0x0128,
     .reportId = 7,
     .payload = 32,
     .bands = 10,
     .checksum = Checksum::Zero,
     .pace = kQuick,
     .presets = kTen,
     .narrowsPeaks = true,
     .mostVolume = 120},
    {.name = "fiio-melody",
     .maker = "SNOWSKY",
     .product = "SNOWSKY Melody",
     .productId = 0x0126,
     .reportId = 7,
     .payload = 63,
     .bands = 10,
     .checksum = Checksum::Frame,
     .pace = kQuick,
     .presets = kThree,
     .counts = true,
     .mostVolume = 100},
    {.name = "fiio-oak-nano",
     .maker = "FIIO",
     .product = "FIIO OAK NANO",
     .productId = 0x4016,
     .reportId = 7,
     .payload = 61,
     .bands = 8,
     .checksum = Checksum::IdAndFrame,
     .pace = kQuick,
     .presets = kOne,
     .mostVolume = 100},
    {.name = "fiio-k13-r2r",
     .maker = "FIIO",
     .product = "FIIO K13 R2R",
     .productId = 0x0120,
     .reportId = 7,
     .payload = 64,
     .bands = 10,
     .checksum = Checksum::Zero,
     .pace = kSlow,
     .presets = kTen,
     .switches = true,
     .names = true,
     .mostVolume = 99},
}};

} // namespace

std::span<const ModelRow> models()
{
    return kModels;
}

const ModelRow &modelNamed(std::string_view name)
{
    return *std::ranges::find(kModels, name, &ModelRow::name);
}

const PresetRow *presetOf(const ModelRow &model, std::uint8_t id)
{
    const auto found = std::ranges::find(model.presets, id, &PresetRow::id);
    return found == model.presets.end() ? nullptr : &*found;
}

std::uint8_t userSlotOf(const ModelRow &model, std::uint8_t id)
{
    return static_cast<std::uint8_t>(std::ranges::count_if(model.presets, [id](const PresetRow &row) { return row.kind == User && row.id < id; }));
}

std::vector<std::uint8_t> descriptorOf(const ModelRow &model)
{
    const auto length = static_cast<std::uint8_t>(model.payload);
    return {0x06, 0x00, 0xff,   0x09, 0x01, 0xa1, 0x01, 0x85, model.reportId, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75,
            0x08, 0x95, length, 0x09, 0x02, 0x91, 0x02, 0x95, length,         0x09, 0x03, 0x81, 0x02, 0xc0};
}

} // namespace gainstage::sim::fiio
