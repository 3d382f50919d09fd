// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/finder_line.h"

#include <algorithm>

namespace gainstage::cli {

Result<std::unique_ptr<FinderLine>> FinderLine::open(const AmpFinder &finder, const QString &selector, Interruption &interruption)
{
    const auto port = finder.select(selector);
    if (!port)
        return std::unexpected(port.error());
    auto amp = finder.open(*port, interruption.token());
    if (!amp)
        return std::unexpected(amp.error());
    return std::unique_ptr<FinderLine>(new FinderLine(finder, *port, *std::move(amp), interruption));
}

FinderLine::FinderLine(const AmpFinder &finder, Port port, std::unique_ptr<Amp> amp, Interruption &interruption)
    : m_finder(finder), m_interruption(interruption), m_port(std::move(port)), m_identity(amp->description().identity), m_amp(std::move(amp))
{}

bool FinderLine::mayBeThere(const Port &port) const
{
    return port.selector() == m_port.selector() || port.serialNumber.isEmpty() || port.serialNumber == m_identity.serialNumber ||
           (!m_port.serialNumber.isEmpty() && port.serialNumber == m_port.serialNumber);
}

bool FinderLine::isSame(const Identity &identity) const
{
    return identity.maker == m_identity.maker && identity.model == m_identity.model && identity.serialNumber == m_identity.serialNumber;
}

/// A port that was named by hand need not be among those that are known.
std::vector<Port> FinderLine::candidates() const
{
    std::vector<Port> ports = m_finder.amps();
    std::erase_if(ports, [this](const Port &port) { return !mayBeThere(port); });
    const bool isListed = std::ranges::any_of(ports, [this](const Port &port) { return port.selector() == m_port.selector(); });
    const auto named = isListed ? Result<Port>(m_port) : m_finder.select(m_port.selector());
    if (!isListed && named)
        ports.push_back(*named);
    return ports;
}

Result<void> FinderLine::open()
{
    close();
    Error why{Errc::NotFound, SENTENCE("error", "The amp is not connected."), {}, ""};
    for (const Port &port : candidates()) {
        auto amp = m_finder.open(port, m_interruption.token());
        if (amp && isSame((*amp)->description().identity)) {
            m_amp = *std::move(amp);
            return {};
        }
        if (!amp)
            why = amp.error();
        if (!amp && why.code == Errc::Cancelled)
            break;
    }
    return std::unexpected(why);
}

} // namespace gainstage::cli
