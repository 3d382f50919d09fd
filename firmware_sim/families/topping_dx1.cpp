// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/topping_dx1.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gainstage::sim::topping {
namespace {

// Of the simulated unit: the maker does not say what high gain adds.
constexpr double highGainDecibels = 10;
constexpr std::int64_t tickMicroseconds = 1'000'000;

enum Field : std::uint8_t { Version = 1, Bits, Headphone, Line, Common, Optical, Mute };
constexpr std::int32_t lineBit = 1, headphoneBit = 2, linkedBit = 16;
constexpr std::uint8_t fieldCount = 12;

constexpr std::uint16_t state = 0x7100, filter = 0x7300, gain = 0x7500, standby = 0x7900, brightness = 0x7a00, input = 0x7b00, display = 0x8109;
constexpr std::uint16_t block = 0x810a, selectSlot = 0x110e, equalizerState = 0x1204, activeSlot = 0x1206, dumps = 0x1106, clock = 0x111a;
constexpr std::uint16_t factoryReset = 0x7f00;

constexpr std::array<std::uint16_t, 11> plainReads{state, standby, 0x7d00, 0x810b, 0x810c, 0x810d, 0x810e, 0x810f, 0x8200, 0x8300, 0x8400};

/// A register that takes values up to `most`.
struct Register {
    std::uint16_t command;
    std::int32_t most;
    QLatin1String key;
};
constexpr std::array registers{
    Register{filter, 7, QLatin1String("filter")},
    Register{gain, 1, QLatin1String("gain")},
    Register{standby, 1, QLatin1String("auto-standby")},
    Register{brightness, 3, QLatin1String("brightness")},
    Register{input, 1, QLatin1String("input")},
    Register{display, 3, QLatin1String("display")},
    Register{0x7d00, 1, QLatin1String("auto-screen-off")},
};

struct VolumeKey {
    QLatin1String name;
    std::uint8_t field;
};
constexpr std::array volumeKeys{
    VolumeKey{QLatin1String("volume"), Common},
    VolumeKey{QLatin1String("headphone-volume"), Headphone},
    VolumeKey{QLatin1String("line-volume"), Line},
    VolumeKey{QLatin1String("optical-volume"), Optical},
};

bool isVolume(std::int32_t raw)
{
    return raw >= 0 && raw <= 990 && raw % (raw > 890 ? 5 : 10) == 0;
}

} // namespace

Dx1::Dx1(const std::string &serialNumber, std::uint32_t seed) : ToppingAmp("DX1 II", serialNumber), m_chance(seed + 1)
{
    reset();
}

void Dx1::reset()
{
    m_registers = {{state, 1}, {brightness, 2}};
    m_block = {0, 2, lineBit | headphoneBit | linkedBit, 590, 590, 590, 990, 0};
    m_slots = {Equalizer("One"), Equalizer("Two"), Equalizer("Three")};
    m_slot = 0;
    m_equalizerOn = false;
}

void Dx1::handle(const Frame &frame, std::int64_t now)
{
    const auto &safe = plainReads;
    const bool isRead = std::ranges::find(safe, frame.command) != safe.end() || frame.command == block || frame.command == equalizerState ||
                        frame.command == activeSlot || frame.command == dumps;
    if (frame.kind == kRead && isRead)
        return read(frame.command, now);
    if (!write(frame))
        return;
    if (frame.command == block)
        return sendField(frame.index, now);
    say({kWrite, 1, 1, frame.command, frame.value}, now);
}

void Dx1::read(std::uint16_t command, std::int64_t now)
{
    if (command == dumps)
        return sendDumps(now);
    if (command == block) {
        for (std::size_t field = 1; field <= fieldCount; ++field)
            sendField(field, now);
        return;
    }
    std::int32_t value = m_registers[command];
    if (command == equalizerState)
        value = m_equalizerOn ? 7 : 4;
    if (command == activeSlot)
        value = static_cast<std::int32_t>(m_slot);
    say({kWrite, 1, 1, command, value}, now);
}

void Dx1::sendField(std::size_t field, std::int64_t now)
{
    say({kWrite, fieldCount, static_cast<std::uint8_t>(field), block, m_block.at(field)}, now);
}

void Dx1::sendDumps(std::int64_t now)
{
    const std::size_t times = m_chance() % 2 == 0 ? 2 : 1;
    for (std::size_t i = 0; i < times * m_slots.size(); ++i) {
        const auto words = m_slots[i % m_slots.size()].dump();
        for (std::size_t word = 0; word < words.size(); ++word)
            say({kWrite, 78, static_cast<std::uint8_t>(word), dumps, words[word]}, now);
    }
}

bool Dx1::write(const Frame &frame)
{
    if (frame.command == block)
        return frame.count == fieldCount && writeField(frame.index, frame.value);
    return frame.count == 1 && (m_slots[m_slot].write(frame.command, frame.value) || writeRegister(frame.command, frame.value));
}

bool Dx1::writeField(std::size_t field, std::int32_t value)
{
    const bool fits = field >= Headphone && field <= Optical ? isVolume(value) : field == Mute && value >= 0 && value <= 3;
    if (fits)
        m_block[field] = value;
    return fits;
}

bool Dx1::writeRegister(std::uint16_t command, std::int32_t value)
{
    if (command == factoryReset)
        reset();
    if (command == selectSlot && value >= -1 && value < 3) {
        m_equalizerOn = value >= 0;
        m_slot = m_equalizerOn ? static_cast<std::size_t>(value) : m_slot;
        return true;
    }
    if (command == state && (value == 1 || value == 2)) {
        m_registers[state] = value;
        return true;
    }
    const auto known = std::ranges::find(registers, command, &Register::command);
    if (known == registers.end() || value < 0 || value > known->most)
        return false;
    m_registers[command] = value;
    return true;
}

void Dx1::tick(std::int64_t now)
{
    if (now < m_nextTick)
        return;
    say({kWrite, 1, 1, clock, 1}, now);
    m_nextTick = now + tickMicroseconds;
}

QString Dx1::setField(std::size_t field, std::int32_t value, std::int64_t now)
{
    if (!writeField(field, value))
        return QStringLiteral("no such value");
    sendField(field, now);
    return {};
}

QString Dx1::set(const QString &key, double value, std::int64_t now)
{
    const auto raw = static_cast<std::int32_t>(std::lround(value));
    if (const auto volume = std::ranges::find(volumeKeys, key, &VolumeKey::name); volume != volumeKeys.end())
        return setField(volume->field, static_cast<std::int32_t>(std::lround((value + 99) * 10)), now);
    if (key == QLatin1String("mute"))
        return setField(Mute, raw == 1 ? m_block[Mute] | 1 : m_block[Mute] & ~1, now);
    const auto known = std::ranges::find(registers, key, &Register::key);
    std::uint16_t command = known == registers.end() ? std::uint16_t(0) : known->command;
    if (key == QLatin1String("slot"))
        command = selectSlot;
    if (key == QLatin1String("power"))
        command = state;
    if (!writeRegister(command, command == state && raw == 0 ? 2 : raw))
        return QStringLiteral("no such setting or value: ") + key;
    say({kWrite, 1, 1, command, command == state ? m_registers[state] : raw}, now);
    return {};
}

/// While its volumes are linked the common one counts, otherwise each its own; the optical output makes no sound by itself.
double Dx1::level() const
{
    const double silence = -std::numeric_limits<double>::infinity();
    if (m_registers.at(state) == 2 || (m_block[Mute] & 1) != 0)
        return silence;
    const bool linked = (m_block[Bits] & linkedBit) != 0;
    const auto high = m_registers.find(gain);
    const double added = high != m_registers.end() && high->second == 1 ? highGainDecibels : 0;
    double loudest = silence;
    if ((m_block[Bits] & headphoneBit) != 0)
        loudest = std::max(loudest, volumeOf(linked ? Common : Headphone) + added);
    if ((m_block[Bits] & lineBit) != 0)
        loudest = std::max(loudest, volumeOf(linked ? Common : Line));
    return loudest + (m_equalizerOn ? m_slots[m_slot].loudest() : 0);
}

QJsonObject Dx1::truth() const
{
    QJsonObject settings{{QStringLiteral("mute"), m_block[Mute] & 1},
                         {QStringLiteral("slot"), m_equalizerOn ? static_cast<int>(m_slot) : -1},
                         {QStringLiteral("power"), m_registers.at(state) == 2 ? 0 : 1}};
    for (const VolumeKey &key : volumeKeys)
        settings[key.name] = volumeOf(key.field);
    for (const Register &known : registers) {
        const auto held = m_registers.find(known.command);
        settings[known.key] = held == m_registers.end() ? 0 : held->second;
    }
    return {{QStringLiteral("settings"), settings}, {QStringLiteral("equalizer"), m_slots[m_slot].truth()}, {QStringLiteral("stores"), 0}};
}

} // namespace gainstage::sim::topping
