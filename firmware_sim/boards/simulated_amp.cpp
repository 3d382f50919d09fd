// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/simulated_amp.h"

#include "firmware_sim/boards/simulated_amp_private.h"

#include <algorithm>

namespace gainstage::sim {

double TrajectoryPoint::loudest() const
{
    return *std::ranges::max_element(volts);
}

SimulatedAmp::SimulatedAmp(const Options &options) : d(std::make_shared<Private>(options))
{
    advance(std::chrono::seconds(1));
    mark();
}

SimulatedAmp::~SimulatedAmp()
{
    for (std::size_t link = 0; link < d->wires.size(); ++link)
        unplug(link);
}

VirtualClock &SimulatedAmp::clock()
{
    return d->clock;
}

void SimulatedAmp::advance(Duration duration)
{
    const AmpAccess access(*d);
    const Instant then = d->clock.in(duration);
    while (d->clock.now() < then)
        d->passUntil(then);
}

std::unique_ptr<Transport> SimulatedAmp::connect(std::size_t link)
{
    auto client = std::make_shared<ClientEnd>();
    const AmpAccess access(*d);
    SimulatedWire &wire = d->wires.at(link);
    wire.disconnect();
    if (d->isReachable(link)) {
        wire.client = client;
        d->board.linkReset(link);
    } else {
        client->unplug();
    }
    return transportOn(d, link, std::move(client));
}

void SimulatedAmp::unplug(std::size_t link)
{
    const AmpAccess access(*d);
    d->setPlugged(link, false);
}

void SimulatedAmp::plug(std::size_t link)
{
    const AmpAccess access(*d);
    d->setPlugged(link, true);
}

bool SimulatedAmp::isPlugged(std::size_t link) const
{
    const AmpAccess access(*d);
    return d->isReachable(link);
}

void SimulatedAmp::setFaults(const std::string &specification, std::size_t link)
{
    const auto faults = parseFaults(specification);
    if (!faults)
        qFatal("%s", faults.error().c_str());
    const AmpAccess access(*d);
    d->setFaults(link, *faults, specification);
}

void SimulatedAmp::beforeWrite(std::function<void(std::size_t)> hook)
{
    const std::scoped_lock lock(d->mutex);
    d->beforeWrite = std::move(hook);
}

std::string SimulatedAmp::control(const std::string &json)
{
    const AmpAccess access(*d);
    return d->control.answer(QByteArray::fromStdString(json)).toStdString();
}

void SimulatedAmp::mark()
{
    const AmpAccess access(*d);
    d->board.world().mark();
}

std::vector<TrajectoryPoint> SimulatedAmp::trajectory() const
{
    const AmpAccess access(*d);
    std::vector<TrajectoryPoint> points;
    for (const LevelPoint &point : d->board.world().trajectory().points()) {
        TrajectoryPoint &copy = points.emplace_back();
        copy.microseconds = point.microseconds;
        std::ranges::copy(point.volts, copy.volts);
    }
    return points;
}

} // namespace gainstage::sim
