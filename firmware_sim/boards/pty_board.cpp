// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/pty_board.h"

#include "firmware_sim/boards/image_maker.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kLongestSleep = 3'600'000'000; // microseconds

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Outcome<std::unique_ptr<PtyBoard>> PtyBoard::open(const PtyOptions &options)
{
    std::unique_ptr<PtyBoard> board(new PtyBoard(options));
    if (auto started = board->start(); !started)
        return std::unexpected(started.error());
    return board;
}

PtyBoard::PtyBoard(const PtyOptions &options)
    : m_options(options), m_slots(newSlotFlash(setupOf(options.model, {}, 0, {}).model, options.seed)),
      m_lanes(FaultyLane::Grain::Byte, options.seed), m_server([this](const QByteArray &request) { return onRequest(request); }), m_link(options.link)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        catchUp();
        sleepUntilDue();
    });
}

PtyBoard::~PtyBoard()
{
    disconnectWire();
}

Outcome<void> PtyBoard::start()
{
    const auto faults = parseFaults(m_options.faults);
    if (!faults)
        return std::unexpected("--faults: " + faults.error());
    m_lanes.set(*faults, m_options.faults);
    if (auto opened = openFlash(); !opened)
        return opened;
    m_board.emplace(setupOf(m_options.model, m_options.serialNumber, m_options.seed, {LinkKind::Serial}), m_flash, m_slots,
                    [this](std::size_t, std::span<const std::uint8_t> data) { send(data); });
    m_control.emplace(*m_board, static_cast<Wires &>(*this));
    if (!m_options.control.isEmpty())
        if (auto listening = m_server.listen(m_options.control); !listening)
            return listening;
    auto announcement = Announcement::in(m_options.announcements);
    if (!announcement)
        return std::unexpected(announcement.error());
    m_announcement.emplace(*std::move(announcement));
    auto connected = connectWire();
    sleepUntilDue();
    return connected;
}

Outcome<void> PtyBoard::openFlash()
{
    if (m_options.flashFile.isEmpty())
        return {};
    const std::string path = m_options.flashFile.toStdString();
    const std::string_view model = setupOf(m_options.model, {}, 0, {}).model.model;
    auto file = FlashFile::open(path, model, m_flash);
    if (!file)
        return std::unexpected(file.error());
    m_flashFile = *std::move(file);
    auto slotFile = SlotFile::open(path + ".slots", model, m_slots);
    if (!slotFile)
        return std::unexpected(slotFile.error());
    m_slotFile = *std::move(slotFile);
    return {};
}

/// A new pseudo-terminal under the same link.
Outcome<void> PtyBoard::connectWire()
{
    auto pty = Pty::open();
    if (!pty)
        return std::unexpected(pty.error());
    m_pty = *std::move(pty);
    connect(m_pty.get(), &Pty::received, this, &PtyBoard::onReceived);
    connect(m_pty.get(), &Pty::clientsChanged, this, &PtyBoard::onClientsChanged);
    if (auto linked = m_link.pointTo(m_pty->path()); !linked)
        return linked;
    return m_announcement->publish(announced());
}

void PtyBoard::disconnectWire()
{
    if (m_announcement)
        m_announcement->withdraw();
    m_link.remove();
    m_lanes.clear();
    // The amp's power may go while it answers this very terminal.
    if (m_pty) {
        m_pty->disconnect(this);
        m_pty.release()->deleteLater();
    }
}

/// The wire is there while the amp has power and the cable is in.
void PtyBoard::followPower()
{
    const bool wanted = m_plugged && m_board->isOn();
    if (wanted == (m_pty != nullptr))
        return;
    if (!wanted) {
        disconnectWire();
        m_board->linkReset(0);
    } else if (auto connected = connectWire(); !connected) {
        std::fprintf(stderr, "gainstage-sim: %s\n", connected.error().c_str());
    }
}

QJsonObject PtyBoard::announced() const
{
    const firmware::ModelDefinition &model = m_board->model();
    QJsonObject content{{u"gainstage-sim"_s, 1},
                        {u"port"_s, m_pty->path()},
                        {u"maker"_s, textOf(model.maker)},
                        {u"model"_s, textOf(model.model)},
                        {u"serialNumber"_s, QString::fromStdString(m_options.serialNumber)}};
    if (!m_options.control.isEmpty())
        content[u"control"_s] = QFileInfo(m_options.control).absoluteFilePath();
    return content;
}

QByteArray PtyBoard::readyLine() const
{
    QJsonObject line{{u"port"_s, m_pty->path()},
                     {u"model"_s, textOf(m_board->model().model)},
                     {u"serialNumber"_s, QString::fromStdString(m_options.serialNumber)},
                     {u"pid"_s, QCoreApplication::applicationPid()}};
    if (!m_options.link.isEmpty())
        line[u"link"_s] = m_options.link;
    if (!m_options.control.isEmpty())
        line[u"control"_s] = m_options.control;
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void PtyBoard::send(std::span<const std::uint8_t> data)
{
    if (m_pty && m_pty->hasClient())
        m_lanes.toClient.push(data, m_board->now());
}

void PtyBoard::onReceived(const QByteArray &data)
{
    catchUp();
    m_lanes.toAmp.push({reinterpret_cast<const std::uint8_t *>(data.constData()), static_cast<std::size_t>(data.size())}, m_board->now());
    catchUp();
    sleepUntilDue();
}

void PtyBoard::onClientsChanged()
{
    catchUp();
    m_lanes.clear();
    m_board->linkReset(0);
    sleepUntilDue();
}

QByteArray PtyBoard::onRequest(const QByteArray &request)
{
    catchUp();
    QByteArray answer = m_control->answer(request);
    catchUp();
    sleepUntilDue();
    return answer;
}

void PtyBoard::setPlugged(std::size_t /*link*/, bool plugged)
{
    m_plugged = plugged;
    followPower();
}

void PtyBoard::setFaults(std::size_t /*link*/, const Faults &faults, const std::string &specification)
{
    m_lanes.set(faults, specification);
}

/// Brings amp and wire to the present.
void PtyBoard::catchUp()
{
    m_board->advanceTo(std::max(m_board->now(), microseconds()));
    followPower();
    for (auto bytes = m_lanes.toAmp.take(m_board->now()); !bytes.empty(); bytes = m_lanes.toAmp.take(m_board->now()))
        m_board->receive(0, bytes);
    for (auto bytes = m_lanes.toClient.take(m_board->now()); m_pty && !bytes.empty(); bytes = m_lanes.toClient.take(m_board->now()))
        m_pty->send(bytes);
    followPower(); // an operation of the flash may have taken it
}

void PtyBoard::sleepUntilDue()
{
    auto due = m_board->nextDue();
    if (const auto lanes = m_lanes.nextDue(); lanes && (!due || *lanes < *due))
        due = lanes;
    if (!due) {
        m_timer.stop();
        return;
    }
    const std::int64_t left = std::clamp<std::int64_t>(*due - microseconds(), 0, kLongestSleep);
    m_timer.start(static_cast<int>((left + 999) / 1000));
}

} // namespace gainstage::sim
