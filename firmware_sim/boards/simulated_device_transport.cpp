// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/simulated_device_private.h"

#include <algorithm>

namespace gainstage::sim {
namespace {

std::unexpected<Error> gone()
{
    return failure(Errc::Disconnected, SENTENCE("error", "The connection to the amp is gone."), {},
                   SENTENCE("error", "Check the cable and that the amp is switched on."));
}

class DeviceTransport final : public Transport {
public:
    DeviceTransport(std::shared_ptr<SimulatedDevice::Private> device, std::shared_ptr<ClientEnd> client)
        : m_device(std::move(device)), m_client(std::move(client))
    {}
    ~DeviceTransport() override;

    Result<void> write(BytesView data) override;
    Result<Bytes> read(Deadline deadline) override;
    void onReadable(std::function<void()> wake) override;
    const Clock &clock() const override { return m_device->clock; }

private:
    std::function<void()> hook();

    std::shared_ptr<SimulatedDevice::Private> m_device;
    std::shared_ptr<ClientEnd> m_client;
};

DeviceTransport::~DeviceTransport()
{
    onReadable({});
    const DeviceAccess access(*m_device);
    if (m_device->client == m_client)
        m_device->disconnect();
}

/// What is to be called before the next write. Not called under the mutex: it may unplug.
std::function<void()> DeviceTransport::hook()
{
    const std::scoped_lock lock(m_device->mutex);
    const std::size_t number = ++m_client->writes;
    if (!m_device->beforeWrite)
        return [] {};
    return [before = m_device->beforeWrite, number] { before(number); };
}

Result<void> DeviceTransport::write(BytesView data)
{
    hook()();
    const DeviceAccess access(*m_device);
    m_device->catchUp();
    if (m_client->gone)
        return gone();
    m_device->written.emplace_back(data.begin(), data.end());
    m_device->amp->receive(data, m_device->microseconds());
    m_device->catchUp();
    return {};
}

Result<Bytes> DeviceTransport::read(Deadline deadline)
{
    const DeviceAccess access(*m_device);
    while (true) {
        m_device->catchUp();
        if (!m_client->inbox.empty()) {
            Bytes bytes = m_client->take(m_device->kind());
            m_client->news = m_client->isReadable(); // the caller may take no more now; what stays must not be forgotten
            return bytes;
        }
        m_client->news = false;
        if (m_client->gone)
            return gone();
        if (m_device->clock.now() >= deadline)
            return failure(Errc::Timeout, SENTENCE("error", "Nothing came from the amp in time."));
        m_device->passUntil(deadline);
    }
}

void DeviceTransport::onReadable(std::function<void()> wake)
{
    {
        const std::scoped_lock telling(m_client->wakeMutex);
        m_client->wake = std::move(wake);
    }
    const DeviceAccess access(*m_device);
    m_client->news = m_client->isReadable();
}

} // namespace

std::unique_ptr<Transport> transportOn(std::shared_ptr<SimulatedDevice::Private> device, std::shared_ptr<ClientEnd> client)
{
    return std::make_unique<DeviceTransport>(std::move(device), std::move(client));
}

} // namespace gainstage::sim
