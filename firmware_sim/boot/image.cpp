// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/boot/image.h"

#include "firmware_sim/boot/image_tlvs.h"
#include "firmware_sim/boot/little_endian.h"
#include "firmware_sim/boot/trailer.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint16_t kLargestHeader = 0x1000;
constexpr std::array<std::uint8_t, 12> kKeyPrefix = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00}; // DER of Ed25519

/// SHA-256 of the key as DER.
Digest keyHashOf(BootHardware &hardware, const PublicKey &key)
{
    hardware.sha256Begin();
    hardware.sha256Add(kKeyPrefix);
    hardware.sha256Add(key);
    return hardware.sha256End();
}

std::optional<ImageError> checkSignature(BootHardware &hardware, const Image &image, const ImageRules &rules)
{
    const auto key =
        std::find_if(rules.keys.begin(), rules.keys.end(), [&](const PublicKey &pinned) { return keyHashOf(hardware, pinned) == image.keyHash; });
    if (key == rules.keys.end())
        return ImageError::Key;
    return hardware.verifyEd25519(*key, image.signature, image.hash) ? std::nullopt : std::optional(ImageError::Signature);
}

/// What can be said without reading the payload.
std::optional<ImageError> checkOwner(const Image &image, const ImageRules &rules, std::uint32_t counter)
{
    if (image.vendor != rules.vendor)
        return ImageError::Vendor;
    if (image.device != rules.device)
        return ImageError::Class;
    return image.counter < counter ? std::optional(ImageError::Counter) : std::nullopt;
}

std::optional<ImageError> checkHash(const ImagePlace &place, const Image &image)
{
    const auto digest = hashOf(place, image.hashed);
    if (!digest)
        return ImageError::Read;
    return *digest == image.hash ? std::nullopt : std::optional(ImageError::Hash);
}

} // namespace

bool ImagePlace::read(std::size_t at, std::span<std::uint8_t> out) const
{
    const std::size_t end = hardware.regionSize(region);
    return offset <= end && at <= end - offset && out.size() <= end - offset - at && hardware.regionRead(region, offset + at, out);
}

HeaderResult parseHeader(std::span<const std::uint8_t> bytes, std::size_t most)
{
    if (bytes.size() < kImageHeader)
        return {{}, ImageError::Header};
    if (readLittleEndian<std::uint32_t>(bytes) != kImageMagic)
        return {{}, ImageError::Magic};
    ImageHeader header;
    header.headerSize = readLittleEndian<std::uint16_t>(bytes.subspan(8));
    header.protectedSize = readLittleEndian<std::uint16_t>(bytes.subspan(10));
    header.payloadSize = readLittleEndian<std::uint32_t>(bytes.subspan(12));
    header.version = {bytes[20], bytes[21], readLittleEndian<std::uint16_t>(bytes.subspan(22)), readLittleEndian<std::uint32_t>(bytes.subspan(24))};
    const bool sized = header.headerSize >= kImageHeader && header.headerSize <= kLargestHeader && header.headerSize % kWriteAlignment == 0;
    if (!sized || readLittleEndian<std::uint32_t>(bytes.subspan(16)) != 0)
        return {{}, ImageError::Header};
    if (std::uint64_t{header.headerSize} + header.payloadSize + header.protectedSize > most)
        return {{}, ImageError::TooLarge};
    return {header, {}};
}

std::size_t largestImage(BootHardware &hardware)
{
    const std::size_t size = hardware.regionSize(Region::Slot1), without = Trailer::size(hardware) + hardware.regionSectorSize();
    return size > without ? size - without : 0;
}

ImageResult readImage(const ImagePlace &place)
{
    std::array<std::uint8_t, kImageHeader> bytes{};
    if (!place.read(0, bytes))
        return {{}, ImageError::Read};
    const std::size_t most = largestImage(place.hardware);
    const auto [header, error] = parseHeader(bytes, most);
    if (!header)
        return {{}, error};
    ImageResult result = readTlvs(place, *header);
    if (result.image && result.image->size > most)
        return {{}, ImageError::TooLarge};
    return result;
}

ImageResult validateImage(const ImagePlace &place, const ImageRules &rules, std::uint32_t counter)
{
    ImageResult result = readImage(place);
    if (!result.image)
        return result;
    auto wrong = checkOwner(*result.image, rules, counter);
    if (!wrong)
        wrong = checkHash(place, *result.image);
    if (!wrong)
        wrong = checkSignature(place.hardware, *result.image, rules);
    return wrong ? ImageResult{{}, *wrong} : result;
}

std::optional<Digest> hashOf(const ImagePlace &place, std::size_t size)
{
    std::array<std::uint8_t, 512> piece{};
    place.hardware.sha256Begin();
    for (std::size_t at = 0; at < size; at += piece.size()) {
        const auto part = std::span(piece).first(std::min(piece.size(), size - at));
        if (!place.read(at, part))
            return std::nullopt;
        place.hardware.sha256Add(part);
    }
    return place.hardware.sha256End();
}

} // namespace gainstage::firmware
