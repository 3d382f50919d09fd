// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/topping_amp.h"

#include <algorithm>

namespace gainstage::sim::topping {
namespace {

constexpr std::int64_t reportMicroseconds = 1000, emptyMicroseconds = 250'000;

/// Generic desktop page, no usage; 16 bytes in and out, no ids.
const std::vector<std::uint8_t> descriptor{0x05, 0x01, 0x09, 0x00, 0xa1, 0x01, 0x15, 0x00, 0x26, 0xff, 0x00, 0x75, 0x08,
                                           0x95, 0x10, 0x09, 0x00, 0x81, 0x02, 0x95, 0x10, 0x09, 0x00, 0x91, 0x02, 0xc0};

QJsonObject outcome(const QString &error)
{
    if (error.isEmpty())
        return {{QStringLiteral("ok"), true}};
    return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), error}};
}

} // namespace

ToppingAmp::ToppingAmp(std::string product, std::string serialNumber)
    : m_face{0x152a, 0x8750, 0x0100, "Topping", std::move(product), std::move(serialNumber), descriptor}
{}

void ToppingAmp::receive(std::span<const std::uint8_t> data, std::int64_t now)
{
    if (const auto frame = parse(data))
        handle(*frame, now);
}

void ToppingAmp::say(const Frame &frame, std::int64_t now)
{
    m_free = std::max(m_free, now) + reportMicroseconds;
    m_waiting.push_back({m_free, reportOf(frame)});
    m_nextEmpty = m_free + emptyMicroseconds;
}

std::vector<std::uint8_t> ToppingAmp::take(std::int64_t now)
{
    tick(now);
    if (!m_waiting.empty() && m_waiting.front().at <= now) {
        std::vector<std::uint8_t> report = std::move(m_waiting.front().report);
        m_waiting.pop_front();
        return report;
    }
    if (!m_waiting.empty() || now < m_nextEmpty)
        return {};
    m_nextEmpty = now + emptyMicroseconds;
    return std::vector<std::uint8_t>(16);
}

std::optional<std::int64_t> ToppingAmp::nextDue() const
{
    const std::int64_t report = m_waiting.empty() ? m_nextEmpty : m_waiting.front().at;
    return std::min(report, nextTick().value_or(report));
}

void ToppingAmp::lineReset()
{
    m_waiting.clear();
}

QJsonObject ToppingAmp::act(const QJsonObject &request, std::int64_t now)
{
    const QString verb = request[QLatin1String("do")].toString();
    const QJsonValue value = request[QLatin1String("value")];
    if (verb == QLatin1String("power"))
        return outcome(set(QStringLiteral("power"), request[QLatin1String("on")].toBool() ? 1 : 0, now));
    const double number = value.isBool() ? (value.toBool() ? 1 : 0) : value.toDouble();
    if (verb == QLatin1String("set"))
        return outcome(set(request[QLatin1String("key")].toString(), number, now));
    if (verb == QLatin1String("register")) {
        const auto command = static_cast<std::uint16_t>(request[QLatin1String("number")].toInt());
        handle({kWrite, 1, 1, command, static_cast<std::int32_t>(number)}, now);
        return outcome({});
    }
    return outcome(QStringLiteral("no such verb: ") + verb);
}

} // namespace gainstage::sim::topping
