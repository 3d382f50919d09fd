// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"

#include <QCborMap>

namespace gainstage::smp {

inline constexpr int kDeepestNesting = 8;
/// More values than this in one map, nested ones included, are refused: no message of an amp comes near.
inline constexpr int kMostValues = 8192;

/// The bytes of a map: definite lengths, shortest integers, keys in the order of insertion.
Bytes encodeMap(const QCborMap &map);

/// Exactly one CBOR map (RFC 8949) with definite or indefinite lengths and nothing behind it. Of a repeated key the last value counts.
/// Errc::BadFrame says what is wrong and at which byte; never allocates more than a small multiple of `bytes`.
Result<QCborMap> decodeMap(BytesView bytes);

} // namespace gainstage::smp
