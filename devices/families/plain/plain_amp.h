// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/amp.h"
#include "protocol/transport/transport.h"

namespace gainstage {

/// What amps have in common whose protocol has no revisions and no events of its own: a family says how everything is read, how a change is sent, and
/// what a report that comes unasked means; revisions, the comparison of states, and waiting are here.
class PlainAmp : public Amp {
public:
    PlainAmp(std::unique_ptr<Transport> wire, Description description);

    const Description &description() const final { return m_description; }
    Result<State> read() final;
    /// With `expected`, Errc::Conflict if something else changed since: as far as reports that came unasked tell.
    Result<State> apply(const Change &change, std::optional<Revision> expected) final;
    Result<void> store() override;
    Result<void> identify(std::chrono::milliseconds duration) override;
    Result<Meters> meters() override;
    Result<void> meterEvery(std::chrono::milliseconds interval) override;
    void onEvent(std::function<void(const Event &)> handler) final { m_handler = std::move(handler); }
    Result<void> listen(Deadline deadline) final;
    void onReadable(std::function<void()> wake) final;
    const Clock &clock() const final { return m_wire->clock(); }

protected:
    /// Everything, fresh; the revision is put in here.
    virtual Result<State> readState() = 0;
    /// Sends a change that is not empty and waits until the amp has taken it, as far as it tells. Errc::NotVerified where it does not say what it did:
    /// the state is read afterwards in any case, and who applies safely compares it.
    virtual Result<void> send(const Change &change) = 0;
    /// A report, or bytes, that came while nobody asked. True: something changed, and is read again before it is told.
    virtual Result<bool> heard(BytesView data) = 0;
    /// When something has to be sent although nobody asked (a heartbeat), and that. The default is never.
    virtual std::optional<Deadline> nextDuty() const { return std::nullopt; }
    virtual Result<void> doDuty() { return {}; }

    Transport &wire() { return *m_wire; }
    /// As last read; meaningless before the first read().
    const State &state() const { return m_state; }
    /// For what came unasked between a question and its answer: it is told in the next listen().
    void changedMeanwhile() { m_stale = true; }
    /// Whether working values differ from the stored ones; apply() says so by itself where the amp can store.
    void setUnstored(bool unstored) { m_state.unstored = m_unstored = unstored; }
    void tell(const Event &event) const;
    /// Takes what has come and nobody waits for. Errc::Disconnected, Cancelled.
    Result<void> drain();

private:
    Result<State> readAnew();
    Result<void> tellChange();

    std::unique_ptr<Transport> m_wire;
    Description m_description;
    State m_state;
    bool m_known = false, m_stale = false, m_unstored = false;
    std::function<void(const Event &)> m_handler;
    std::function<void()> m_wake;
};

} // namespace gainstage
