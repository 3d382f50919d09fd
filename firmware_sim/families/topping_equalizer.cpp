// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/topping_equalizer.h"

#include "firmware_sim/physics/biquad.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gainstage::sim::topping {
namespace {

constexpr int bandFields = 5;
constexpr std::int32_t unity = 1 << 25;
constexpr double sampleRate = 48000;
constexpr std::size_t heardBands = 10;
constexpr double silence = -std::numeric_limits<double>::infinity();

/// As the cookbook numbers it; nothing for a code whose meaning is in dispute.
std::optional<std::uint8_t> physicsType(std::int32_t code)
{
    switch (code) {
    case 1: return std::uint8_t(0);
    case 4: return std::uint8_t(1);
    case 5: return std::uint8_t(2);
    default: return std::nullopt;
    }
}

bool within(std::int32_t value, std::int32_t least, std::int32_t most)
{
    return value >= least && value <= most;
}

/// Four characters in a word, the last one first.
std::int32_t wordOf(const std::string &text, std::size_t at)
{
    std::uint32_t word = 0;
    for (std::size_t i = 4; i-- > 0;)
        word = word << 8U | (at + i < text.size() ? static_cast<std::uint8_t>(text[at + i]) : 0U);
    return static_cast<std::int32_t>(word);
}

} // namespace

Equalizer::Equalizer(std::string name) : m_name(std::move(name)) {}

bool Equalizer::write(std::uint16_t command, std::int32_t value)
{
    m_loudest.reset();
    const int high = command >> 8, low = command & 0xff;
    if (high >= 0x91 && high <= 0x9b)
        return writeBand(static_cast<std::size_t>(high - 0x91), low, value);
    return high == 0x9c && writePreamp(low, value);
}

bool Equalizer::writeBand(std::size_t band, int field, std::int32_t value)
{
    if (!within(field, 1, 2 * bandFields))
        return false;
    Band &to = m_channels[field > bandFields ? 1 : 0].bands[band];
    switch ((field - 1) % bandFields) {
    case 0: return within(value, 1, 5) && (to.type = value, true);
    case 1: return within(value, 20, 20000) && (to.hertz = value, true);
    case 2: return within(value, -120, 120) && (to.deciDecibels = value, true);
    case 3: return within(value, 1000, 200000) && (to.tenThousandths = value, true);
    default: return within(value, 0, 1) && (to.on = value == 1, true);
    }
}

bool Equalizer::writePreamp(int field, std::int32_t value)
{
    if (!within(field, 1, 4))
        return false;
    Channel &to = m_channels[field > 2 ? 1 : 0];
    if (field % 2 == 0)
        return within(value, 0, 1) && (to.preampOn = value == 1, true);
    return within(value, 0, unity) && (to.preamp = value, true);
}

std::array<std::int32_t, 78> Equalizer::dump() const
{
    std::array<std::int32_t, 78> words{};
    for (std::size_t i = 0; i < 3; ++i)
        words[i] = wordOf(m_name, 4 * i);
    words[3] = 11;
    for (std::size_t c = 0; c < m_channels.size(); ++c) {
        words[4 + 2 * c] = m_channels[c].preampOn ? 1 : 0;
        words[5 + 2 * c] = m_channels[c].preamp;
        for (std::size_t b = 0; b < m_channels[c].bands.size(); ++b) {
            const Band &band = m_channels[c].bands[b];
            std::int32_t *to = &words[8 + 33 * c + 3 * b];
            to[0] = (band.on ? 1 : 0) | band.type << 8 | (band.deciDecibels & 0xff) << 16;
            to[1] = band.hertz;
            to[2] = band.tenThousandths;
        }
    }
    return words;
}

double Equalizer::preampDecibels(const Channel &channel)
{
    if (!channel.preampOn)
        return 0;
    return channel.preamp > 0 ? 20 * std::log10(channel.preamp / static_cast<double>(unity)) : silence;
}

double Equalizer::loudest(const Channel &channel)
{
    std::vector<firmware::BandSetting> bands;
    for (std::size_t i = 0; i < heardBands; ++i) {
        const Band &band = channel.bands[i];
        const auto type = physicsType(band.type);
        if (band.on && type)
            bands.push_back({*type, true, band.hertz, band.deciDecibels * 10, band.tenThousandths / 10});
    }
    return preampDecibels(channel) + loudestDecibel(bands, sampleRate);
}

double Equalizer::loudest() const
{
    if (!m_loudest)
        m_loudest = std::max(loudest(m_channels[0]), loudest(m_channels[1]));
    return *m_loudest;
}

QJsonObject Equalizer::truth(const Channel &channel)
{
    QJsonArray bands;
    for (const Band &band : channel.bands)
        bands.append(QJsonObject{{QStringLiteral("type"), band.type},
                                 {QStringLiteral("hertz"), band.hertz},
                                 {QStringLiteral("decibels"), band.deciDecibels / 10.0},
                                 {QStringLiteral("q"), band.tenThousandths / 10000.0},
                                 {QStringLiteral("on"), band.on}});
    return {{QStringLiteral("preamp"), channel.preamp}, {QStringLiteral("preampOn"), channel.preampOn}, {QStringLiteral("bands"), bands}};
}

QJsonObject Equalizer::truth() const
{
    return {{QStringLiteral("left"), truth(m_channels[0])}, {QStringLiteral("right"), truth(m_channels[1])}};
}

} // namespace gainstage::sim::topping
