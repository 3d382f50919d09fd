// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devices/firmware/digest.h"
#include "devices/firmware/image_version.h"
#include "devices/firmware/keys.h"
#include "devices/firmware/uuid.h"
#include "protocol/bytes/result.h"

namespace gainstage::firmware_file {

/// What an amp's boot loader allows beyond what holds for all.
struct ImageProfile {
    std::uint32_t writeAlignment = 8; ///< bytes; the header's size is a multiple of it
    bool fixedAddress = false;        ///< images run where they lie (direct-xip) and say their address
};

/// What a signature stands for: header, payload and protected TLVs. Not verified.
struct SignedPart {
    ImageVersion version;
    std::uint32_t loadAddress = 0; ///< 0 unless the profile has fixed addresses
    std::uint32_t flags = 0;
    std::size_t headerSize = 0;  ///< bytes, padding included; here the payload begins
    std::size_t payloadSize = 0; ///< bytes, at least 1
    std::size_t size = 0;        ///< bytes from the start of the file to the end of the protected TLVs
    std::uint32_t securityCounter = 0;
    Uuid vendor, classId;
};

/// A well-formed MCUboot image. Whether what it says is true is for verify.h.
struct Image {
    SignedPart part;
    Sha256 hash{};    ///< that the image claims to have
    Sha256 keyHash{}; ///< of the public key that verifies the signature
    Signature signature{};
};

/// Reads a whole file as an image (devices/firmware/README.md has the profile).
/// Errc::InvalidFile; the first fact is the failing field, the second its offset in bytes.
Result<Image> parseImage(BytesView file, const ImageProfile &profile = {});

/// The same for the part that is signed; what follows it is not looked at, so that an image can be signed or signed again.
Result<SignedPart> parseSignedPart(BytesView file, const ImageProfile &profile = {});

/// The hash that the image should claim.
Sha256 computedHash(BytesView file, const SignedPart &part);

} // namespace gainstage::firmware_file
