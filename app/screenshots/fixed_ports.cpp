// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots/fixed_ports.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gainstage {

SimulatedOnly::SimulatedOnly(std::unique_ptr<Ports> all) : m_all(std::move(all)) {}

std::vector<Port> SimulatedOnly::list() const
{
    std::vector<Port> ports = m_all->list();
    std::erase_if(ports, [](const Port &port) { return !port.simulated; });
    return ports;
}

Result<std::unique_ptr<Transport>> SimulatedOnly::open(const Port &port, std::stop_token stop) const
{
    return m_all->open(port, stop);
}

void SimulatedOnly::onChange(std::function<void()> changed)
{
    m_all->onChange(std::move(changed));
}

std::vector<Port> Forbidden::list() const
{
    Port port;
    port.path = u"/dev/ttyACM0"_s;
    port.maker = u"Gainstage"_s;
    port.product = u"Reference Desktop"_s;
    port.serialNumber = u"00A3F1"_s;
    // Announced like a simulated amp, so that the reference family takes it without a vendor's number.
    port.simulated = true;
    port.access = Port::Access::Permission;
    return {port};
}

Result<std::unique_ptr<Transport>> Forbidden::open(const Port &port, std::stop_token) const
{
    return failure(Errc::Permission, SENTENCE("error", "The system does not let you use %1."), {port.path.toStdString()});
}

std::vector<Port> Recognised::list() const
{
    Port port;
    port.wire = Wire::Hid;
    port.path = u"/dev/hidraw3"_s;
    port.vendorId = 0x152a;
    port.productId = 0x8750;
    port.product = u"E50 II"_s;
    return {port};
}

Result<std::unique_ptr<Transport>> Recognised::open(const Port &port, std::stop_token) const
{
    return failure(Errc::NotFound, SENTENCE("error", "There is no HID device %1."), {port.path.toStdString()});
}

} // namespace gainstage
