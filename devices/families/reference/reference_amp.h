// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/amp.h"
#include "devices/families/reference/event_wire.h"
#include "devices/families/reference/reference_firmware.h"
#include "devices/families/reference/translate_state.h"
#include "protocol/smp/client.h"

#include <deque>

namespace gainstage::reference {

/// An amp that speaks the open protocol. Keeps the state true between reads by the amp's events: one that was missed leads to a fresh read.
///
/// Events that come during a call and are newer than its answer are told in the next listen(), so that answers and events reach the caller in the
/// order in which the amp gave them; the function given to onReadable() is called when some are waiting.
class ReferenceAmp final : public Amp {
public:
    ReferenceAmp(std::unique_ptr<EventWire> wire, std::unique_ptr<smp::Client> client, Description description);

    const Description &description() const override { return m_description; }
    Result<State> read() override;
    Result<State> apply(const Change &change, std::optional<Revision> expected) override;
    Result<void> store() override;
    Result<void> identify(std::chrono::milliseconds duration) override;
    Result<Meters> meters() override;
    Result<void> meterEvery(std::chrono::milliseconds interval) override;
    void onEvent(std::function<void(const Event &)> handler) override;
    /// Also Errc::NotVerified: the amp said that something changed, and then not what.
    Result<void> listen(Deadline deadline) override;
    void onReadable(std::function<void()> wake) override;
    const Clock &clock() const override { return m_wire->clock(); }
    FirmwareAccess *firmware() override;

private:
    /// Both parts of the same revision.
    Result<State> readWhole();
    Result<State> readBothParts();
    Result<gap::StateReply> askState();
    Result<State> applyParts(const Change &change, std::optional<Revision> expected);
    Result<State> writeValues(const Change &change, std::optional<Revision> expected);
    Result<State> writeEqualizer(const Equalizer &equalizer, std::optional<Revision> expected);
    Result<State> findOut(const Change &change, Revision before, const Error &lost);
    Result<void> findOutStored(const Error &lost);
    Result<State> take(const gap::StateReply &reply);
    Result<State> take(const gap::EqualizerReply &reply);
    Result<State> whole();

    Result<bool> hear(Deadline deadline);
    void keep(const smp::Packet &packet);
    void tellOlder(std::uint32_t revision);
    void tellNews(const gap::EventMessage &message);
    Result<void> tellEvents();
    Result<void> readAfterMissed();
    bool follows(const gap::EventMessage &message) const;
    void emitEvent(const Event &event) const;
    void wakeForWaiting() const;
    Error named(Error error) const;

    Result<void> askForMeters(std::chrono::milliseconds interval);
    Result<void> keepLease();

    std::unique_ptr<EventWire> m_wire;
    std::unique_ptr<smp::Client> m_client;
    Description m_description;
    ReferenceFirmware m_firmware;
    State m_state;
    bool m_known = false; ///< m_state has been read
    bool m_stale = false; ///< an event was missed, or says no more than that something changed
    Source m_staleSource = Source::Client;
    std::deque<gap::EventMessage> m_waiting; ///< that have come and are not told yet
    std::function<void(const Event &)> m_handler;
    std::function<void()> m_wake;
    std::chrono::milliseconds m_metering{0};
    Deadline m_leaseDue{};
};

} // namespace gainstage::reference
