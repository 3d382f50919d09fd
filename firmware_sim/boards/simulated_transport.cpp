// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/simulated_amp_private.h"

namespace gainstage::sim {
namespace {

constexpr std::size_t kReport = 64;

std::unexpected<Error> gone()
{
    return failure(Errc::Disconnected, SENTENCE("error", "The connection to the amp is gone."), {},
                   SENTENCE("error", "Check the cable and that the amp is switched on."));
}

class SimulatedTransport final : public Transport {
public:
    SimulatedTransport(std::shared_ptr<SimulatedAmp::Private> amp, std::size_t link, std::shared_ptr<ClientEnd> client)
        : m_amp(std::move(amp)), m_link(link), m_client(std::move(client))
    {}
    ~SimulatedTransport() override;

    Result<void> write(BytesView data) override;
    Result<Bytes> read(Deadline deadline) override;
    void onReadable(std::function<void()> wake) override;
    const Clock &clock() const override { return m_amp->clock; }

private:
    LinkKind kind() const { return m_amp->wires[m_link].kind; }
    std::function<void()> hook();

    std::shared_ptr<SimulatedAmp::Private> m_amp;
    std::size_t m_link;
    std::shared_ptr<ClientEnd> m_client;
};

SimulatedTransport::~SimulatedTransport()
{
    onReadable({});
    const AmpAccess access(*m_amp);
    SimulatedWire &wire = m_amp->wires[m_link];
    if (wire.client != m_client)
        return;
    wire.disconnect();
    m_amp->board.linkReset(m_link);
}

/// What is to be called before the next write. Not called under the mutex: it may unplug.
std::function<void()> SimulatedTransport::hook()
{
    const std::scoped_lock lock(m_amp->mutex);
    const std::size_t number = ++m_client->writes;
    if (!m_amp->beforeWrite)
        return [] {};
    return [before = m_amp->beforeWrite, number] { before(number); };
}

Result<void> SimulatedTransport::write(BytesView data)
{
    hook()();
    const AmpAccess access(*m_amp);
    if (m_client->gone)
        return gone();
    if (kind() == LinkKind::Hid && data.size() != kReport)
        return failure(Errc::Internal, SENTENCE("error", "A report has %1 bytes, not %2."), {std::to_string(kReport), std::to_string(data.size())});
    m_amp->wires[m_link].lanes.toAmp.push(data, m_amp->board.now());
    m_amp->catchUp();
    return {};
}

Result<Bytes> SimulatedTransport::read(Deadline deadline)
{
    const AmpAccess access(*m_amp);
    while (true) {
        if (!m_client->inbox.empty()) {
            Bytes bytes = m_client->take(kind());
            m_client->news = m_client->isReadable(); // the caller may take no more now; what stays must not be forgotten
            return bytes;
        }
        m_client->news = false;
        if (m_client->gone)
            return gone();
        if (m_amp->clock.now() >= deadline)
            return failure(Errc::Timeout, SENTENCE("error", "Nothing came from the amp in time."));
        m_amp->passUntil(deadline);
    }
}

void SimulatedTransport::onReadable(std::function<void()> wake)
{
    {
        const std::scoped_lock telling(m_client->wakeMutex);
        m_client->wake = std::move(wake);
    }
    const AmpAccess access(*m_amp);
    m_client->news = m_client->isReadable();
}

} // namespace

std::unique_ptr<Transport> transportOn(std::shared_ptr<SimulatedAmp::Private> amp, std::size_t link, std::shared_ptr<ClientEnd> client)
{
    return std::make_unique<SimulatedTransport>(std::move(amp), link, std::move(client));
}

} // namespace gainstage::sim
