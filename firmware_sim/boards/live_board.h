// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "firmware_sim/boards/announcement.h"
#include "firmware_sim/boards/board_options.h"
#include "firmware_sim/boards/control_server.h"
#include "firmware_sim/boards/port_link.h"

#include <QElapsedTimer>
#include <QTimer>

namespace gainstage::sim {

/// A simulated amp that is plugged into this computer, in real time. Needs an event loop, which sleeps until something is due or comes in.
class LiveBoard : public QObject, private Wires {
    Q_OBJECT
public:
    static Outcome<std::unique_ptr<LiveBoard>> open(const BoardOptions &options);
    ~LiveBoard() override;

    /// The line that tells where everything is.
    QByteArray readyLine() const;

private:
    explicit LiveBoard(const BoardOptions &options);
    Outcome<void> start();
    Outcome<void> openAmp();
    Outcome<void> openOutlet();
    Outcome<void> connectWires();
    Outcome<void> publish();
    void disconnectWires();
    void followBus();
    QJsonObject announced() const;

    void send(std::size_t link, std::span<const std::uint8_t> data);
    void onReceived(std::size_t link, const QByteArray &data);
    void onClientsChanged(std::size_t link);
    QByteArray onRequest(const QByteArray &request);
    void catchUp();
    void deliver(std::size_t link);
    void sleepUntilDue();

    std::size_t count() const override { return m_lanes.size(); }
    bool isPlugged(std::size_t) const override { return m_plugged; }
    void setPlugged(std::size_t link, bool plugged) override;
    std::string faults(std::size_t link) const override { return m_lanes[link].specification; }
    void setFaults(std::size_t link, const Faults &faults, const std::string &specification) override;
    void powerChanged() override { followBus(); }

    std::int64_t microseconds() const { return m_clock.nsecsElapsed() / 1000; }

    BoardOptions m_options;
    QElapsedTimer m_clock;
    QTimer m_timer;
    std::vector<LinkKind> m_links;
    std::vector<Lanes> m_lanes; ///< by link
    std::unique_ptr<LiveAmp> m_amp;
    ControlServer m_server;
    PortLink m_link;
    std::optional<Announcement> m_announcement;
    std::unique_ptr<Outlet> m_outlet;
    BoardWires m_wires;    ///< by link; empty while the amp cannot be reached
    bool m_plugged = true; ///< all links share one cable
};

} // namespace gainstage::sim
