// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/core/cbor_reader.h"

#include <array>

namespace gainstage::firmware {

/// A random number that proves something to the amp: the key of the lock, the token of the factory reset.
using Secret = std::array<std::uint8_t, 8>;

bool matches(const Secret &secret, const std::optional<CborString> &shown);

} // namespace gainstage::firmware
