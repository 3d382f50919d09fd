// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/simulated_wire.h"

namespace gainstage::sim {

void ClientEnd::unplug()
{
    gone = true;
    news = true;
}

Bytes ClientEnd::take(LinkKind kind)
{
    Bytes bytes = std::move(inbox.front());
    inbox.pop_front();
    for (; kind == LinkKind::Serial && !inbox.empty(); inbox.pop_front())
        bytes.insert(bytes.end(), inbox.front().begin(), inbox.front().end());
    return bytes;
}

void ClientEnd::tell()
{
    const std::scoped_lock telling(wakeMutex);
    if (wake)
        wake();
}

void SimulatedWire::disconnect()
{
    lanes.clear();
    if (client)
        client->unplug();
    client.reset();
}

void SimulatedWire::deliver(std::int64_t now)
{
    for (Bytes bytes = lanes.toClient.take(now); client && !bytes.empty(); bytes = lanes.toClient.take(now)) {
        client->inbox.push_back(std::move(bytes));
        client->news = true;
    }
}

} // namespace gainstage::sim
