// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

/// The numbers of the MCUboot format. All integers are little-endian.
namespace gainstage::firmware_file::format {

inline constexpr std::uint32_t kMagic = 0x96f3b83d;
inline constexpr std::uint16_t kPlainMagic = 0x6907, kProtectedMagic = 0x6908;
inline constexpr std::size_t kSmallestHeader = 32, kLargestHeader = 0x1000;
inline constexpr std::size_t kAreaHead = 4; ///< magic and size of a TLV area
inline constexpr std::size_t kTlvHead = 4;  ///< type and length of a TLV
inline constexpr std::uint32_t kFixedAddress = 0x100;

/// Offsets in the header.
namespace at {
inline constexpr std::size_t kMagic = 0, kLoadAddress = 4, kHeaderSize = 8, kProtectedSize = 10, kPayloadSize = 12, kFlags = 16, kVersion = 20;
}

/// A TLV of the profile; each is there exactly once, in its own area.
struct Tlv {
    std::uint16_t type;
    bool isProtected;
    std::uint16_t length; ///< bytes
    const char *name;
};
/// In the order in which they are written.
inline constexpr std::array<Tlv, 6> kTlvs = {{
    {0x50, true, 4, "TLV 50, security counter"},
    {0x74, true, 16, "TLV 74, vendor UUID"},
    {0x75, true, 16, "TLV 75, class UUID"},
    {0x10, false, 32, "TLV 10, SHA-256"},
    {0x01, false, 32, "TLV 01, key hash"},
    {0x24, false, 64, "TLV 24, Ed25519 signature"},
}};
/// Places in kTlvs.
enum TlvIndex : std::uint8_t { SecurityCounter, Vendor, Class, Hash, KeyHash, SignatureTlv };

/// Makers' own TLVs, which say nothing to us.
constexpr bool isMakersOwn(std::uint16_t type)
{
    return (type & 0xff) >= 0xa0 && (type & 0xff) <= 0xfe;
}

constexpr std::size_t sizeOf(const Tlv &tlv)
{
    return kTlvHead + tlv.length;
}

} // namespace gainstage::firmware_file::format
