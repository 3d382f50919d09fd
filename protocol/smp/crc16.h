// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/bytes/bytes.h"

#include <cstdint>

namespace gainstage::smp {

/// CRC-16 of the console framing: polynomial 1021, start 0, no reflection, no final inversion (CRC-16/XMODEM).
std::uint16_t crc16(BytesView bytes);

} // namespace gainstage::smp
