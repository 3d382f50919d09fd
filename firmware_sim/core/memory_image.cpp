// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/core/memory_image.h"

#include "firmware_sim/core/big_endian.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kMaxContent = 1 + kMaxSettings * 6 + 1 + 4 + 1 + kMaxBands * 14;
static_assert(1 + 4 + kMaxContent + 1 + kMaxSlots * (2 + kMaxPresetName + kMaxContent) <= Memory::kMaxImage);

class ImageWriter {
public:
    explicit ImageWriter(std::span<std::uint8_t> out) : m_out(out) {}

    template <typename T>
    void put(T value)
    {
        m_overflowed = m_overflowed || m_out.size() - m_size < sizeof(T);
        if (m_overflowed)
            return;
        writeBigEndian(m_out.subspan(m_size), value);
        m_size += sizeof(T);
    }
    void byte(std::size_t value) { put(static_cast<std::uint8_t>(value)); }
    void number(std::int32_t value) { put(static_cast<std::uint32_t>(value)); }
    std::size_t size() const { return m_overflowed ? 0 : m_size; }

private:
    std::span<std::uint8_t> m_out;
    std::size_t m_size = 0;
    bool m_overflowed = false;
};

class ImageReader {
public:
    explicit ImageReader(std::span<const std::uint8_t> bytes) : m_rest(bytes) {}

    template <typename T>
    T take()
    {
        m_failed = m_failed || m_rest.size() < sizeof(T);
        if (m_failed)
            return 0;
        const T value = readBigEndian<T>(m_rest);
        m_rest = m_rest.subspan(sizeof(T));
        return value;
    }
    std::uint8_t byte() { return take<std::uint8_t>(); }
    std::int32_t number() { return static_cast<std::int32_t>(take<std::uint32_t>()); }
    bool failed() const { return m_failed; }

private:
    std::span<const std::uint8_t> m_rest;
    bool m_failed = false;
};

std::size_t bandCount(const ModelDefinition &model)
{
    return model.equalizer != nullptr ? model.equalizer->initial.size() : 0;
}

void writeContent(ImageWriter &out, const ModelDefinition &model, const Content &content)
{
    const auto stored = std::count_if(model.settings.begin(), model.settings.end(), [](const auto &setting) { return setting.has(Stored); });
    out.byte(static_cast<std::size_t>(stored));
    for (std::size_t i = 0; i < model.settings.size(); ++i) {
        if (!model.settings[i].has(Stored))
            continue;
        out.put(model.settings[i].id);
        out.number(content.values[i]);
    }
    out.byte(content.equalizer.on);
    out.number(content.equalizer.preamp);
    out.byte(bandCount(model));
    for (std::size_t i = 0; i < bandCount(model); ++i) {
        const BandSetting &band = content.equalizer.bands[i];
        out.byte(band.type);
        out.byte(band.on);
        out.number(band.hertz);
        out.number(band.centiDecibel);
        out.number(band.milliQ);
    }
}

void readSettings(ImageReader &in, const ModelDefinition &model, Content &content)
{
    for (std::size_t left = in.byte(); left > 0 && !in.failed(); --left) {
        const std::size_t index = model.indexOfId(in.take<std::uint16_t>());
        const std::int32_t value = in.number();
        if (index < model.settings.size() && isAllowed(model.settings[index], value))
            content.values[index] = value;
    }
}

void readBands(ImageReader &in, const ModelDefinition &model, Equalizer &equalizer)
{
    const std::size_t count = in.byte();
    for (std::size_t i = 0; i < count && !in.failed(); ++i) {
        BandSetting band;
        band.type = in.byte();
        band.on = in.byte() != 0;
        band.hertz = in.number();
        band.centiDecibel = in.number();
        band.milliQ = in.number();
        if (i < bandCount(model) && isAllowed(*model.equalizer, band))
            equalizer.bands[i] = band;
    }
}

Content readContent(ImageReader &in, const ModelDefinition &model)
{
    Content content = initialContent(model);
    readSettings(in, model, content);
    const bool on = in.byte() != 0;
    const std::int32_t preamp = in.number();
    if (model.equalizer != nullptr) {
        content.equalizer.on = on;
        if (model.equalizer->preamp.allows(preamp))
            content.equalizer.preamp = preamp;
    }
    readBands(in, model, content.equalizer);
    return content;
}

void writePreset(ImageWriter &out, const ModelDefinition &model, const Preset &preset)
{
    out.byte(preset.used);
    out.byte(preset.nameLength);
    for (const char character : preset.name())
        out.put(static_cast<std::uint8_t>(character));
    if (preset.used)
        writeContent(out, model, preset.content);
}

Preset readPreset(ImageReader &in, const ModelDefinition &model)
{
    Preset preset;
    preset.used = in.byte() != 0;
    const std::size_t length = in.byte();
    preset.nameLength = static_cast<std::uint8_t>(std::min<std::size_t>(length, model.presets.nameLength));
    for (std::size_t i = 0; i < length && !in.failed(); ++i) {
        const std::uint8_t character = in.byte();
        if (i < preset.nameLength)
            preset.nameBytes[i] = static_cast<char>(character);
    }
    if (preset.used)
        preset.content = readContent(in, model);
    return preset;
}

} // namespace

std::size_t encodeImage(const ModelDefinition &model, const Remembered &stored, std::span<std::uint8_t> out)
{
    ImageWriter image(out);
    image.byte(kVersion);
    image.put(stored.wear);
    writeContent(image, model, stored.content);
    image.byte(model.presets.slots);
    for (std::size_t slot = 0; slot < model.presets.slots; ++slot)
        writePreset(image, model, stored.presets[slot]);
    return image.size();
}

bool decodeImage(const ModelDefinition &model, std::span<const std::uint8_t> image, Remembered &stored)
{
    ImageReader in(image);
    if (in.byte() != kVersion)
        return false;
    stored.wear = in.take<std::uint32_t>();
    stored.content = readContent(in, model);
    const std::size_t slots = in.byte();
    for (std::size_t slot = 0; slot < slots && !in.failed(); ++slot) {
        const Preset preset = readPreset(in, model);
        if (slot < model.presets.slots)
            stored.presets[slot] = preset;
    }
    return !in.failed();
}

} // namespace gainstage::firmware
