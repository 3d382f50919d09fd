// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/foreign_control.h"
#include "firmware_sim/boards/live_amp.h"
#include "firmware_sim/boards/report_lengths.h"

#include <algorithm>

namespace gainstage::sim {
namespace {

class LiveForeign final : public LiveAmp {
public:
    LiveForeign(std::unique_ptr<ForeignAmp> amp, Sink sink, Wires &wires)
        : m_amp(std::move(amp)), m_sink(std::move(sink)), m_lengths(m_amp->face().reportDescriptor), m_control(*m_amp, m_levels, wires)
    {
        serve();
    }

    const UsbFace &face() const override { return m_amp->face(); }
    std::int64_t now() const override { return m_now; }
    void advanceTo(std::int64_t microseconds) override;
    std::optional<std::int64_t> nextDue() const override;
    void receive(std::size_t link, std::span<const std::uint8_t> data) override;
    void linkReset(std::size_t link) override;
    bool isOnBus() const override { return m_amp->isOnBus(m_now); }
    QByteArray answer(const QByteArray &request) override;

private:
    void serve();

    std::unique_ptr<ForeignAmp> m_amp;
    Sink m_sink;
    ReportLengths m_lengths;
    LevelRecord m_levels;
    ForeignControl m_control;
    std::int64_t m_now = 0;
};

void LiveForeign::advanceTo(std::int64_t microseconds)
{
    for (auto due = nextDue(); due && *due <= microseconds; due = nextDue()) {
        m_now = *due;
        serve();
    }
    m_now = std::max(m_now, microseconds);
    serve();
}

/// What was due has been taken: the amp may still name it, but nothing more will come of it.
std::optional<std::int64_t> LiveForeign::nextDue() const
{
    const auto due = m_amp->nextDue();
    return due && *due > m_now ? due : std::nullopt;
}

void LiveForeign::receive(std::size_t /*link*/, std::span<const std::uint8_t> data)
{
    m_amp->receive(data, m_now);
    serve();
}

void LiveForeign::linkReset(std::size_t /*link*/)
{
    m_amp->lineReset();
    serve();
}

QByteArray LiveForeign::answer(const QByteArray &request)
{
    QByteArray answered = m_control.answer(request, m_now);
    serve();
    return answered;
}

void LiveForeign::serve()
{
    for (auto data = m_amp->take(m_now); !data.empty(); data = m_amp->take(m_now))
        m_sink(0, m_amp->face().isHid() ? m_lengths.padded(data) : data);
    m_levels.note(m_now, m_amp->level());
}

} // namespace

std::unique_ptr<LiveAmp> liveForeign(std::unique_ptr<ForeignAmp> amp, LiveAmp::Sink sink, Wires &wires)
{
    return std::make_unique<LiveForeign>(std::move(amp), std::move(sink), wires);
}

} // namespace gainstage::sim
