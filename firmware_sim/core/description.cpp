// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/description.h"

#include "firmware_sim/core/big_endian.h"
#include "firmware_sim/core/cbor_writer.h"
#include "firmware_sim/core/checksum.h"

namespace gainstage::firmware {

namespace {

void writeChoice(CborWriter &out, const ChoiceDefinition &choice)
{
    out.map(choice.adds ? 4 : 3).text("v").number(choice.value).text("key").text(choice.key).text("name").text(choice.name);
    if (choice.adds)
        out.text("add").number(choice.centiDecibel);
}

void writeKind(CborWriter &out, const SettingDefinition &setting)
{
    if (setting.kind == Kind::Range) {
        out.text("unit").number(setting.unit);
        out.text("min").number(setting.min).text("max").number(setting.max).text("step").number(setting.step);
    } else if (setting.kind == Kind::Choice) {
        out.text("choices").array(setting.choices.size());
        for (const ChoiceDefinition &choice : setting.choices)
            writeChoice(out, choice);
    }
}

void writeSetting(CborWriter &out, const SettingDefinition &setting)
{
    const std::size_t ofKind = setting.kind == Kind::Range ? 4 : setting.kind == Kind::Choice ? 1 : 0;
    out.map(6 + ofKind + (setting.settleMs > 0 ? 1 : 0));
    out.text("id").number(setting.id).text("role").number(setting.role).text("name").text(setting.name).text("key").text(setting.key);
    out.text("kind").number(static_cast<int>(setting.kind));
    writeKind(out, setting);
    out.text("flags").number(setting.flags);
    if (setting.settleMs > 0)
        out.text("settle").number(setting.settleMs);
}

void writeFigures(CborWriter &out, const OutputDefinition &output)
{
    out.text("noise").array(output.noise.size());
    for (const NoiseFigure &figure : output.noise)
        out.array(2).number(figure.gain).number(figure.nanovolt);
    out.text("power").array(output.power.size());
    for (const PowerFigure &figure : output.power)
        out.array(2).number(figure.milliohm).number(figure.microwatt);
}

void writeOutput(CborWriter &out, const OutputDefinition &output)
{
    out.map(11).text("id").number(output.id).text("name").text(output.name).text("connector").text(output.connector);
    out.text("bal").boolean(output.balanced).text("line").boolean(output.line).text("zout").number(output.milliohm);
    out.text("vmax").number(output.microvolt).text("imax").number(output.microampere).text("sense").boolean(output.sensesImpedance);
    writeFigures(out, output);
}

void writeLimits(CborWriter &out, const char *key, const Limits &limits)
{
    out.text(key).array(3).number(limits.min).number(limits.max).number(limits.step);
}

void writeEqualizer(CborWriter &out, const EqualizerDefinition &equalizer)
{
    out.text("eq").map(8).text("bands").number(static_cast<std::int64_t>(equalizer.initial.size()));
    out.text("types").array(equalizer.types.size());
    for (const std::uint8_t type : equalizer.types)
        out.number(type);
    out.text("f").array(2).number(equalizer.hertz.min).number(equalizer.hertz.max);
    writeLimits(out, "g", equalizer.centiDecibel);
    writeLimits(out, "q", equalizer.milliQ);
    writeLimits(out, "pre", equalizer.preamp);
    out.text("rates").array(equalizer.rates.size());
    for (const std::uint32_t rate : equalizer.rates)
        out.number(rate);
    out.text("shelf").number(equalizer.shelf);
}

void writePresets(CborWriter &out, const PresetDefinition &presets)
{
    out.text("presets").map(3).text("slots").number(presets.slots).text("name").number(presets.nameLength).text("wear").number(presets.wear);
}

void writeMeters(CborWriter &out, const MeterDefinition &meters)
{
    out.text("meters").map(5).text("level").number(meters.channels).text("temp").boolean(meters.temperature);
    out.text("supply").number(meters.rails).text("clip").boolean(meters.clip).text("every").number(meters.everyMs);
}

void writeConnections(CborWriter &out, const ModelDefinition &model)
{
    out.text("outputs").array(model.outputs.size());
    for (const OutputDefinition &output : model.outputs)
        writeOutput(out, output);
    out.text("inputs").array(model.inputs.size());
    for (const InputDefinition &input : model.inputs)
        out.map(2).text("id").number(input.id).text("name").text(input.name);
}

void writeExtras(CborWriter &out, const ModelDefinition &model)
{
    if (model.equalizer != nullptr)
        writeEqualizer(out, *model.equalizer);
    if (model.presets.slots > 0)
        writePresets(out, model.presets);
    if (model.meters.channels > 0)
        writeMeters(out, model.meters);
    out.text("slots").array(model.slots.size());
    for (const FirmwareSlotDefinition &slot : model.slots)
        out.map(2).text("slot").number(slot.slot).text("size").number(slot.size);
    out.text("features").array(model.features.size());
    for (const std::uint8_t feature : model.features)
        out.number(feature);
}

} // namespace

bool Description::build(const ModelDefinition &model)
{
    CborWriter out(m_bytes);
    const std::size_t optional = (model.equalizer != nullptr ? 1u : 0u) + (model.presets.slots > 0 ? 1u : 0u) + (model.meters.channels > 0 ? 1u : 0u);
    out.map(5 + optional).text("settings").array(model.settings.size());
    for (const SettingDefinition &setting : model.settings)
        writeSetting(out, setting);
    writeConnections(out, model);
    writeExtras(out, model);
    m_size = out.written().size();
    writeBigEndian(std::span<std::uint8_t>(m_digest), fnv1a64(bytes()));
    return !out.overflowed();
}

} // namespace gainstage::firmware
