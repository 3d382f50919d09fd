// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/fiio_amp.h"

#include <algorithm>

namespace gainstage::sim::fiio {
namespace {

enum Command : std::uint8_t {
    MaximumVolume = 0x01,
    Volume = 0x02,
    Filter = 0x04,
    Balance = 0x07,
    Firmware = 0x0b,
    Band = 0x15,
    ActivePreset = 0x16,
    GlobalGain = 0x17,
    BandCount = 0x18,
    Store = 0x19,
    Switch = 0x1a,
    ResetPreset = 0x1b,
    ResetPresets = 0x1c,
    FactoryReset = 0x21,
    Name = 0x30,
};

constexpr std::size_t kBandBytes = 8, kLongestName = 8;
constexpr std::uint8_t kLastFilter = 4, kLastType = 6;
constexpr int kCoarseQ = 300; ///< above, a KA15 tells a hundredth more than it was told
constexpr std::int64_t kLeaveTime = 20'000, kAwayTime = 900'000, kJunkTime = 5'000;

} // namespace

bool FiioAmp::takesEqualizer() const
{
    const PresetRow *row = presetOf(m_model, m_active);
    return row != nullptr && row->kind == PresetKind::User;
}

int FiioAmp::told(int qHundredths) const
{
    return m_model.echoes && qHundredths > kCoarseQ ? qHundredths + 1 : qHundredths;
}

Data FiioAmp::bandData(std::uint8_t index) const
{
    const Tone &tone = m_working.tones[index];
    Data data{index};
    for (const int number : {tone.deciDecibel, tone.hertz, told(tone.qHundredths)})
        putBigEndian(data, number);
    data.push_back(tone.type);
    return data;
}

Data FiioAmp::gainData() const
{
    const int gain = m_working.deciDecibel;
    if (m_model.shortGain)
        return {0, static_cast<std::uint8_t>(gain < 0 ? gain + 1 : gain)};
    Data data;
    putBigEndian(data, gain);
    return data;
}

std::optional<Data> FiioAmp::nameData(std::uint8_t slot) const
{
    for (const PresetRow &row : m_model.presets) {
        if (!m_model.names || row.kind != PresetKind::User || userSlotOf(m_model, row.id) != slot)
            continue;
        Data data{slot};
        const std::string &name = m_stored.at(row.id).name;
        data.insert(data.end(), name.begin(), name.end());
        return data;
    }
    return std::nullopt;
}

std::optional<Data> FiioAmp::valueOf(const Packet &packet) const
{
    if (packet.command >= Band)
        return equalizerValueOf(packet);
    if (m_plain && packet.command < Firmware)
        return std::nullopt;
    switch (packet.command) {
    case MaximumVolume: return Data{m_model.mostVolume};
    case Volume: return Data{m_volume};
    case Filter: return Data{m_filter};
    case Balance: return Data{m_left, m_right};
    case Firmware: return m_model.tellsFirmware ? std::optional(Data{0x02, 0x14}) : std::nullopt;
    default: return std::nullopt;
    }
}

std::optional<Data> FiioAmp::equalizerValueOf(const Packet &packet) const
{
    const std::uint8_t index = packet.data.empty() ? std::uint8_t(0) : packet.data[0];
    switch (packet.command) {
    case Band: return index < m_model.bands ? std::optional(bandData(index)) : std::nullopt;
    case ActivePreset: return Data{m_active};
    case GlobalGain: return gainData();
    case BandCount: return Data{m_count};
    case Switch: return Data{std::uint8_t(m_on ? 1 : 0)};
    case Name: return nameData(index);
    default: return std::nullopt;
    }
}

void FiioAmp::set(const Packet &packet, std::int64_t now)
{
    if (packet.command == ResetPreset)
        ++m_resets, m_working = factoryCurve(m_model, m_active);
    else if (packet.command == ResetPresets || packet.command == FactoryReset)
        ++m_resets, resetAll();
    else if (packet.command == Store && packet.data.size() == 1)
        store(packet.data[0], now);
    else if (packet.command == Balance && packet.data.size() == 2 && packet.data[0] == 0)
        m_left = 0, m_right = packet.data[1];
    else if (packet.data.size() == 1)
        setByte(packet.command, packet.data[0]);
    else
        setEqualizer(packet);
    m_level = computeLevel();
    if (packet.command != Store)
        echo(packet, now);
}

void FiioAmp::setByte(std::uint8_t command, std::uint8_t value)
{
    switch (command) {
    case Volume: m_volume = std::min(value, m_model.mostVolume); break;
    case Filter: m_filter = value <= kLastFilter ? value : m_filter; break;
    case ActivePreset: select(value); break;
    case BandCount: m_count = std::min(value, m_model.bands); break;
    case Switch: m_on = m_model.switches ? value != 0 : m_on; break;
    default: break;
    }
}

void FiioAmp::setEqualizer(const Packet &packet)
{
    const Data &data = packet.data;
    if (packet.command == Name && m_model.names && data.size() > 1)
        setName(data);
    if (!takesEqualizer())
        return;
    if (packet.command == Band && data.size() == kBandBytes)
        setBand(data);
    if (packet.command == GlobalGain && data.size() == 2)
        m_working.deciDecibel = m_model.shortGain ? static_cast<std::int8_t>(data[1]) : static_cast<std::int16_t>(bigEndian(data, 0));
}

void FiioAmp::setBand(const Data &data)
{
    if (data[0] < m_count && data[7] <= kLastType)
        m_working.tones[data[0]] = {static_cast<std::int16_t>(bigEndian(data, 1)), bigEndian(data, 3), bigEndian(data, 5), data[7]};
}

void FiioAmp::setName(const Data &data)
{
    for (const PresetRow &row : m_model.presets) {
        if (row.kind == PresetKind::User && userSlotOf(m_model, row.id) == data[0])
            m_stored[row.id].name.assign(data.begin() + 1, data.begin() + 1 + static_cast<std::ptrdiff_t>(std::min(data.size() - 1, kLongestName)));
    }
}

void FiioAmp::select(std::uint8_t preset)
{
    if (presetOf(m_model, preset) == nullptr)
        return;
    m_active = preset;
    m_working = m_stored[preset];
}

void FiioAmp::store(std::uint8_t preset, std::int64_t now)
{
    const PresetRow *row = presetOf(m_model, preset);
    if (row == nullptr || row->kind != PresetKind::User)
        return;
    m_working.name = m_stored[preset].name;
    m_stored[preset] = m_working;
    ++m_stores;
    if (m_model.leavesOnStore) {
        m_awayFrom = now + kLeaveTime;
        m_backAt = m_awayFrom + kAwayTime;
    }
    if (!m_model.echoes)
        return;
    Data junk(m_model.payload + 1);
    const Data seen{m_model.reportId, 0x00, 0xee, 0x00, 0x66};
    std::ranges::copy(seen, junk.begin());
    say(now + kJunkTime, junk);
    say(now + kJunkTime, junk);
}

} // namespace gainstage::sim::fiio
