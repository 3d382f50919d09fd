// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/live_board.h"

#include "firmware_sim/boards/announced.h"
#include "firmware_sim/boards/reference_face.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kLongestSleep = 3'600'000'000; // microseconds

std::optional<std::int64_t> earlier(const std::optional<std::int64_t> &one, const std::optional<std::int64_t> &other)
{
    return one && other ? std::min(*one, *other) : one ? one : other;
}

} // namespace

Outcome<std::unique_ptr<LiveBoard>> LiveBoard::open(const BoardOptions &options)
{
    std::unique_ptr<LiveBoard> board(new LiveBoard(options));
    if (auto started = board->start(); !started)
        return std::unexpected(started.error());
    return board;
}

LiveBoard::LiveBoard(const BoardOptions &options)
    : m_options(options), m_server([this](const QByteArray &request) { return onRequest(request); }), m_link(options.link)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        catchUp();
        sleepUntilDue();
    });
}

LiveBoard::~LiveBoard()
{
    disconnectWires();
}

Outcome<void> LiveBoard::start()
{
    auto done = openAmp();
    if (done && !m_options.control.isEmpty())
        done = m_server.listen(m_options.control);
    if (done)
        done = openOutlet();
    if (done && m_amp->isOnBus())
        done = connectWires();
    sleepUntilDue();
    return done;
}

Outcome<void> LiveBoard::openAmp()
{
    const auto faults = parseFaults(m_options.faults);
    if (!faults)
        return std::unexpected("--faults: " + faults.error());
    auto links = linksOn(m_options.board, m_options.model);
    if (!links)
        return std::unexpected(links.error());
    m_links = *std::move(links);
    for (const LinkKind link : m_links)
        m_lanes.emplace_back(link == LinkKind::Hid ? FaultyLane::Grain::Report : FaultyLane::Grain::Byte, m_options.seed)
            .set(*faults, m_options.faults);
    auto sink = [this](std::size_t link, std::span<const std::uint8_t> data) { send(link, data); };
    if (auto foreign = makeForeignAmp(m_options.model, m_options.serialNumber, m_options.seed)) {
        m_amp = liveForeign(std::move(foreign), std::move(sink), *this);
        return {};
    }
    auto reference = liveReference({m_options.model, m_options.serialNumber, m_options.flashFile, m_options.seed, m_links}, std::move(sink), *this);
    if (!reference)
        return std::unexpected(reference.error());
    m_amp = *std::move(reference);
    return {};
}

/// A USB device is shown by the system and not announced.
Outcome<void> LiveBoard::openOutlet()
{
    if (m_options.board == BoardKind::Gadget) {
        auto outlet = gadgetOutlet(m_amp->face(), m_links);
        if (!outlet)
            return std::unexpected(outlet.error());
        m_outlet = *std::move(outlet);
        return {};
    }
    auto announcement = Announcement::in(m_options.announcements);
    if (!announcement)
        return std::unexpected(announcement.error());
    m_announcement.emplace(*std::move(announcement));
    m_outlet = m_options.board == BoardKind::Socket ? socketOutlet(m_announcement->socketPath()) : ptyOutlet();
    return {};
}

/// New wires under the same names.
Outcome<void> LiveBoard::connectWires()
{
    auto wires = m_outlet->plug();
    if (!wires)
        return std::unexpected(wires.error());
    m_wires = *std::move(wires);
    for (std::size_t link = 0; link < m_wires.size(); ++link) {
        connect(m_wires[link].get(), &BoardWire::received, this, [this, link](const QByteArray &data) { onReceived(link, data); });
        connect(m_wires[link].get(), &BoardWire::clientsChanged, this, [this, link] { onClientsChanged(link); });
    }
    return publish();
}

Outcome<void> LiveBoard::publish()
{
    if (!m_announcement)
        return {};
    if (auto linked = m_link.pointTo(m_wires.front()->path()); !linked)
        return linked;
    return m_announcement->publish(announced());
}

/// The amp may go while it answers one of these wires, which is why that stays for a moment.
void LiveBoard::disconnectWires()
{
    if (m_announcement)
        m_announcement->withdraw();
    m_link.remove();
    for (Lanes &lanes : m_lanes)
        lanes.clear();
    BoardWires wires = std::exchange(m_wires, {});
    for (const auto &wire : wires)
        wire->disconnect(this);
    if (m_outlet && !wires.empty())
        m_outlet->unplug(wires);
    for (auto &wire : wires)
        wire.release()->deleteLater();
}

/// The wires are there while the amp is on the bus and the cable is in.
void LiveBoard::followBus()
{
    const bool wanted = m_plugged && m_amp->isOnBus();
    if (wanted == !m_wires.empty())
        return;
    if (!wanted) {
        disconnectWires();
        for (std::size_t link = 0; link < m_links.size(); ++link)
            m_amp->linkReset(link);
    } else if (auto connected = connectWires(); !connected) {
        std::fprintf(stderr, "gainstage-sim: %s\n", connected.error().c_str());
    }
}

QJsonObject LiveBoard::announced() const
{
    QJsonObject content = announcementOf(m_amp->face(), m_links.front(), referenceModel(m_options.model).has_value());
    content[u"port"_s] = m_wires.front()->path();
    if (!m_options.control.isEmpty())
        content[u"control"_s] = QFileInfo(m_options.control).absoluteFilePath();
    return content;
}

QByteArray LiveBoard::readyLine() const
{
    QJsonObject line = m_wires.empty() ? QJsonObject() : m_outlet->place(m_wires);
    line[u"board"_s] = nameOf(m_options.board);
    line[u"model"_s] = QString::fromStdString(m_amp->face().product);
    line[u"serialNumber"_s] = QString::fromStdString(m_options.serialNumber);
    line[u"pid"_s] = QCoreApplication::applicationPid();
    if (!m_options.link.isEmpty())
        line[u"link"_s] = m_options.link;
    if (!m_options.control.isEmpty())
        line[u"control"_s] = m_options.control;
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void LiveBoard::send(std::size_t link, std::span<const std::uint8_t> data)
{
    if (link < m_wires.size() && m_wires[link]->hasClient())
        m_lanes[link].toClient.push(data, m_amp->now());
}

void LiveBoard::onReceived(std::size_t link, const QByteArray &data)
{
    catchUp();
    m_lanes[link].toAmp.push({reinterpret_cast<const std::uint8_t *>(data.constData()), static_cast<std::size_t>(data.size())}, m_amp->now());
    catchUp();
    sleepUntilDue();
}

void LiveBoard::onClientsChanged(std::size_t link)
{
    catchUp();
    m_lanes[link].clear();
    m_amp->linkReset(link);
    sleepUntilDue();
}

QByteArray LiveBoard::onRequest(const QByteArray &request)
{
    catchUp();
    QByteArray answer = m_amp->answer(request);
    catchUp();
    sleepUntilDue();
    return answer;
}

void LiveBoard::setPlugged(std::size_t /*link*/, bool plugged)
{
    m_plugged = plugged;
    followBus();
}

void LiveBoard::setFaults(std::size_t link, const Faults &faults, const std::string &specification)
{
    m_lanes[link].set(faults, specification);
}

/// Brings amp and wires to the present.
void LiveBoard::catchUp()
{
    m_amp->advanceTo(std::max(m_amp->now(), microseconds()));
    followBus();
    for (std::size_t link = 0; link < m_links.size(); ++link)
        deliver(link);
    followBus(); // what it was told may have taken it off the bus
}

void LiveBoard::deliver(std::size_t link)
{
    Lanes &lanes = m_lanes[link];
    for (auto data = lanes.toAmp.take(m_amp->now()); !data.empty(); data = lanes.toAmp.take(m_amp->now()))
        m_amp->receive(link, data);
    for (auto data = lanes.toClient.take(m_amp->now()); !m_wires.empty() && !data.empty(); data = lanes.toClient.take(m_amp->now()))
        m_wires[link]->send(data);
}

void LiveBoard::sleepUntilDue()
{
    std::optional<std::int64_t> next = m_amp ? m_amp->nextDue() : std::nullopt;
    for (const Lanes &lanes : m_lanes)
        next = earlier(next, lanes.nextDue());
    if (!next) {
        m_timer.stop();
        return;
    }
    const std::int64_t left = std::clamp<std::int64_t>(*next - microseconds(), 0, kLongestSleep);
    m_timer.start(static_cast<int>((left + 999) / 1000));
}

} // namespace gainstage::sim
