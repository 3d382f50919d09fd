// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/topping_d90.h"

#include <limits>

namespace gainstage::sim::topping {
namespace {

constexpr std::uint16_t equalizerSwitch = 0x9e01;

} // namespace

/// It has no serial number.
D90::D90() : ToppingAmp("D90III Discrete", {}) {}

void D90::handle(const Frame &frame, std::int64_t now)
{
    if (frame.kind != kWrite || frame.count != 1)
        return;
    const bool switches = frame.command == equalizerSwitch && (frame.value == 0 || frame.value == 1);
    if (switches)
        m_equalizerOn = frame.value == 1;
    if (switches || m_equalizer.write(frame.command, frame.value))
        say({kWrite, 1, 1, frame.command, frame.value}, now);
}

QString D90::set(const QString &key, double value, std::int64_t)
{
    if (key == QLatin1String("power")) {
        m_powered = value != 0;
        return {};
    }
    if (key != QLatin1String("volume") || value < -99 || value > 0)
        return QStringLiteral("no such setting or value: ") + key;
    m_volume = value;
    return {};
}

double D90::level() const
{
    if (!m_powered)
        return -std::numeric_limits<double>::infinity();
    return m_volume + (m_equalizerOn ? m_equalizer.loudest() : 0);
}

QJsonObject D90::truth() const
{
    QJsonObject equalizer = m_equalizer.truth();
    equalizer[QStringLiteral("on")] = m_equalizerOn;
    return {{QStringLiteral("settings"), QJsonObject{{QStringLiteral("volume"), m_volume}, {QStringLiteral("power"), m_powered ? 1 : 0}}},
            {QStringLiteral("equalizer"), equalizer},
            {QStringLiteral("stores"), 0}};
}

} // namespace gainstage::sim::topping
