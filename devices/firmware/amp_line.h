// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/amp.h"

namespace gainstage {

/// The way to one amp over a restart: it goes away and comes back, perhaps at another place. Used by one thread.
class AmpLine {
public:
    virtual ~AmpLine() = default;

    /// The open amp; null while it is away.
    virtual Amp *amp() = 0;
    virtual void close() = 0;
    /// Tries once to open the same amp again: same maker, model and serial number. Any error but Errc::Cancelled means: not there yet.
    virtual Result<void> open() = 0;
    /// Lets time pass. Errc::Cancelled when the program ends.
    virtual Result<void> pause(Duration duration) = 0;
    /// Runs on while the amp is away.
    virtual const Clock &clock() const = 0;
};

} // namespace gainstage
