// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/bytes.h"
#include "protocol/bytes/result.h"

#include <string>
#include <vector>

namespace gainstage::firmware_file {

struct CabinetEntry {
    std::string name; ///< UTF-8; no folder, no control characters
    Bytes content;
};
/// The entries in their order; no name is there twice, whatever its case.
using Cabinet = std::vector<CabinetEntry>;

/// Whether the file begins like a cabinet; anything else is taken for a bare image.
bool isCabinet(BytesView file);

/// Unpacks a cabinet (MSCF 1.3, stored or MSZIP) within the limits of limits.h, in memory only.
/// Errc::InvalidFile; the first fact is the failing field, the second its offset in bytes, or for what belongs to an entry the entry's number from 1.
Result<Cabinet> readCabinet(BytesView file);

} // namespace gainstage::firmware_file
