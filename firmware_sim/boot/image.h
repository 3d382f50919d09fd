// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware_sim/boot/boot_hardware.h"

#include <compare>
#include <optional>

namespace gainstage::firmware {

// Images are those of MCUboot, in this subset: flags 0; SHA-256 and Ed25519 over the digest; exactly one each of the TLVs security counter (50),
// vendor UUID (74) and class UUID (75), protected, and of SHA-256 (10), key hash (01) and signature (24). TLVs of the vendor range are passed over.

inline constexpr std::size_t kImageHeader = 32;
inline constexpr std::uint32_t kImageMagic = 0x96f3b83d;

struct Version {
    std::uint8_t major = 0, minor = 0;
    std::uint16_t revision = 0;
    std::uint32_t build = 0;
    friend auto operator<=>(const Version &, const Version &) = default;
};

using Uuid = std::array<std::uint8_t, 16>;

/// Which images a device takes.
struct ImageRules {
    std::span<const PublicKey> keys; ///< pinned: the current one and the next
    Uuid vendor, device;             ///< the device's class
};

enum class ImageError : std::uint8_t {
    Read,
    Magic,
    Header, ///< flags, sizes
    TooLarge,
    NoTlvs,
    Tlv,     ///< unknown, forbidden, twice, of the wrong size or in the wrong area
    TlvSize, ///< an area that does not end where it says
    SeveralHashes,
    Missing, ///< one of the TLVs that must be there
    Hash,
    Key, ///< none of the pinned ones
    Signature,
    Vendor,
    Class,
    Counter, ///< lower than the device's
};

/// The first 32 bytes, as far as they count.
struct ImageHeader {
    std::uint16_t headerSize = 0, protectedSize = 0;
    std::uint32_t payloadSize = 0;
    Version version;
};

/// What an image says of itself.
struct Image {
    Version version;
    Digest hash{}, keyHash{};
    SignatureBytes signature{};
    Uuid vendor{}, device{};
    std::uint32_t counter = 0;
    std::uint32_t hashed = 0; ///< bytes that the hash covers
    std::uint32_t size = 0;   ///< all bytes
};

/// Where an image lies.
struct ImagePlace {
    BootHardware &hardware;
    Region region;
    std::size_t offset = 0;

    /// False also for bytes outside the slot.
    bool read(std::size_t at, std::span<std::uint8_t> out) const;
};

/// An image, or the first thing that is wrong with it.
struct ImageResult {
    std::optional<Image> image;
    ImageError error = ImageError::Read; ///< only without image
};

/// What the header must be like; `most` is the largest image that fits.
struct HeaderResult {
    std::optional<ImageHeader> header;
    ImageError error = ImageError::Read;
};
HeaderResult parseHeader(std::span<const std::uint8_t> bytes, std::size_t most);

/// The largest image that a slot takes: whole sectors without the trailer and the sector that swapping needs.
std::size_t largestImage(BootHardware &hardware);

/// Reads header and TLVs; believes the hash.
ImageResult readImage(const ImagePlace &place);
/// Checks everything: structure, hash, key, signature, vendor, class, and that the security counter is not below `counter`.
ImageResult validateImage(const ImagePlace &place, const ImageRules &rules, std::uint32_t counter);
/// SHA-256 of `size` bytes from the beginning; nothing when they cannot be read.
std::optional<Digest> hashOf(const ImagePlace &place, std::size_t size);

} // namespace gainstage::firmware
