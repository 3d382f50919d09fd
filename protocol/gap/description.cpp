// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/description.h"

#include "protocol/gap/limits.h"
#include "protocol/gap/map_reader.h"
#include "protocol/smp/cbor.h"

#include <algorithm>
#include <set>

namespace gainstage::gap {
namespace {

DescribedChoice readChoice(MapReader &in)
{
    DescribedChoice choice;
    choice.value = in.integer<std::int32_t>("v");
    choice.key = in.text("key");
    choice.name = in.text("name");
    choice.adds = in.optionalInteger<std::int32_t>("add");
    return choice;
}

ChoiceKind readChoices(MapReader &in)
{
    ChoiceKind kind;
    std::set<std::int32_t> values;
    std::set<QString> keys;
    in.eachMap("choices", kMostChoices, [&](MapReader &element) {
        kind.choices.push_back(readChoice(element));
        if (!values.insert(kind.choices.back().value).second)
            element.refuse("v");
        if (!keys.insert(kind.choices.back().key).second)
            element.refuse("key");
    });
    if (kind.choices.empty())
        in.refuse("choices");
    return kind;
}

/// Limits whose distance overflows could not be reckoned with.
constexpr std::int32_t mostLimit = 1'000'000'000;

RangeKind readRange(MapReader &in)
{
    RangeKind kind;
    kind.unit = in.optionalInteger<std::uint32_t>("unit").value_or(0);
    kind.min = in.integer<std::int32_t>("min", -mostLimit, mostLimit);
    kind.max = in.integer<std::int32_t>("max", -mostLimit, mostLimit);
    kind.step = in.integer<std::int32_t>("step", 1, mostLimit);
    if (kind.max < kind.min)
        in.refuse("max");
    return kind;
}

/// False for a kind of a later version.
bool readKind(MapReader &in, DescribedSetting &setting)
{
    switch (in.integer<std::uint32_t>("kind")) {
    case 0: setting.kind = readChoices(in); return true;
    case 1: setting.kind = readRange(in); return true;
    case 2: setting.kind = SwitchKind{}; return true;
    default: return false;
    }
}

std::optional<DescribedSetting> readSetting(MapReader &in)
{
    DescribedSetting setting;
    setting.id = in.integer<std::uint16_t>("id", 1);
    setting.role = in.integer<std::uint16_t>("role");
    setting.name = in.text("name");
    setting.key = in.text("key");
    setting.flags = in.integer<std::uint32_t>("flags");
    setting.settle = in.optionalInteger<std::uint32_t>("settle", 0, 60'000).value_or(0);
    if (setting.key.isEmpty())
        in.refuse("key");
    return readKind(in, setting) ? std::optional(setting) : std::nullopt;
}

std::vector<DescribedSetting> readSettings(MapReader &in)
{
    constexpr std::uint16_t firstOfMakers = 32768;
    std::vector<DescribedSetting> all;
    std::set<std::uint16_t> ids, roles;
    std::set<QString> keys;
    in.eachMap("settings", kMostSettings, [&](MapReader &element) {
        const auto setting = readSetting(element);
        if (!setting)
            return;
        if (!ids.insert(setting->id).second)
            element.refuse("id");
        if (setting->role < firstOfMakers && !roles.insert(setting->role).second)
            element.refuse("role");
        if (!keys.insert(setting->key).second)
            element.refuse("key");
        all.push_back(*setting);
    });
    return all;
}

DescribedOutput readOutput(MapReader &in)
{
    DescribedOutput output;
    output.id = in.integer<std::int32_t>("id");
    output.name = in.text("name");
    output.connector = in.text("connector");
    output.balanced = in.boolean("bal");
    output.line = in.boolean("line");
    output.milliohm = in.integer<std::uint32_t>("zout");
    output.microvoltMax = in.optionalInteger<std::uint32_t>("vmax");
    output.microampereMax = in.optionalInteger<std::uint32_t>("imax");
    output.senses = in.optionalBoolean("sense").value_or(false);
    if (in.has("noise"))
        in.eachRow<std::uint32_t>("noise", kMostFigures, 2,
                                  [&](const auto &row) { output.noise.push_back({static_cast<std::int32_t>(row[0]), row[1]}); });
    if (in.has("power"))
        in.eachRow<std::uint32_t>("power", kMostFigures, 2, [&](const auto &row) { output.power.push_back({row[0], row[1]}); });
    return output;
}

DescribedInput readInput(MapReader &in)
{
    DescribedInput input;
    input.id = in.integer<std::int32_t>("id");
    input.name = in.text("name");
    return input;
}

/// [min, max] or [min, max, step].
Span readSpan(MapReader &in, const char *key, std::size_t size)
{
    const auto numbers = in.integers<std::int32_t>(key, 3);
    const bool sound = numbers.size() == size && std::ranges::all_of(numbers, [](std::int32_t n) { return n >= -mostLimit && n <= mostLimit; });
    if (!sound || numbers[1] < numbers[0] || (size == 3 && numbers[2] < 1)) {
        in.refuse(key);
        return {};
    }
    return {numbers[0], numbers[1], size == 3 ? numbers[2] : 1};
}

DescribedEqualizer readEqualizer(MapReader &in)
{
    DescribedEqualizer equalizer;
    equalizer.bands = in.integer<std::uint32_t>("bands", 1, kMostBands);
    equalizer.types = in.integers<std::uint32_t>("types", kMostTypes);
    equalizer.frequency = readSpan(in, "f", 2);
    equalizer.gain = readSpan(in, "g", 3);
    equalizer.q = readSpan(in, "q", 3);
    equalizer.preamp = readSpan(in, "pre", 3);
    equalizer.rates = in.integers<std::uint32_t>("rates", kMostTypes);
    equalizer.shelf = in.integer<std::uint32_t>("shelf");
    equalizer.channels = in.optionalBoolean("channels").value_or(false);
    return equalizer;
}

DescribedPresets readPresets(MapReader &in)
{
    DescribedPresets presets;
    presets.count = in.integer<std::uint32_t>("slots", 0, kMostSlots);
    presets.longestName = in.integer<std::uint32_t>("name", 0, kLongestText);
    presets.wear = in.optionalInteger<std::uint32_t>("wear");
    return presets;
}

DescribedMeters readMeterLayout(MapReader &in)
{
    DescribedMeters meters;
    meters.channels = in.integer<std::uint32_t>("level", 0, kMostChannels);
    meters.temperature = in.boolean("temp");
    meters.rails = in.integer<std::uint32_t>("supply", 0, kMostChannels);
    meters.clip = in.boolean("clip");
    meters.fastest = in.integer<std::uint32_t>("every", 0, 60'000);
    return meters;
}

template <typename T>
std::optional<T> readPart(MapReader &in, const char *key, T (*read)(MapReader &))
{
    if (!in.has(key))
        return std::nullopt;
    MapReader part = in.map(key);
    return read(part);
}

} // namespace

bool DescriptionDocument::has(Feature feature) const
{
    return std::ranges::find(features, static_cast<std::uint32_t>(feature)) != features.end();
}

Result<DescriptionDocument> DescriptionDocument::decode(const QCborMap &map)
{
    MapReader in(map);
    DescriptionDocument document;
    document.settings = readSettings(in);
    in.eachMap("outputs", kMostOutputs, [&](MapReader &element) { document.outputs.push_back(readOutput(element)); });
    in.eachMap("inputs", kMostInputs, [&](MapReader &element) { document.inputs.push_back(readInput(element)); });
    document.equalizer = readPart(in, "eq", readEqualizer);
    document.presets = readPart(in, "presets", readPresets);
    document.meters = readPart(in, "meters", readMeterLayout);
    if (in.has("slots"))
        in.eachMap("slots", kMostSlots, [&](MapReader &element) {
            document.firmwareSlots.push_back({element.integer<std::uint32_t>("slot"), element.integer<std::uint32_t>("size")});
        });
    if (in.has("features"))
        document.features = in.integers<std::uint32_t>("features", kMostTypes);
    return in.done(std::move(document));
}

Result<DescriptionDocument> DescriptionDocument::parse(const QByteArray &document)
{
    const auto map = smp::decodeMap({reinterpret_cast<const std::uint8_t *>(document.constData()), static_cast<std::size_t>(document.size())});
    if (!map)
        return std::unexpected(map.error());
    return decode(*map);
}

} // namespace gainstage::gap
