// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/families/fiio_amp.h"

#include "firmware_sim/families/makers.h"

#include <algorithm>

namespace gainstage::sim {
namespace fiio {
namespace {

constexpr std::uint16_t kVendor = 0x2972;
constexpr std::int64_t kAnswerTime = 2'000, kRepeatTime = 3'000, kLateTime = 60'000; ///< microseconds
constexpr int kTwiceEvery = 5, kLateEvery = 7;
constexpr double kDecibelsPerStep = 0.5; ///< of the volume; a guess that no client may rely on

UsbFace faceOf(const ModelRow &model, const std::string &serialNumber)
{
    return {kVendor, model.productId, 0x0100, model.maker, model.product, serialNumber, descriptorOf(model)};
}

} // namespace

FiioAmp::FiioAmp(const ModelRow &model, const std::string &serialNumber, std::uint32_t seed)
    : m_model(model), m_face(faceOf(model, serialNumber)), m_outbox(model, seed), m_answers(static_cast<int>(seed % kTwiceEvery))
{
    resetAll();
}

/// As it leaves the factory, with the first preset of the user chosen.
void FiioAmp::resetAll()
{
    for (const PresetRow &row : m_model.presets)
        m_stored[row.id] = factoryCurve(m_model, row.id);
    m_active = std::ranges::find(m_model.presets, PresetKind::User, &PresetRow::kind)->id;
    m_volume = m_model.mostVolume / 2;
    m_filter = 1;
    m_left = m_right = 0;
    m_on = true;
    begin();
}

/// Power-on: what was not stored is gone.
void FiioAmp::begin()
{
    m_working = m_stored[m_active];
    m_count = m_model.bands;
    m_level = computeLevel();
}

void FiioAmp::receive(std::span<const std::uint8_t> data, std::int64_t now)
{
    if (data.size() != m_model.payload + 1 || data[0] != m_model.reportId)
        return;
    if (now - m_lastTaken < m_model.pace) {
        ++m_lost;
        return;
    }
    m_lastTaken = now;
    const auto packet = packetIn(data.subspan(1));
    if (!packet)
        return;
    if (packet->set && m_deaf)
        return;
    if (packet->set)
        set(*packet, now);
    else
        answerGet(*packet, now);
}

void FiioAmp::answerGet(const Packet &packet, std::int64_t now)
{
    const auto value = valueOf(packet);
    if (!value || m_silent)
        return;
    ++m_answers;
    const bool late = !m_calm && m_answers % kLateEvery == 0, twice = !m_calm && m_answers % kTwiceEvery == 0;
    const std::int64_t at = now + (late ? kLateTime : kAnswerTime);
    const Data report = m_outbox.report({false, packet.command, *value});
    say(at, report);
    if (twice)
        say(at + kRepeatTime, report);
}

/// The echo tells what the amp made of it.
void FiioAmp::echo(const Packet &packet, std::int64_t now)
{
    if (!m_model.echoes || m_silent)
        return;
    Packet again = packet;
    if (packet.command == 0x15 && packet.data.size() == 8 && packet.data[0] < m_model.bands)
        again.data = bandData(packet.data[0]);
    const Data report = m_outbox.report(again);
    say(now + kAnswerTime, report);
    if (!m_calm && ++m_echoes % 2 == 0)
        say(now + kAnswerTime + kRepeatTime, report);
}

void FiioAmp::say(std::int64_t at, Data report)
{
    const auto behind = std::ranges::find_if(m_saying, [at](const Saying &other) { return other.at > at; });
    m_saying.insert(behind, {at, std::move(report)});
}

std::vector<std::uint8_t> FiioAmp::take(std::int64_t now)
{
    m_away = m_backAt != 0 && now >= m_awayFrom;
    if (m_away && now >= m_backAt) {
        m_backAt = 0;
        m_away = false;
        begin();
    }
    if (m_saying.empty() || m_saying.front().at > now)
        return {};
    Data report = std::move(m_saying.front().report);
    m_saying.pop_front();
    return report;
}

std::optional<std::int64_t> FiioAmp::nextDue() const
{
    std::optional<std::int64_t> due;
    if (!m_saying.empty())
        due = m_saying.front().at;
    if (m_backAt != 0) {
        const std::int64_t change = m_away ? m_backAt : m_awayFrom;
        due = std::min(due.value_or(change), change);
    }
    return due;
}

bool FiioAmp::isOnBus(std::int64_t now) const
{
    return m_backAt == 0 || now < m_awayFrom || now >= m_backAt;
}

void FiioAmp::lineReset()
{
    m_saying.clear();
}

double FiioAmp::computeLevel() const
{
    const double volume = (m_volume - m_model.mostVolume) * kDecibelsPerStep;
    const PresetRow *row = presetOf(m_model, m_active);
    const bool bypassed = !m_on || (row != nullptr && row->kind == PresetKind::Off);
    return volume + (bypassed ? 0.0 : loudestOf(m_model, m_working));
}

} // namespace fiio

namespace {

std::unique_ptr<ForeignAmp> make(std::string_view model, const std::string &serialNumber, std::uint32_t seed)
{
    return std::make_unique<fiio::FiioAmp>(fiio::modelNamed(model), serialNumber, seed);
}

} // namespace

std::unique_ptr<ForeignAmp> makeFiioKa15(const std::string &serialNumber, std::uint32_t seed)
{
    return make("fiio-ka15", serialNumber, seed);
}

std::unique_ptr<ForeignAmp> makeFiioKa17(const std::string &serialNumber, std::uint32_t seed)
{
    return make("fiio-ka17", serialNumber, seed);
}

std::unique_ptr<ForeignAmp> makeFiioJa11(const std::string &serialNumber, std::uint32_t seed)
{
    return make("fiio-ja11", serialNumber, seed);
}

std::unique_ptr<ForeignAmp> makeFiioQx13(const std::string &serialNumber, std::uint32_t seed)
{
    return make("fiio-qx13", serialNumber, seed);
}

std::unique_ptr<ForeignAmp> makeFiioMelody(const std::string &serialNumber, std::uint32_t seed)
{
    return make("fiio-melody", serialNumber, seed);
}

std::unique_ptr<ForeignAmp> makeFiioOakNano(const std::string &serialNumber, std::uint32_t seed)
{
    return make("fiio-oak-nano", serialNumber, seed);
}

std::unique_ptr<ForeignAmp> makeFiioK13R2r(const std::string &serialNumber, std::uint32_t seed)
{
    return make("fiio-k13-r2r", serialNumber, seed);
}

} // namespace gainstage::sim
