// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"

namespace gainstage::firmware_file {

inline constexpr std::uint32_t kCabinetMagic = 0x4643534d; ///< "MSCF"

/// What must hold before an unpacker sees the file: size, version, counts, no further volumes, no rare compression.
Result<void> checkCabinetHeader(BytesView file);

} // namespace gainstage::firmware_file
