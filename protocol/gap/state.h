// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/gap/empty.h"

#include <QByteArray>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace gainstage::gap {

/// Settings' raw values by their number. A missing one is not known.
using Values = std::map<std::uint16_t, std::int32_t>;

struct Jack {
    std::uint32_t output = 0;
    bool plugged = false;
    std::optional<std::uint32_t> milliohm; ///< where the amp measures it
    friend bool operator==(const Jack &, const Jack &) = default;
};

struct Input {
    std::int32_t id = 0;
    bool locked = false;
    std::uint32_t rate = 0; ///< hertz
    friend bool operator==(const Input &, const Input &) = default;
};

enum Protection : std::uint32_t { Thermal = 1, Dc = 2, OverCurrent = 4 };

/// Command 2 (protocol/README.md, 5.5): all values.
using StateRead = Empty;
struct StateReply {
    std::uint32_t revision = 0;
    Values values;
    std::vector<Jack> jacks;
    std::optional<Input> input;   ///< absent in an amp without digital input
    std::uint32_t protection = 0; ///< sum of Protection
    bool dirty = false;           ///< working values differ from the stored ones
    QCborMap encode() const;
    static Result<StateReply> decode(const QCborMap &map);
};

/// Several values, all or none; the answer is a StateReply.
struct StateWrite {
    Values values;
    std::optional<std::uint32_t> revision; ///< only if the state is still this one
    std::optional<QByteArray> key;         ///< of the lock
    QCborMap encode() const;
    static Result<StateWrite> decode(const QCborMap &map);
};

} // namespace gainstage::gap
