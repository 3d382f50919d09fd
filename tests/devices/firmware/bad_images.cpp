// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/bad_files.h"
#include "tests/devices/firmware/golden_image.h"
#include "tests/devices/firmware/image_parts.h"

#include "devices/firmware/limits.h"

namespace gainstage::test {

using namespace firmware_file;

namespace {

constexpr std::size_t kCounter = 0, kVendor = 1, kClass = 2, kHash = 0, kKeyHash = 1, kSignature = 2; // places in the areas
const std::string kPayloadAt = "32", kProtectedAt = "96", kPlainAt = "148";

template <typename Change>
BadFile bad(std::string name, std::string field, std::string where, Change change, Check check = Check::Structure)
{
    ImageParts parts;
    change(parts);
    return {std::move(name), parts.bytes(), check, std::move(field), std::move(where)};
}

void addHeader(std::vector<BadFile> &all)
{
    all.push_back({"empty file", {}, Check::Structure, "magic", "0"});
    all.push_back({"three bytes", {0x3d, 0xb8, 0xf3}, Check::Structure, "magic", "0"});
    Bytes cut = goldenImage();
    cut.resize(31);
    all.push_back({"header cut off", cut, Check::Structure, "header", "0"});
    all.push_back(bad("old magic", "magic", "0", [](ImageParts &parts) { parts.magic = 0x96f3b83c; }));
    all.push_back(bad("load address", "load address", "4", [](ImageParts &parts) { parts.loadAddress = 0x20000000; }));
    for (const std::uint16_t size : std::initializer_list<std::uint16_t>{0, 24, 36, 0x1008})
        all.push_back(bad("header of " + std::to_string(size), "header size", "8", [&](ImageParts &parts) { parts.headerSize = size; }));
    Bytes beyond = goldenImage();
    beyond[8] = 0x00;
    beyond[9] = 0x10;
    all.push_back({"header larger than the file", beyond, Check::Structure, "header", "0"});
    for (const std::uint32_t flags : {0x1U, 0x4U, 0x8U, 0x10U, 0x20U, 0x100U, 0x200U, 0x400U, 0x800U, 0x80000000U})
        all.push_back(bad("flags " + std::to_string(flags), "flags", "16", [&](ImageParts &parts) { parts.flags = flags; }));
}

void addSizes(std::vector<BadFile> &all)
{
    all.push_back(bad("no payload", "payload size", "12", [](ImageParts &parts) { parts.payload.clear(); }));
    // Added up in 32 bits, these would wrap around to something small.
    for (const std::uint32_t size : {0xffffffffU, 0xffffffe0U, 0xffffffacU, 0x7fffffffU})
        all.push_back(bad("payload of " + std::to_string(size), "payload", kPayloadAt, [&](ImageParts &parts) { parts.claimedPayloadSize = size; }));
    all.push_back(bad("payload one too long", "magic of the protected TLVs", "97", [](ImageParts &parts) { parts.claimedPayloadSize = 65; }));
    all.push_back(bad("payload one too short", "magic of the protected TLVs", "95", [](ImageParts &parts) { parts.claimedPayloadSize = 63; }));
    all.push_back(
        bad("protected size beyond the file", "protected TLVs", kProtectedAt, [](ImageParts &parts) { parts.claimedProtectedSize = 0xffff; }));
    all.push_back(bad("protected size too small", "size of the protected TLVs", "98", [](ImageParts &parts) { parts.claimedProtectedSize = 48; }));
    all.push_back(bad("protected size too large", "size of the protected TLVs", "98", [](ImageParts &parts) { parts.claimedProtectedSize = 56; }));
    all.push_back(bad("protected size zero", "protected TLVs", kProtectedAt, [](ImageParts &parts) { parts.claimedProtectedSize = 0; }));
    all.push_back(bad("no protected area", "protected TLVs", kProtectedAt, [](ImageParts &parts) { parts.hasProtectedArea = false; }));
    all.push_back(bad("one byte behind", "file size", "292", [](ImageParts &parts) { parts.behind = {0}; }));
    all.push_back(bad("a second image behind", "file size", "292", [](ImageParts &parts) { parts.behind = goldenImage(); }));
    Bytes cut = goldenImage();
    cut.pop_back();
    all.push_back({"last byte missing", cut, Check::Structure, "TLVs", kPlainAt});
    cut.resize(148);
    all.push_back({"plain area missing", cut, Check::Structure, "TLVs", kPlainAt});
}

void addAreas(std::vector<BadFile> &all)
{
    all.push_back(bad("protected magic", "magic of the protected TLVs", kProtectedAt, [](ImageParts &parts) { parts.protectedArea.magic = 0x6906; }));
    all.push_back(bad("areas in the wrong order", "magic of the protected TLVs", kProtectedAt, [](ImageParts &parts) {
        parts.plainArea.tlvs[kHash].data = Bytes(32, 0);
        parts.plainArea.tlvs[kKeyHash].data = Bytes(32, 0);
        parts.plainArea.tlvs[kSignature].data = Bytes(64, 0);
        std::swap(parts.protectedArea, parts.plainArea);
    }));
    all.push_back(bad("plain magic", "magic of the TLVs", kPlainAt, [](ImageParts &parts) { parts.plainArea.magic = 0x6908; }));
    for (const std::uint16_t total : std::initializer_list<std::uint16_t>{0, 3})
        all.push_back(bad("protected total " + std::to_string(total), "size of the protected TLVs", "98",
                          [&](ImageParts &parts) { parts.protectedArea.claimedTotal = total; }));
    all.push_back(
        bad("protected total beyond the file", "protected TLVs", kProtectedAt, [](ImageParts &parts) { parts.protectedArea.claimedTotal = 0xffff; }));
    all.push_back(bad("plain total zero", "size of the TLVs", "150", [](ImageParts &parts) { parts.plainArea.claimedTotal = 0; }));
    all.push_back(bad("plain total beyond the file", "TLVs", kPlainAt, [](ImageParts &parts) { parts.plainArea.claimedTotal = 0xffff; }));
    all.push_back(bad("plain total one too small", "data of a TLV", "228", [](ImageParts &parts) { parts.plainArea.claimedTotal = 143; }));
    all.push_back(
        bad("half a head in the protected area", "head of a TLV", kPlainAt, [](ImageParts &parts) { parts.protectedArea.rest = {0xa0, 0x00}; }));
    all.push_back(bad("half a head in the plain area", "head of a TLV", "292", [](ImageParts &parts) { parts.plainArea.rest = {0xa0, 0x00, 0x00}; }));
    all.push_back(
        bad("length beyond the area", "data of a TLV", "104", [](ImageParts &parts) { parts.protectedArea.tlvs[kCounter].claimedLength = 0xffff; }));
    all.push_back(bad("last length into the next area", "data of a TLV", "132",
                      [](ImageParts &parts) { parts.protectedArea.tlvs[kClass].claimedLength = 20; }));
}

void addTlvs(std::vector<BadFile> &all)
{
    const char *const protectedNames[] = {"TLV 50, security counter", "TLV 74, vendor UUID", "TLV 75, class UUID"};
    const char *const plainNames[] = {"TLV 10, SHA-256", "TLV 01, key hash", "TLV 24, Ed25519 signature"};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto place = static_cast<std::ptrdiff_t>(i);
        const auto name = [&](const char *what, bool isProtected) { return std::string(isProtected ? protectedNames[i] : plainNames[i]) + what; };
        all.push_back(bad(name(" missing", true), protectedNames[i], kProtectedAt,
                          [&](ImageParts &parts) { parts.protectedArea.tlvs.erase(parts.protectedArea.tlvs.begin() + place); }));
        all.push_back(bad(name(" missing", false), plainNames[i], kPlainAt,
                          [&](ImageParts &parts) { parts.plainArea.tlvs.erase(parts.plainArea.tlvs.begin() + place); }));
        all.push_back(bad(name(" twice", true), protectedNames[i], kPlainAt,
                          [&](ImageParts &parts) { parts.protectedArea.tlvs.push_back(parts.protectedArea.tlvs[i]); }));
        all.push_back(
            bad(name(" twice", false), plainNames[i], "292", [&](ImageParts &parts) { parts.plainArea.tlvs.push_back(parts.plainArea.tlvs[i]); }));
        all.push_back(bad(name(" unprotected", true), protectedNames[i], "292",
                          [&](ImageParts &parts) { parts.plainArea.tlvs.push_back(parts.protectedArea.tlvs[i]); }));
        all.push_back(bad(name(" protected", false), plainNames[i], kPlainAt,
                          [&](ImageParts &parts) { parts.protectedArea.tlvs.push_back({parts.plainArea.tlvs[i].type, Bytes(32)}); }));
        all.push_back(bad(name(" too short", true), protectedNames[i], "", [&](ImageParts &parts) { parts.protectedArea.tlvs[i].data.pop_back(); }));
        all.push_back(bad(name(" too short", false), plainNames[i], "", [&](ImageParts &parts) { parts.plainArea.tlvs[i].data = Bytes(31); }));
    }
    all.push_back(
        bad("counter of eight bytes", protectedNames[0], "102", [](ImageParts &parts) { parts.protectedArea.tlvs[kCounter].data.resize(8); }));
}

void addForbidden(std::vector<BadFile> &all)
{
    for (const int type : {0x02, 0x11, 0x12, 0x20, 0x22, 0x23, 0x25, 0x30, 0x31, 0x32,   0x33,  0x34,
                           0x40, 0x60, 0x70, 0x71, 0x72, 0x73, 0x80, 0x9f, 0xff, 0x0110, 0x7fff}) {
        const Bytes written{static_cast<std::uint8_t>(type >> 8), static_cast<std::uint8_t>(type)};
        all.push_back(bad("forbidden type " + hexText(written), "TLV " + hexText(written), "292",
                          [&](ImageParts &parts) { parts.plainArea.tlvs.push_back({static_cast<std::uint16_t>(type), Bytes(8)}); }));
    }
    all.push_back(
        bad("forbidden type in the protected area", "TLV 0025", kPlainAt, [](ImageParts &parts) { parts.protectedArea.tlvs.push_back({0x25, {}}); }));
}

/// The second half of a signature plus the group's order: careless implementations verify that as well.
Bytes withOrderAdded(Bytes image)
{
    const Bytes order = fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    unsigned carry = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::uint8_t &byte = image[image.size() - order.size() + i];
        carry += byte + order[i];
        byte = static_cast<std::uint8_t>(carry);
        carry >>= 8U;
    }
    return image;
}

void addContent(std::vector<BadFile> &all)
{
    Bytes flipped = goldenImage();
    flipped[40] ^= 1;
    all.push_back({"payload changed", flipped, Check::Digest, "TLV 10, SHA-256"});
    flipped = goldenImage();
    flipped[20] ^= 2;
    all.push_back({"version changed", flipped, Check::Digest, "TLV 10, SHA-256"});
    flipped = goldenImage();
    flipped[290] ^= 1;
    all.push_back({"signature changed", flipped, Check::Signer, "TLV 24, Ed25519 signature"});
    all.push_back({"malleable signature", withOrderAdded(goldenImage()), Check::Signer, "TLV 24, Ed25519 signature"});
    all.push_back(bad(
        "signature of zeros", "TLV 24, Ed25519 signature", "", [](ImageParts &parts) { parts.plainArea.tlvs[kSignature].data = Bytes(64); },
        Check::Signer));
    all.push_back(
        bad("key hash of nobody", "TLV 01, key hash", "", [](ImageParts &parts) { parts.plainArea.tlvs[kKeyHash].data = Bytes(32); }, Check::Signer));
    all.push_back(bad("another key", "TLV 01, key hash", "", [](ImageParts &parts) { parts.key = SecretKey({1, 2, 3}); }, Check::Signer));
    all.push_back(bad(
        "another key that names ours", "TLV 24, Ed25519 signature", "",
        [](ImageParts &parts) {
            const Sha256 ours = parts.key.publicKey().hash();
            parts.plainArea.tlvs[kKeyHash].data = Bytes(ours.begin(), ours.end());
            parts.key = SecretKey({1, 2, 3});
        },
        Check::Signer));
    all.push_back(
        bad("another maker", "TLV 74, vendor UUID", "", [](ImageParts &parts) { parts.protectedArea.tlvs[kVendor].data[0] ^= 1; }, Check::Hardware));
    all.push_back(bad(
        "another kind of amp", "TLV 75, class UUID", "", [](ImageParts &parts) { parts.protectedArea.tlvs[kClass].data[15] ^= 1; }, Check::Hardware));
    all.push_back(bad(
        "lower security counter", "TLV 50, security counter", "0", [](ImageParts &parts) { parts.protectedArea.tlvs[kCounter].data[0] = 0; },
        Check::SecurityCounter));
    all.push_back(
        bad("larger than the slot", "image size", "4097", [](ImageParts &parts) { parts.payload.resize(64 + 4097 - 292); }, Check::SlotSize));
    all.push_back({"larger than any file", Bytes(kLargestFile + 1), Check::FileSize, "file size", std::to_string(kLargestFile + 1)});
}

} // namespace

std::vector<BadFile> badImages()
{
    std::vector<BadFile> all;
    addHeader(all);
    addSizes(all);
    addAreas(all);
    addTlvs(all);
    addForbidden(all);
    addContent(all);
    return all;
}

} // namespace gainstage::test
