// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/image_maker.h"

#include "firmware_sim/boards/crypto.h"
#include "firmware_sim/boot/little_endian.h"

#include <charconv>

#include <sodium.h>

namespace gainstage::sim {
namespace {

using Bytes = std::vector<std::uint8_t>;
constexpr std::size_t kFactoryPayload = 6000;
constexpr std::uint8_t kCounterIsOne[] = {1, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff}; // as the boot loader notes it

void append(Bytes &bytes, std::span<const std::uint8_t> more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

template <typename T>
void appendNumber(Bytes &bytes, T number)
{
    std::array<std::uint8_t, sizeof(T)> place{};
    firmware::writeLittleEndian(std::span(place), number);
    append(bytes, place);
}

void appendTlv(Bytes &bytes, std::uint16_t type, std::span<const std::uint8_t> content)
{
    appendNumber(bytes, type);
    appendNumber(bytes, static_cast<std::uint16_t>(content.size()));
    append(bytes, content);
}

void appendArea(Bytes &bytes, std::uint16_t magic, const Bytes &tlvs)
{
    appendNumber(bytes, magic);
    appendNumber(bytes, static_cast<std::uint16_t>(tlvs.size() + 4));
    append(bytes, tlvs);
}

Bytes protectedTlvs(const ImageContent &content)
{
    Bytes counter, tlvs;
    appendNumber(counter, content.counter);
    appendTlv(tlvs, 0x50, counter);
    appendTlv(tlvs, 0x74, content.vendor);
    appendTlv(tlvs, 0x75, content.device);
    return tlvs;
}

Bytes header(const ImageContent &content, std::size_t protectedSize)
{
    Bytes bytes;
    appendNumber(bytes, firmware::kImageMagic);
    appendNumber(bytes, std::uint32_t{0});
    appendNumber(bytes, static_cast<std::uint16_t>(firmware::kImageHeader));
    appendNumber(bytes, static_cast<std::uint16_t>(protectedSize));
    appendNumber(bytes, static_cast<std::uint32_t>(content.payload.size()));
    appendNumber(bytes, std::uint32_t{0});
    bytes.push_back(content.version.major);
    bytes.push_back(content.version.minor);
    appendNumber(bytes, content.version.revision);
    appendNumber(bytes, content.version.build);
    appendNumber(bytes, std::uint32_t{0});
    return bytes;
}

firmware::Digest digestOf(std::span<const std::uint8_t> bytes)
{
    Crypto crypto;
    crypto.add(bytes);
    return crypto.end();
}

struct KeyPair {
    firmware::PublicKey open{};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};
};

KeyPair keyOf(const KeySeed &seed)
{
    KeyPair pair;
    crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), seed.data());
    return pair;
}

firmware::Digest keyHash(const firmware::PublicKey &key)
{
    Bytes der = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    append(der, key);
    return digestOf(der);
}

/// "1.4.0"
firmware::Version versionOf(std::string_view text)
{
    unsigned parts[3] = {};
    const char *at = text.data();
    for (unsigned &part : parts) {
        at = std::from_chars(at, text.data() + text.size(), part).ptr;
        at += at < text.data() + text.size() ? 1 : 0;
    }
    return {static_cast<std::uint8_t>(parts[0]), static_cast<std::uint8_t>(parts[1]), static_cast<std::uint16_t>(parts[2]), 0};
}

} // namespace

Bytes makeImage(const ImageContent &content)
{
    const Bytes tlvs = protectedTlvs(content);
    Bytes image = header(content, tlvs.size() + 4);
    append(image, content.payload);
    appendArea(image, 0x6908, tlvs);
    const firmware::Digest digest = digestOf(image);
    const KeyPair key = keyOf(content.key);
    firmware::SignatureBytes signature{};
    crypto_sign_detached(signature.data(), nullptr, digest.data(), digest.size(), key.secret.data());
    Bytes plain;
    appendTlv(plain, 0x10, digest);
    appendTlv(plain, 0x01, keyHash(key.open));
    appendTlv(plain, 0x24, signature);
    appendArea(image, 0x6907, plain);
    return image;
}

Bytes factoryImage(const firmware::ModelDefinition &model)
{
    ImageContent content{.version = versionOf(model.firmware), .payload = {}, .vendor = model.images.vendor, .device = model.images.device};
    std::uint32_t filler = 1;
    for (std::size_t i = 0; i < kFactoryPayload; ++i) {
        filler = filler * 1664525u + 1013904223u;
        content.payload.push_back(static_cast<std::uint8_t>(filler >> 24));
    }
    return makeImage(content);
}

SlotFlash newSlotFlash(const firmware::ModelDefinition &model, std::uint32_t seed)
{
    SlotFlash flash(model.slots.front().size, seed);
    flash.nor.load(flash.offset(firmware::Region::Slot0), factoryImage(model));
    flash.nor.load(flash.offset(firmware::Region::Counter), kCounterIsOne);
    return flash;
}

} // namespace gainstage::sim
