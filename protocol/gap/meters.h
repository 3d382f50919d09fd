// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/gap/empty.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gainstage::gap {

/// Command 6 (protocol/README.md, 5.9): once.
using MetersRead = Empty;
struct MetersReply {
    std::optional<std::vector<std::int32_t>> level;  ///< centi-dBFS per channel; -12000 is silence
    std::optional<std::uint32_t> clips;              ///< since power-on
    std::optional<std::int32_t> temperature;         ///< deci-celsius
    std::optional<std::vector<std::int32_t>> supply; ///< millivolt per rail
    QCborMap encode() const;
    static Result<MetersReply> decode(const QCborMap &map);
    friend bool operator==(const MetersReply &, const MetersReply &) = default;
};

/// As events every so often until the lease is over; the answer has the same form, as granted.
struct MetersWrite {
    std::uint32_t every = 0; ///< ms; 0 ends it
    std::uint32_t lease = 0; ///< ms
    QCborMap encode() const;
    static Result<MetersWrite> decode(const QCborMap &map);
};
inline constexpr std::uint32_t kLongestLease = 10'000;

} // namespace gainstage::gap
