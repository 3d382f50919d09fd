// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/change.h"
#include "devices/amp/description.h"
#include "devices/amp/event.h"
#include "devices/amp/state.h"
#include "protocol/bytes/result.h"
#include "protocol/transport/clock.h"

#include <functional>

namespace gainstage {

class FirmwareAccess; // devices/firmware/firmware_access.h

/// One open amp, used by one thread. Every call blocks until the amp has answered or a deadline has passed. Closing is destroying it.
class Amp {
public:
    virtual ~Amp() = default;

    virtual const Description &description() const = 0;
    /// Everything, fresh from the amp.
    virtual Result<State> read() = 0;
    /// Into working memory, all or none; the answer is what the amp then holds. Sends the change as it is, values before the equalizer:
    /// devices/amp/ear_safe.h orders it. Where values and equalizer are two writes and only the first is taken, the error says so.
    /// With `expected`, only if the amp is still at that revision (Errc::Conflict), where the family can tell.
    /// Errc::Refused, Locked, Conflict; Errc::NotVerified when it is not known whether the amp took it.
    virtual Result<State> apply(const Change &change, std::optional<Revision> expected = {}) = 0;
    /// Into flash; Errc::Unsupported where there is none.
    virtual Result<void> store() = 0;
    /// Makes the amp show itself; zero ends it. Errc::Unsupported.
    virtual Result<void> identify(std::chrono::milliseconds duration) = 0;
    virtual Result<Meters> meters() = 0;
    /// Asks for meters as events; zero ends them. The family keeps the lease alive inside listen().
    virtual Result<void> meterEvery(std::chrono::milliseconds interval) = 0;

    /// Called on this thread from inside any call, for what the amp says unasked.
    virtual void onEvent(std::function<void(const Event &)> handler) = 0;
    /// Takes events until the deadline, and those that have come by then: the way to wait. Errc::Disconnected, Errc::Cancelled,
    /// Errc::NotVerified when something changed and the amp does not say what.
    virtual Result<void> listen(Deadline deadline) = 0;
    /// See Transport::onReadable.
    virtual void onReadable(std::function<void()> wake) = 0;
    virtual const Clock &clock() const = 0;
    /// Nobody will ask for its experimental settings, so that it need not read them.
    virtual void leaveOutExperimental() {}
    /// Null where its firmware cannot be updated. Belongs to the amp.
    virtual FirmwareAccess *firmware() { return nullptr; }
};

} // namespace gainstage
