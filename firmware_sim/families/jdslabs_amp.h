// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/families/foreign_amp.h"

#include <QByteArray>

#include <deque>

namespace gainstage::sim::jdslabs {

/// Which bands a firmware has: two, eight and two, or one, eight and one without a type.
enum class Bands { Twelve, Ten };

/// An Element IV: JSON objects with a zero byte behind each on a serial line. Thinks long, answers in pieces, one question at a time, and stores each
/// update at once; counts those that come in quick succession.
class ElementIv final : public ForeignAmp {
public:
    ElementIv(Bands bands, const std::string &serialNumber);

    const UsbFace &face() const override { return m_face; }
    void receive(std::span<const std::uint8_t> data, std::int64_t now) override;
    std::vector<std::uint8_t> take(std::int64_t now) override;
    std::optional<std::int64_t> nextDue() const override;
    bool isOnBus(std::int64_t) const override { return true; }
    void lineReset() override;
    QJsonObject act(const QJsonObject &request, std::int64_t now) override;
    QJsonObject truth() const override;
    double level() const override { return m_level; }

private:
    void handle(const QByteArray &message, std::int64_t now);
    QJsonObject answerTo(const QJsonObject &question, std::int64_t now);
    bool update(const QJsonObject &configuration);
    void say(const QJsonObject &object, std::int64_t at);

    UsbFace m_face;
    QJsonObject m_configuration; ///< leaves are objects with Current
    QByteArray m_incoming;
    struct Piece {
        std::int64_t at;
        QByteArray bytes;
    };
    std::deque<Piece> m_saying;
    std::int64_t m_busyUntil = 0, m_lastUpdate = -1'000'000'000;
    double m_level = 0; ///< of what it holds now; asked for much more often than it changes
    int m_stores = 0, m_hasty = 0;
    bool m_silent = false, m_refuses = false;
};

QJsonObject configurationOf(Bands bands);
/// Puts plain values in the place of what the leaves hold. False where there is no such leaf, or the value is of another kind or beyond what it takes.
bool merge(QJsonObject &leaves, const QJsonObject &values);
/// The loudest point of the louder output in decibels.
double loudestOf(const QJsonObject &configuration);

} // namespace gainstage::sim::jdslabs
