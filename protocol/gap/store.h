// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QCborMap>

#include <cstdint>
#include <optional>

namespace gainstage::gap {

/// Command 4 (protocol/README.md, 5.7): working values into flash.
struct StoreWrite {
    std::optional<QByteArray> key;
    QCborMap encode() const;
    static Result<StoreWrite> decode(const QCborMap &map);
};
/// The answer to a store and to writes of presets.
struct StoreReply {
    std::uint32_t revision = 0;
    std::uint32_t wear = 0; ///< writes in the amp's life
    QCborMap encode() const;
    static Result<StoreReply> decode(const QCborMap &map);
};

} // namespace gainstage::gap
