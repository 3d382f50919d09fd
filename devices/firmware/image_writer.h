// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/image.h"

namespace gainstage::firmware_file {

/// What goes into a new image.
struct ImagePlan {
    Bytes payload; ///< at least one byte
    ImageVersion version;
    std::uint32_t securityCounter = 0;
    Uuid vendor, classId;
    std::size_t headerSize = 32; ///< bytes, 32 to 4096 and a multiple of the profile's write alignment
};

/// Header, payload and protected TLVs, byte for byte as MCUboot's own tool lays them out. Not signed yet.
/// Errc::OutOfRange for an empty or too large payload or a header size that the profile does not allow.
Result<Bytes> writeSignedPart(const ImagePlan &plan, const ImageProfile &profile = {});

/// The signed part of `image` with its hash and the signature of `key`; what stood behind the signed part is replaced.
/// Errc::InvalidFile as parseSignedPart() has it.
Result<Bytes> signImage(BytesView image, const SecretKey &key, const ImageProfile &profile = {});

} // namespace gainstage::firmware_file
