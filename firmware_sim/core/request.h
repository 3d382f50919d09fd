// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/amp.h"
#include "firmware_sim/core/cbor_writer.h"
#include "firmware_sim/core/fields.h"
#include "firmware_sim/core/refusal.h"

namespace gainstage::firmware {

/// A request that is well-formed as CBOR.
struct Request {
    PacketHeader header;
    CborMap map;
    Link &author;
};

/// Does one command and writes the map of its answer, or refuses and has changed nothing.
using Handler = Outcome (*)(Amp &amp, const Request &request, CborWriter &answer);

// The checks of a write that the lock guards come in this order: form, lock, revision, values (protocol/README.md, 5).

/// What every guarded write may carry.
struct Guard {
    explicit Guard(Fields &fields) : key(fields.bytes("key")) {}
    std::optional<CborString> key;

    Outcome check(const Amp &amp) const { return amp.lock.refuses(key) ? Outcome(refuse(AmpError::Locked)) : std::nullopt; }
};

/// A guarded write that may name the revision it expects.
struct RevisionGuard {
    explicit RevisionGuard(Fields &fields) : guard(fields), revision(fields.number("rev")) {}
    Guard guard;
    std::optional<std::uint64_t> revision;

    Outcome check(const Amp &amp) const
    {
        const Outcome locked = guard.check(amp);
        if (locked || !revision || *revision == amp.revision)
            return locked;
        return refuse(AmpError::Revision);
    }
};

/// Cuts a number of any size to the longest time that is granted.
inline std::uint32_t atMost(std::uint64_t wanted, std::uint32_t longest)
{
    return static_cast<std::uint32_t>(wanted < longest ? wanted : longest);
}

} // namespace gainstage::firmware
