// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/gap/empty.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <vector>

// Commands 7 to 10 (protocol/README.md, 5.9): identify, lock, fault log, factory reset.
namespace gainstage::gap {

/// The amp blinks so long; 0 ends it. The answer is Empty.
struct IdentifyWrite {
    std::uint32_t milliseconds = 0; ///< at most 60 000
    QCborMap encode() const;
    static Result<IdentifyWrite> decode(const QCborMap &map);
};
inline constexpr std::uint32_t kLongestIdentify = 60'000;

using LockRead = Empty;
struct LockReadReply {
    bool held = false;
    std::uint32_t milliseconds = 0; ///< until it ends by itself
    QCborMap encode() const;
    static Result<LockReadReply> decode(const QCborMap &map);
};
/// Takes the lock, extends it (with the key) or releases it (0 ms with the key).
struct LockWrite {
    std::uint32_t milliseconds = 0; ///< at most 600 000
    std::optional<QByteArray> key;
    QCborMap encode() const;
    static Result<LockWrite> decode(const QCborMap &map);
};
struct LockWriteReply {
    QByteArray key; ///< 8 bytes
    std::uint32_t milliseconds = 0;
    QCborMap encode() const;
    static Result<LockWriteReply> decode(const QCborMap &map);
};

struct FaultsRead {
    std::optional<std::uint32_t> from;
    QCborMap encode() const;
    static Result<FaultsRead> decode(const QCborMap &map);
};
struct Fault {
    std::uint32_t number = 0;
    std::uint32_t seconds = 0; ///< since power-on
    std::uint32_t code = 0;    ///< 1 thermal, 2 DC, 3 over-current, 4 supply low, 5 flash, 6 watchdog, 7 settings lost
    std::int64_t argument = 0;
    friend bool operator==(const Fault &, const Fault &) = default;
};
struct FaultsReply {
    std::vector<Fault> faults; ///< oldest first
    std::uint32_t next = 0;    ///< go on from here until the list is empty
    QCborMap encode() const;
    static Result<FaultsReply> decode(const QCborMap &map);
};
/// Empties the log. The answer is Empty.
struct FaultsClear {
    std::optional<QByteArray> key;
    QCborMap encode() const;
    static Result<FaultsClear> decode(const QCborMap &map);
};

using FactoryResetRead = Empty;
struct FactoryResetToken {
    QByteArray token; ///< 8 bytes, valid once and for 30 s
    QCborMap encode() const;
    static Result<FactoryResetToken> decode(const QCborMap &map);
};
struct FactoryResetWrite {
    QByteArray token;
    std::optional<QByteArray> key;
    QCborMap encode() const;
    static Result<FactoryResetWrite> decode(const QCborMap &map);
};
struct FactoryResetReply {
    std::uint32_t revision = 0;
    QCborMap encode() const;
    static Result<FactoryResetReply> decode(const QCborMap &map);
};

} // namespace gainstage::gap
