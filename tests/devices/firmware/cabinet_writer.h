// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/bytes/bytes.h"

#include <optional>
#include <string>
#include <vector>

namespace gainstage::test {

struct PackedFile {
    std::string name;
    Bytes content;
    std::optional<std::uint32_t> claimedSize = std::nullopt, claimedOffset = std::nullopt; ///< instead of the true ones
};

enum class Packing : std::uint8_t { Stored, MsZip };

/// A cabinet (MSCF 1.3) of one folder with these files, with right checksums.
Bytes writeCabinet(const std::vector<PackedFile> &files, Packing packing = Packing::Stored);

} // namespace gainstage::test
