// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "firmware_sim/boards/crypto.h"
#include "firmware_sim/boards/image_maker.h"
#include "firmware_sim/boot/boot_loader.h"

#include <algorithm>

namespace gainstage::test {

using ImageBytes = std::vector<std::uint8_t>;

inline constexpr firmware::PublicKey kCurrentKey = {0xd7, 0x5a, 0x98, 0x01, 0x82, 0xb1, 0x0a, 0xb7, 0xd5, 0x4b, 0xfe, 0xd3, 0xc9, 0x64, 0x07, 0x3a,
                                                    0x0e, 0xe1, 0x72, 0xf3, 0xda, 0xa6, 0x23, 0x25, 0xaf, 0x02, 0x1a, 0x68, 0xf7, 0x07, 0x51, 0x1a};
inline constexpr firmware::PublicKey kNextKey = {0x3d, 0x40, 0x17, 0xc3, 0xe8, 0x43, 0x89, 0x5a, 0x92, 0xb7, 0x0a, 0xa7, 0x4d, 0x1b, 0x7e, 0xbc,
                                                 0x9c, 0x98, 0x2c, 0xcf, 0x2e, 0xc4, 0x96, 0x8c, 0xc0, 0xcd, 0x55, 0xf1, 0x2a, 0xf4, 0x66, 0x0c};
inline constexpr firmware::PublicKey kBothKeys[] = {kCurrentKey, kNextKey};
/// amp.example.org, and reference-amp-rev-a in it.
inline constexpr firmware::Uuid kExampleVendor = {0xc2, 0x74, 0x7a, 0xa3, 0x5b, 0xdb, 0x57, 0x66, 0x8c, 0x3c, 0xbe, 0x52, 0x05, 0xea, 0xd1, 0x86};
inline constexpr firmware::Uuid kExampleClass = {0xa5, 0xed, 0x5a, 0xa9, 0x03, 0x83, 0x56, 0xeb, 0xa0, 0xd5, 0xb5, 0x79, 0x22, 0xee, 0x11, 0x09};
inline constexpr firmware::ImageRules kExampleRules = {kBothKeys, kExampleVendor, kExampleClass};

inline ImageBytes filler(std::size_t size, std::uint32_t seed)
{
    ImageBytes bytes(size);
    for (std::uint8_t &byte : bytes) {
        seed = seed * 1664525u + 1013904223u;
        byte = static_cast<std::uint8_t>(seed >> 24);
    }
    return bytes;
}

/// An image for the example device.
inline sim::ImageContent exampleContent(firmware::Version version, std::size_t payload = 5000, std::uint32_t counter = 1)
{
    return {
        .version = version, .payload = filler(payload, version.minor + 1u), .counter = counter, .vendor = kExampleVendor, .device = kExampleClass};
}
inline ImageBytes exampleImage(firmware::Version version, std::size_t payload = 5000, std::uint32_t counter = 1)
{
    return sim::makeImage(exampleContent(version, payload, counter));
}

/// Flash and cryptography without anything around them.
class BootBench : public firmware::BootHardware {
public:
    explicit BootBench(std::size_t slotSize = 64 * 1024, std::uint32_t seed = 1) : flash(slotSize, seed) {}
    virtual ~BootBench() = default;

    sim::SlotFlash flash;

    void put(firmware::Region region, const ImageBytes &image, std::size_t offset = 0) { flash.nor.load(flash.offset(region) + offset, image); }
    /// As an upload leaves it.
    void putUpload(const ImageBytes &image) { put(firmware::Region::Slot1, image, sim::NorFlash::kSector); }
    bool holds(firmware::Region region, const ImageBytes &image, std::size_t offset = 0) const
    {
        return std::ranges::equal(flash.nor.image().subspan(flash.offset(region) + offset, image.size()), image);
    }
    bool runs(const ImageBytes &image) const { return holds(firmware::Region::Slot0, image); }
    firmware::BootResult boot(const firmware::ImageRules &rules = kExampleRules) { return firmware::bootUp(*this, rules); }

    std::size_t regionSize(firmware::Region region) override { return flash.size(region); }
    std::size_t regionSectorSize() override { return sim::NorFlash::kSector; }
    bool regionRead(firmware::Region region, std::size_t at, std::span<std::uint8_t> out) override { return flash.read(region, at, out); }
    bool regionProgram(firmware::Region region, std::size_t at, std::span<const std::uint8_t> data) override
    {
        return flash.program(region, at, data);
    }
    bool regionErase(firmware::Region region, std::size_t at) override { return flash.erase(region, at); }
    void sha256Begin() override { m_crypto.begin(); }
    void sha256Add(std::span<const std::uint8_t> data) override { m_crypto.add(data); }
    firmware::Digest sha256End() override { return m_crypto.end(); }
    bool verifyEd25519(const firmware::PublicKey &key, const firmware::SignatureBytes &signature, std::span<const std::uint8_t> message) override
    {
        return sim::Crypto::verify(key, signature, message);
    }

private:
    sim::Crypto m_crypto;
};

} // namespace gainstage::test
