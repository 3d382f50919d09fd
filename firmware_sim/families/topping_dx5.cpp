// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/topping_dx5.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace gainstage::sim::topping {
namespace {

// Of the simulated unit: the maker does not say what high gain adds, and a real one sends its meters several hundred times in a second.
constexpr double highGainDecibels = 12;
constexpr std::int64_t meterMicroseconds = 20'000, streamMicroseconds = 6'000'000;

enum Record : std::uint8_t {
    Powered = 0,
    Volume = 9,
    Muted = 10,
    Input = 11,
    Output = 12,
    HighGain = 13,
    Balance = 17,
    Filter = 18,
    Brightness = 25,
    SampleRate = 27,
    VolumeStep = 32,
};

/// A register of page 71, where its value is told, and what it takes.
struct Register {
    std::uint8_t number, record;
    std::int32_t least, most;
};
constexpr std::array registers{
    Register{0x01, Powered, 0, 1}, Register{0x03, Muted, 0, 1},      Register{0x04, Input, 0, 3},    Register{0x05, Output, 0, 6},
    Register{0x06, 20, 0, 2},      Register{0x07, 21, 0, 1},         Register{0x09, 24, 0, 1},       Register{0x0a, Brightness, 0, 2},
    Register{0x0d, Filter, 0, 7},  Register{0x0e, 19, 0, 1},         Register{0x13, 14, 0, 2},       Register{0x14, 15, 0, 8},
    Register{0x15, 16, 0, 2},      Register{0x16, Balance, -95, 95}, Register{0x17, HighGain, 0, 1}, Register{0x18, 23, 0, 15},
    Register{0x19, 26, 0, 3},      Register{0x1a, 28, 0, 255},       Register{0x1b, 30, 0, 255},     Register{0x1c, 31, 0, 255},
    Register{0x1d, 33, 0, 1},      Register{0x1e, VolumeStep, 0, 1}, Register{0x21, 34, 0, 2},       Register{0x22, 35, 0, 2},
    Register{0x29, 36, 0, 2},      Register{0x2a, 37, 0, 1},         Register{0x2b, 42, 0, 2},       Register{0x2c, 43, 0, 255},
    Register{0x2d, 44, 0, 255},    Register{0x3a, 48, 0, 60},        Register{0x3b, 49, 0, 255},     Register{0x3c, 50, 0, 255},
    Register{0x3d, 51, 0, 15},
};

struct Key {
    QLatin1String name;
    std::uint8_t number;
};
constexpr std::array keys{
    Key{QLatin1String("power"), 0x01},   Key{QLatin1String("mute"), 0x03},       Key{QLatin1String("input"), 0x04},
    Key{QLatin1String("output"), 0x05},  Key{QLatin1String("gain"), 0x17},       Key{QLatin1String("filter"), 0x0d},
    Key{QLatin1String("balance"), 0x16}, Key{QLatin1String("brightness"), 0x0a}, Key{QLatin1String("volume-step"), 0x1e},
};

const Register *find(std::uint8_t number)
{
    const auto found = std::ranges::find(registers, number, &Register::number);
    return found == registers.end() ? nullptr : &*found;
}

constexpr std::uint16_t commandOf(std::uint8_t number)
{
    return static_cast<std::uint16_t>(0x7100U | number);
}

double decibelsOfStep(std::int32_t step)
{
    return step == 1 ? 1.0 : 0.5;
}

bool hasHeadphones(std::int32_t output)
{
    return output == 0 || output == 1 || output == 3 || output == 4;
}

} // namespace

Dx5::Dx5(const std::string &serialNumber, std::uint32_t seed) : ToppingAmp("DX5 \u2161", serialNumber), m_chance(seed + 1)
{
    reset();
}

void Dx5::reset()
{
    m_records = {};
    m_records[Powered] = 1;
    constexpr std::array<char, 8> name{'D', 'X', '5', ' ', 'I', 'I', 0, 0};
    for (std::size_t i = 0; i < name.size(); ++i)
        m_records[1 + i / 4] |= name[i] << (8 * (i % 4));
    m_records[Volume] = 80;
    m_records[Output] = 3;
    m_records[Brightness] = 1;
    m_records[SampleRate] = 2;
    m_records[45] = m_records[46] = 0x246;
    m_records[47] = 0x101;
    m_equalizer = Equalizer();
}

void Dx5::handle(const Frame &frame, std::int64_t now)
{
    if (now > m_streamsUntil || frame.command == commandOf(0x34)) {
        m_nextMeter = std::max(m_nextMeter, now + meterMicroseconds);
        m_streamsUntil = now + streamMicroseconds;
    }
    if (frame.kind == kRead)
        read(frame, now);
    else if (frame.kind == kWrite && frame.command == 0x1206)
        sendEqualizer(now);
    else if (frame.kind == kWrite)
        write(frame);
}

/// Every other question comes back as it was asked, and is no answer.
void Dx5::read(const Frame &frame, std::int64_t now)
{
    if (frame.command == commandOf(0x0c))
        sendSettings(now);
    else
        say({kRead, 1, 1, frame.command, 0}, now);
}

void Dx5::write(const Frame &frame)
{
    const auto number = static_cast<std::uint8_t>(frame.command);
    if (frame.command >> 8 != 0x71) {
        m_equalizer.write(frame.command, frame.value);
        return;
    }
    if (number == 0x0b)
        reset();
    if (number == 0x02 && frame.value >= 0 && frame.value * decibelsOfStep(m_records[VolumeStep]) <= 99)
        m_records[Volume] = frame.value;
    const Register *to = find(number);
    if (to == nullptr || frame.value < to->least || frame.value > to->most)
        return;
    if (to->record == Powered && (frame.index != 0 || !frame.checked))
        return;
    if (to->record == VolumeStep)
        setStep(frame.value);
    else
        m_records[to->record] = frame.value;
}

/// It stays as loud as it was, or becomes a little quieter.
void Dx5::setStep(std::int32_t step)
{
    const double before = volume();
    m_records[VolumeStep] = step;
    m_records[Volume] = static_cast<std::int32_t>(std::ceil(-before / decibelsOfStep(step)));
}

void Dx5::sendSettings(std::int64_t now)
{
    for (std::size_t i = 0; i < m_records.size(); ++i)
        say({kWrite, static_cast<std::uint8_t>(m_records.size()), static_cast<std::uint8_t>(i), commandOf(0x0c), m_records[i]}, now);
}

void Dx5::sendEqualizer(std::int64_t now)
{
    const auto words = m_equalizer.dump();
    const bool twice = m_chance() % 2 == 0;
    for (std::size_t i = 0; i < words.size() * (twice ? 2 : 1); ++i)
        say({kWrite, 78, static_cast<std::uint8_t>(i % words.size()), 0x1106, words[i % words.size()]}, now);
}

void Dx5::tick(std::int64_t now)
{
    if (now >= m_nextMeter && now <= m_streamsUntil)
        sendMeter(now);
}

std::optional<std::int64_t> Dx5::nextTick() const
{
    return m_nextMeter <= m_streamsUntil ? std::optional(m_nextMeter) : std::nullopt;
}

/// One of two frames of levels and eight of the spectrum after the other.
void Dx5::sendMeter(std::int64_t now)
{
    const bool sounds = m_records[Powered] == 1 && m_records[SampleRate] != 0;
    const auto decibels = static_cast<std::int16_t>(sounds ? std::clamp(std::lround(m_source), -60L, 0L) : -60);
    const auto level = static_cast<std::uint16_t>(decibels);
    const auto bar = static_cast<std::uint8_t>(decibels);
    if (m_meterFrame < 2)
        say({kWrite, 2, m_meterFrame, commandOf(0x30), static_cast<std::int32_t>(std::uint32_t(level) << 16U | level)}, now);
    else
        say({kWrite, 8, static_cast<std::uint8_t>(m_meterFrame - 2), commandOf(0x31), static_cast<std::int32_t>(bar * 0x01010101U)}, now);
    m_meterFrame = static_cast<std::uint8_t>((m_meterFrame + 1) % 10);
    m_nextMeter = now + meterMicroseconds;
}

void Dx5::lineReset()
{
    ToppingAmp::lineReset();
    m_streamsUntil = -1;
}

QString Dx5::set(const QString &key, double value, std::int64_t now)
{
    if (key == QLatin1String("source")) {
        m_source = value;
        return {};
    }
    if (key == QLatin1String("volume")) {
        m_records[Volume] = static_cast<std::int32_t>(std::lround(-std::clamp(value, -99.0, 0.0) / decibelsOfStep(m_records[VolumeStep])));
        say({kWrite, 1, 1, commandOf(0x02), m_records[Volume]}, now);
        return {};
    }
    const auto known = std::ranges::find(keys, key, &Key::name);
    const Register *to = known == keys.end() ? nullptr : find(known->number);
    const bool inDecibels = to != nullptr && to->record == Balance;
    const auto raw = static_cast<std::int32_t>(std::lround(inDecibels ? value * 10 : value));
    if (to == nullptr || raw < to->least || raw > to->most)
        return QStringLiteral("no such setting or value: ") + key;
    if (to->record == VolumeStep)
        setStep(raw);
    m_records[to->record] = raw;
    say({kWrite, 1, 1, commandOf(to->number), raw}, now);
    return {};
}

double Dx5::volume() const
{
    return -m_records[Volume] * decibelsOfStep(m_records[VolumeStep]);
}

double Dx5::level() const
{
    if (m_records[Powered] == 0 || m_records[Muted] == 1)
        return -std::numeric_limits<double>::infinity();
    const bool highGain = m_records[HighGain] == 1 && hasHeadphones(m_records[Output]);
    return volume() + (highGain ? highGainDecibels : 0) + m_equalizer.loudest();
}

QJsonObject Dx5::truth() const
{
    QJsonObject settings{{QStringLiteral("volume"), volume()}};
    for (const Key &key : keys) {
        const Register *from = find(key.number);
        settings[key.name] = m_records[from->record] / (from->record == Balance ? 10.0 : 1.0);
    }
    return {{QStringLiteral("settings"), settings}, {QStringLiteral("equalizer"), m_equalizer.truth()}, {QStringLiteral("stores"), 0}};
}

} // namespace gainstage::sim::topping
