// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/system_ports.h"

#include "devices/discovery/announcements.h"
#include "devices/discovery/udev.h"
#include "protocol/transport/hid/hid_transport.h"
#include "protocol/transport/serial/serial_transport.h"
#include "protocol/transport/socket/report_socket_transport.h"

#include <QFile>

#include <utility>

namespace gainstage {
namespace {

constexpr int baud = 115200; // protocol/README.md, 2.1

class SystemPorts final : public Ports {
public:
    explicit SystemPorts(QString announcements) : m_announcements(std::move(announcements)) {}

    std::vector<Port> list() const override;
    Result<std::unique_ptr<Transport>> open(const Port &port, std::stop_token stop) const override;
    void onChange(std::function<void()> changed) override;

private:
    QString m_announcements;
    std::unique_ptr<UdevWatch> m_udev;
    std::unique_ptr<AnnouncementWatch> m_simulated;
};

std::vector<Port> SystemPorts::list() const
{
    std::vector<Port> ports = announcedPorts(m_announcements);
    for (Port &port : pluggedPorts())
        ports.push_back(std::move(port));
    return ports;
}

Result<std::unique_ptr<Transport>> SystemPorts::open(const Port &port, std::stop_token stop) const
{
    const std::string path = QFile::encodeName(port.path).toStdString();
    if (port.wire == Wire::Serial)
        return openSerial(path, baud, std::move(stop));
    return port.simulated ? openReportSocket(path, port.reports, std::move(stop)) : openHid(path, port.reports, std::move(stop));
}

void SystemPorts::onChange(std::function<void()> changed)
{
    m_simulated.reset();
    m_udev.reset();
    if (!changed)
        return;
    m_udev = std::make_unique<UdevWatch>(changed);
    m_simulated = std::make_unique<AnnouncementWatch>(m_announcements, std::move(changed));
}

} // namespace

std::unique_ptr<Ports> systemPorts(QString announcements)
{
    return std::make_unique<SystemPorts>(std::move(announcements));
}

} // namespace gainstage
