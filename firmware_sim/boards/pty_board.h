// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "firmware_sim/boards/announcement.h"
#include "firmware_sim/boards/control.h"
#include "firmware_sim/boards/control_server.h"
#include "firmware_sim/boards/flash_file.h"
#include "firmware_sim/boards/models.h"
#include "firmware_sim/boards/port_link.h"
#include "firmware_sim/boards/pty.h"
#include "firmware_sim/boards/slot_file.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

namespace gainstage::sim {

struct PtyOptions {
    Model model = Model::Desktop;
    std::string serialNumber = "SIM00001";
    QString flashFile, link, control; ///< paths; empty for none
    std::string faults;
    std::uint32_t seed = 1;
    QString announcements; ///< folder
};

/// A simulated amp that is plugged into this computer as a serial line, in real time. Needs an event loop, which sleeps until something is due or
/// comes in.
class PtyBoard : public QObject, private Wires {
    Q_OBJECT
public:
    static Outcome<std::unique_ptr<PtyBoard>> open(const PtyOptions &options);
    ~PtyBoard() override;

    /// The line that tells where everything is.
    QByteArray readyLine() const;

private:
    explicit PtyBoard(const PtyOptions &options);
    Outcome<void> start();
    Outcome<void> openFlash();
    Outcome<void> connectWire();
    void disconnectWire();
    void followPower();
    QJsonObject announced() const;

    void send(std::span<const std::uint8_t> data);
    void onReceived(const QByteArray &data);
    void onClientsChanged();
    QByteArray onRequest(const QByteArray &request);
    void catchUp();
    void sleepUntilDue();

    std::size_t count() const override { return 1; }
    bool isPlugged(std::size_t) const override { return m_plugged; }
    void setPlugged(std::size_t link, bool plugged) override;
    std::string faults(std::size_t) const override { return m_lanes.specification; }
    void setFaults(std::size_t link, const Faults &faults, const std::string &specification) override;
    void powerChanged() override { followPower(); }

    std::int64_t microseconds() const { return m_clock.nsecsElapsed() / 1000; }

    PtyOptions m_options;
    QElapsedTimer m_clock;
    QTimer m_timer;
    Flash m_flash;
    SlotFlash m_slots;
    std::unique_ptr<FlashFile> m_flashFile;
    std::unique_ptr<SlotFile> m_slotFile;
    Lanes m_lanes;
    std::optional<AmpBoard> m_board;
    std::optional<Control> m_control;
    ControlServer m_server;
    PortLink m_link;
    std::optional<Announcement> m_announcement;
    std::unique_ptr<Pty> m_pty; ///< there is one while the amp can be reached
    bool m_plugged = true;
};

} // namespace gainstage::sim
