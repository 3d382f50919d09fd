// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/simulated_device_private.h"

#include <algorithm>
#include <utility>

namespace gainstage::sim {

SimulatedDevice::Private::Private(std::unique_ptr<ForeignAmp> foreign) : amp(std::move(foreign))
{
    levels.push_back({microseconds(), amp->level()});
}

std::int64_t SimulatedDevice::Private::microseconds() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(clock.now() - start).count();
}

void SimulatedDevice::Private::disconnect()
{
    amp->lineReset();
    if (client)
        client->unplug();
    client.reset();
}

void SimulatedDevice::Private::catchUp()
{
    const std::int64_t now = microseconds();
    for (auto bytes = amp->take(now); !bytes.empty(); bytes = amp->take(now)) {
        for (Bytes &answer : onAnswer ? onAnswer(bytes) : std::vector<Bytes>{bytes}) {
            if (!client || !isReachable())
                continue;
            client->inbox.push_back(std::move(answer));
            client->news = true;
        }
    }
    if (const double level = amp->level(); level != levels.back().decibels)
        levels.push_back({now, level});
    if (client && !isReachable())
        disconnect();
}

void SimulatedDevice::Private::passUntil(Instant limit)
{
    const auto due = amp->nextDue();
    const Instant next = due ? start + std::chrono::microseconds(*due) : limit;
    clock.advanceTo(std::clamp(next, clock.now(), std::max(clock.now(), limit)));
    catchUp();
}

DeviceAccess::DeviceAccess(SimulatedDevice::Private &device) : m_lock(device.mutex), m_before(device.client) {}

DeviceAccess::~DeviceAccess()
{
    const bool news = m_before && std::exchange(m_before->news, false);
    m_lock.unlock();
    if (news)
        m_before->tell();
}

SimulatedDevice::SimulatedDevice(std::unique_ptr<ForeignAmp> amp) : d(std::make_shared<Private>(std::move(amp))) {}

SimulatedDevice::~SimulatedDevice()
{
    unplug();
}

UsbFace SimulatedDevice::face() const
{
    const std::scoped_lock lock(d->mutex);
    return d->amp->face();
}

VirtualClock &SimulatedDevice::clock()
{
    return d->clock;
}

void SimulatedDevice::advance(Duration duration)
{
    const Instant end = d->clock.in(duration);
    const DeviceAccess access(*d);
    while (d->clock.now() < end)
        d->passUntil(end);
}

std::unique_ptr<Transport> SimulatedDevice::connect()
{
    auto client = std::make_shared<ClientEnd>();
    {
        const DeviceAccess access(*d);
        d->disconnect();
        if (d->isReachable())
            d->client = client;
        else
            client->unplug();
    }
    return transportOn(d, std::move(client));
}

void SimulatedDevice::unplug()
{
    const DeviceAccess access(*d);
    d->plugged = false;
    d->catchUp();
}

void SimulatedDevice::plug()
{
    const DeviceAccess access(*d);
    d->plugged = true;
}

bool SimulatedDevice::isPlugged() const
{
    const std::scoped_lock lock(d->mutex);
    return d->isReachable();
}

void SimulatedDevice::beforeWrite(std::function<void(std::size_t)> hook)
{
    const std::scoped_lock lock(d->mutex);
    d->beforeWrite = std::move(hook);
}

void SimulatedDevice::onAnswer(std::function<std::vector<Bytes>(const Bytes &)> change)
{
    const std::scoped_lock lock(d->mutex);
    d->onAnswer = std::move(change);
}

std::vector<Bytes> SimulatedDevice::written() const
{
    const std::scoped_lock lock(d->mutex);
    return d->written;
}

QJsonObject SimulatedDevice::act(const QJsonObject &request)
{
    const DeviceAccess access(*d);
    QJsonObject answer = d->amp->act(request, d->microseconds());
    d->catchUp();
    return answer;
}

QJsonObject SimulatedDevice::truth() const
{
    const std::scoped_lock lock(d->mutex);
    return d->amp->truth();
}

void SimulatedDevice::mark()
{
    const std::scoped_lock lock(d->mutex);
    d->levels = {{d->microseconds(), d->amp->level()}};
}

std::vector<HeardLevel> SimulatedDevice::levels() const
{
    const std::scoped_lock lock(d->mutex);
    return d->levels;
}

} // namespace gainstage::sim
