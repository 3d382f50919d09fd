// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/result.h"

#include <QCborMap>

namespace gainstage::smp {

/// A request or reply that says nothing beyond its header.
struct Empty {
    QCborMap encode() const { return {}; }
    static Result<Empty> decode(const QCborMap &) { return Empty{}; }
};

} // namespace gainstage::smp
