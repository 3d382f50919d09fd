// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/result.h"

#include <QByteArray>
#include <QCborMap>
#include <QString>

#include <cstdint>
#include <optional>

namespace gainstage::gap {

struct Version {
    std::uint16_t major = 1, minor = 0;
    friend auto operator<=>(const Version &, const Version &) = default;
};
/// What this code speaks.
inline constexpr Version kOurVersion{1, 0};

/// Command 0 (protocol/README.md, 5.1): who the amp is.
struct HelloRead {
    std::optional<Version> highest = kOurVersion; ///< that the client speaks
    QCborMap encode() const;
    static Result<HelloRead> decode(const QCborMap &map);
};
struct HelloReply {
    Version version;
    QString maker, model, serialNumber, hardware, firmware;
    QByteArray digest;        ///< of the description document, 8 bytes
    std::uint32_t length = 0; ///< of the description document
    std::uint32_t revision = 0;
    QCborMap encode() const;
    static Result<HelloReply> decode(const QCborMap &map);
};

} // namespace gainstage::gap
