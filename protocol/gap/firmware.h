// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/gap/empty.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <vector>

// Command 12 (protocol/README.md, 5.10): what a firmware image for this amp must be.
namespace gainstage::gap {

using FirmwareRead = Empty;
struct FirmwareReply {
    QByteArray vendor, classId;                     ///< UUIDs, 16 bytes each
    std::uint32_t counter = 0;                      ///< no image with a lower security counter runs
    std::vector<QByteArray> keys;                   ///< Ed25519 public keys that the amp trusts, 32 bytes each
    std::optional<std::uint32_t> trialMilliseconds; ///< left to confirm the image that runs; absent where it is confirmed
    QCborMap encode() const;
    static Result<FirmwareReply> decode(const QCborMap &map);
};

} // namespace gainstage::gap
