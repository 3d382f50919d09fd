// SPDX-License-Identifier: Apache-2.0
#include "protocol/gap/description.h"
#include "protocol/gap/map_reader.h"

namespace gainstage::gap {
namespace {

QCborMap choiceMap(const DescribedChoice &choice)
{
    QCborMap map;
    put(map, "v", choice.value);
    put(map, "key", choice.key);
    put(map, "name", choice.name);
    putIf(map, "add", choice.adds);
    return map;
}

/// An array of maps out of a list.
template <typename T>
QCborArray maps(const std::vector<T> &list, QCborMap (*mapOf)(const T &))
{
    QCborArray array;
    for (const T &element : list)
        array.append(mapOf(element));
    return array;
}

QCborArray numbers(const std::vector<std::uint32_t> &list)
{
    QCborArray array;
    for (const std::uint32_t number : list)
        array.append(static_cast<qint64>(number));
    return array;
}

void putKind(QCborMap &map, const ChoiceKind &kind)
{
    put(map, "kind", 0);
    put(map, "choices", maps(kind.choices, &choiceMap));
}

void putKind(QCborMap &map, const RangeKind &kind)
{
    put(map, "kind", 1);
    if (kind.unit != 0)
        put(map, "unit", kind.unit);
    put(map, "min", kind.min);
    put(map, "max", kind.max);
    put(map, "step", kind.step);
}

void putKind(QCborMap &map, const SwitchKind &)
{
    put(map, "kind", 2);
}

QCborMap settingMap(const DescribedSetting &setting)
{
    QCborMap map;
    put(map, "id", setting.id);
    put(map, "role", setting.role);
    put(map, "name", setting.name);
    put(map, "key", setting.key);
    std::visit([&](const auto &kind) { putKind(map, kind); }, setting.kind);
    put(map, "flags", setting.flags);
    if (setting.settle != 0)
        put(map, "settle", setting.settle);
    return map;
}

QCborArray pair(qint64 first, qint64 second)
{
    return {first, second};
}

QCborMap outputMap(const DescribedOutput &output)
{
    QCborArray noise, power;
    for (const NoiseFigure &figure : output.noise)
        noise.append(pair(figure.gain, figure.nanovolt));
    for (const PowerFigure &figure : output.power)
        power.append(pair(figure.milliohm, figure.microwatt));
    QCborMap map;
    put(map, "id", output.id);
    put(map, "name", output.name);
    put(map, "connector", output.connector);
    put(map, "bal", QCborValue(output.balanced));
    put(map, "line", QCborValue(output.line));
    put(map, "zout", output.milliohm);
    putIf(map, "vmax", output.microvoltMax);
    putIf(map, "imax", output.microampereMax);
    put(map, "sense", QCborValue(output.senses));
    put(map, "noise", noise);
    put(map, "power", power);
    return map;
}

QCborMap inputDescriptionMap(const DescribedInput &input)
{
    QCborMap map;
    put(map, "id", input.id);
    put(map, "name", input.name);
    return map;
}

QCborMap equalizerMap(const DescribedEqualizer &equalizer)
{
    const auto span = [](const Span &limits) { return QCborArray{limits.min, limits.max, limits.step}; };
    QCborMap map;
    put(map, "bands", equalizer.bands);
    put(map, "types", numbers(equalizer.types));
    put(map, "f", QCborArray{equalizer.frequency.min, equalizer.frequency.max});
    put(map, "g", span(equalizer.gain));
    put(map, "q", span(equalizer.q));
    put(map, "pre", span(equalizer.preamp));
    put(map, "rates", numbers(equalizer.rates));
    put(map, "shelf", equalizer.shelf);
    if (equalizer.channels)
        put(map, "channels", QCborValue(true));
    return map;
}

QCborMap presetsMap(const DescribedPresets &presets)
{
    QCborMap map;
    put(map, "slots", presets.count);
    put(map, "name", presets.longestName);
    putIf(map, "wear", presets.wear);
    return map;
}

QCborMap metersMap(const DescribedMeters &meters)
{
    QCborMap map;
    put(map, "level", meters.channels);
    put(map, "temp", QCborValue(meters.temperature));
    put(map, "supply", meters.rails);
    put(map, "clip", QCborValue(meters.clip));
    put(map, "every", meters.fastest);
    return map;
}

QCborMap slotMap(const DescribedSlot &slot)
{
    QCborMap map;
    put(map, "slot", slot.slot);
    put(map, "size", slot.size);
    return map;
}

} // namespace

QCborMap DescriptionDocument::encode() const
{
    QCborMap map;
    put(map, "settings", maps(settings, &settingMap));
    put(map, "outputs", maps(outputs, &outputMap));
    put(map, "inputs", maps(inputs, &inputDescriptionMap));
    if (equalizer)
        put(map, "eq", equalizerMap(*equalizer));
    if (presets)
        put(map, "presets", presetsMap(*presets));
    if (meters)
        put(map, "meters", metersMap(*meters));
    put(map, "slots", maps(firmwareSlots, &slotMap));
    put(map, "features", numbers(features));
    return map;
}

} // namespace gainstage::gap
