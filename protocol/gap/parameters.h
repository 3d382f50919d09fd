// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/gap/empty.h"

#include <cstdint>

namespace gainstage::gap {

/// Group 0, command 6 (protocol/README.md, section 3): how large packets may be.
inline constexpr std::uint8_t kParametersCommand = 6;
using ParametersRead = Empty;
struct ParametersReply {
    std::uint32_t bufferSize = 0; ///< the largest packet, header included
    std::uint32_t bufferCount = 0;
    QCborMap encode() const;
    static Result<ParametersReply> decode(const QCborMap &map);
};

} // namespace gainstage::gap
