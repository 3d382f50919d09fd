// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/amp/amp.h"
#include "devices/discovery/port.h"

#include <span>

namespace gainstage {

/// Where descriptions are kept between runs, by their digest. Borrowed by families that can use it.
class DescriptionCache {
public:
    virtual ~DescriptionCache() = default;
    virtual QByteArray find(const Identity &identity) const = 0;
    virtual void keep(const Identity &identity, const QByteArray &document) = 0;
};

/// One wire protocol and the models that speak it.
class Family {
public:
    virtual ~Family() = default;
    virtual QString name() const = 0;
    /// Whether this port looks like one of its amps; asks nothing of the wire.
    virtual bool matches(const Port &port) const = 0;
    /// Whether a path given by hand may be tried with this family.
    virtual bool mayTry(Wire wire) const = 0;
    /// Speaks to what is at the other end and describes it. Owns the transport afterwards. `cache` may be null.
    virtual Result<std::unique_ptr<Amp>> open(std::unique_ptr<Transport> transport, const Port &port, DescriptionCache *cache) const = 0;
};

/// All families that the program knows.
std::span<const Family *const> allFamilies();

} // namespace gainstage
