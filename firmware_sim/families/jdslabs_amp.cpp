// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/jdslabs_amp.h"

#include "firmware_sim/families/makers.h"

#include <QJsonDocument>

#include <utility>

namespace gainstage::sim {
namespace jdslabs {
namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t kThinkTime = 180'000, kPieceTime = 1'000, kStoreTime = 500'000; ///< microseconds; updates in quicker succession wear the flash
constexpr qsizetype kPiece = 64, kLongestQuestion = 0x4000;

UsbFace faceOf(Bands bands, const std::string &serialNumber)
{
    const std::uint16_t release = bands == Bands::Twelve ? 0x0174 : 0x0140;
    return {0x152a, 0x88fa, release, "JDS Labs", "Element IV", serialNumber, {}};
}

} // namespace

ElementIv::ElementIv(Bands bands, const std::string &serialNumber) : m_face(faceOf(bands, serialNumber)), m_configuration(configurationOf(bands)) {}

void ElementIv::receive(std::span<const std::uint8_t> data, std::int64_t now)
{
    for (const std::uint8_t byte : data) {
        if (byte == 0)
            handle(std::exchange(m_incoming, {}), now);
        else if (m_incoming.size() < kLongestQuestion)
            m_incoming.append(static_cast<char>(byte));
    }
}

/// What comes while it is busy is lost.
void ElementIv::handle(const QByteArray &message, std::int64_t now)
{
    const QJsonDocument question = QJsonDocument::fromJson(message);
    if (now < m_busyUntil || !question.isObject() || question[u"Product"_s] != u"JDS Labs Element IV"_s)
        return;
    m_busyUntil = now + kThinkTime;
    const QJsonObject answer = answerTo(question.object(), now);
    if (!m_silent && !answer.isEmpty())
        say(answer, m_busyUntil);
}

QJsonObject ElementIv::answerTo(const QJsonObject &question, std::int64_t now)
{
    if (question[u"Action"_s] == u"Describe"_s)
        return {{u"Product"_s, u"JDS Labs Element IV"_s}, {u"Configuration"_s, m_configuration}};
    if (question[u"Action"_s] != u"Update"_s)
        return {};
    m_hasty += now - std::exchange(m_lastUpdate, now) < kStoreTime ? 1 : 0;
    const bool taken = !m_refuses && update(question[u"Configuration"_s].toObject());
    return {{u"Product"_s, u"JDS Labs Element IV"_s}, {u"Status"_s, taken}};
}

bool ElementIv::update(const QJsonObject &configuration)
{
    QJsonObject changed = m_configuration;
    if (configuration.isEmpty() || !merge(changed, configuration))
        return false;
    m_configuration = changed;
    m_level = loudestOf(m_configuration);
    ++m_stores;
    return true;
}

void ElementIv::say(const QJsonObject &object, std::int64_t at)
{
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    text.append('\0');
    for (qsizetype from = 0; from < text.size(); from += kPiece)
        m_saying.push_back({at + from / kPiece * kPieceTime, text.mid(from, kPiece)});
}

std::vector<std::uint8_t> ElementIv::take(std::int64_t now)
{
    if (m_saying.empty() || m_saying.front().at > now)
        return {};
    const QByteArray bytes = m_saying.front().bytes;
    m_saying.pop_front();
    return {bytes.begin(), bytes.end()};
}

std::optional<std::int64_t> ElementIv::nextDue() const
{
    return m_saying.empty() ? std::nullopt : std::optional(m_saying.front().at);
}

void ElementIv::lineReset()
{
    m_incoming.clear();
    m_saying.clear();
}

/// "set" with "key" (input-mode, example-level) and "value": somebody at the amp itself. "misbehave" with "silent" (answers nothing) or "refuses"
/// (no update is taken).
QJsonObject ElementIv::act(const QJsonObject &request, std::int64_t)
{
    const QString what = request[u"do"_s].toString(), key = request[u"key"_s].toString();
    if (what == u"misbehave"_s) {
        m_silent = request[u"silent"_s].toBool(m_silent);
        m_refuses = request[u"refuses"_s].toBool(m_refuses);
        return {{u"ok"_s, true}};
    }
    const QString name = key == u"input-mode"_s ? u"Input Mode"_s : key == u"example-level"_s ? u"Example Level"_s : QString();
    QJsonObject general = m_configuration[u"General"_s].toObject();
    if (what != u"set"_s || !general.contains(name))
        return {{u"ok"_s, false}, {u"error"_s, u"do, or key"_s}};
    general[name] = QJsonObject{{u"Current"_s, request[u"value"_s]}};
    m_configuration[u"General"_s] = general;
    return {{u"ok"_s, true}};
}

QJsonObject ElementIv::truth() const
{
    const QJsonObject equalizer = m_configuration[u"DSP"_s][u"Headphone"_s].toObject();
    return {{u"settings"_s, m_configuration[u"General"_s].toObject()}, {u"equalizer"_s, equalizer}, {u"stores"_s, m_stores}, {u"hasty"_s, m_hasty}};
}

} // namespace jdslabs

std::unique_ptr<ForeignAmp> makeElementIv(const std::string &serialNumber, std::uint32_t)
{
    return std::make_unique<jdslabs::ElementIv>(jdslabs::Bands::Twelve, serialNumber);
}

std::unique_ptr<ForeignAmp> makeOldElementIv(const std::string &serialNumber, std::uint32_t)
{
    return std::make_unique<jdslabs::ElementIv>(jdslabs::Bands::Ten, serialNumber);
}

} // namespace gainstage::sim
