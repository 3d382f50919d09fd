// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/keys.h"
#include "protocol/bytes/bytes.h"

#include <optional>
#include <vector>

namespace gainstage::test {

/// A TLV with a length that may be a lie.
struct PartTlv {
    std::uint16_t type = 0;
    Bytes data;
    std::optional<std::uint16_t> claimedLength = std::nullopt;
};

struct PartArea {
    std::uint16_t magic = 0;
    std::vector<PartTlv> tlvs;
    std::optional<std::uint16_t> claimedTotal = std::nullopt;
    Bytes rest; ///< behind the last TLV, inside the area
    Bytes bytes() const;
};

/// The golden image in parts that can be changed one by one. The true sizes, hash and signature are filled in unless something else is claimed, so that
/// a bad image is wrong in one thing only.
struct ImageParts {
    ImageParts();

    std::uint32_t magic, loadAddress = 0;
    std::uint16_t headerSize = 32;
    std::optional<std::uint16_t> claimedProtectedSize;
    std::optional<std::uint32_t> claimedPayloadSize;
    std::uint32_t flags = 0, build = 4;
    Bytes payload;
    PartArea protectedArea, plainArea; ///< the plain area's hash, key hash and signature are filled in where their data is empty
    bool hasProtectedArea = true;
    Bytes behind; ///< bytes after the image
    firmware_file::SecretKey key;

    Bytes bytes() const;

private:
    Bytes signedPart() const;
};

} // namespace gainstage::test
