// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/families/reference/reference_family.h"

#include "devices/catalog/catalog.h"
#include "devices/families/reference/event_wire.h"
#include "devices/families/reference/introduction.h"
#include "devices/families/reference/reference_amp.h"

namespace gainstage {
namespace {

constexpr std::uint16_t vendorPage = 0xff00, ampUsage = 1;
constexpr QLatin1String ourName("Gainstage");

std::unique_ptr<smp::Framing> framingFor(Wire wire)
{
    return wire == Wire::Hid ? smp::hidFraming() : smp::consoleFraming();
}

} // namespace

QString ReferenceFamily::name() const
{
    return QStringLiteral("reference");
}

/// A maker who adopts the protocol names it in the USB strings, as the vendor page alone is anybody's. Simulated amps of other makers announce
/// USB numbers, the reference amps do not.
bool ReferenceFamily::matches(const Port &port) const
{
    if (catalog::find(port) != nullptr)
        return false;
    const bool named = port.maker.contains(ourName, Qt::CaseInsensitive) || port.product.contains(ourName, Qt::CaseInsensitive);
    if (port.wire == Wire::Hid)
        return named && port.usagePage == vendorPage && port.usage == ampUsage;
    return named || (port.simulated && port.vendorId == 0);
}

bool ReferenceFamily::mayTry(Wire wire) const
{
    return wire == Wire::Serial || wire == Wire::Hid;
}

Result<std::unique_ptr<Amp>> ReferenceFamily::open(std::unique_ptr<Transport> transport, const Port &port, DescriptionCache *cache) const
{
    auto wire = std::make_unique<reference::EventWire>(std::move(transport));
    auto client = std::make_unique<smp::Client>(*wire, framingFor(port.wire));
    const auto introduced = reference::introduce(*client, port, cache);
    if (!introduced)
        return std::unexpected(introduced.error());
    return std::make_unique<reference::ReferenceAmp>(std::move(wire), std::move(client), *introduced);
}

} // namespace gainstage
