// SPDX-License-Identifier: Apache-2.0
#include "firmware_sim/boot/image_tlvs.h"

#include "firmware_sim/boot/little_endian.h"

#include <algorithm>

namespace gainstage::firmware {

namespace {

constexpr std::uint16_t kProtectedMagic = 0x6908, kPlainMagic = 0x6907;
constexpr std::size_t kTlvHead = 4;

enum TlvType : std::uint16_t { KeyHash = 0x01, Sha256 = 0x10, Ed25519 = 0x24, SecurityCounter = 0x50, VendorUuid = 0x74, ClassUuid = 0x75 };

/// The vendor range: xxa0 to xxfe.
bool isOfVendor(std::uint16_t type)
{
    return (type & 0xff) >= 0xa0 && (type & 0xff) <= 0xfe;
}

/// A TLV of the profile, and where its content goes.
struct Expected {
    std::uint16_t type;
    bool isProtected;
    std::span<std::uint8_t> content;
    bool seen = false;
};

class TlvReader {
public:
    TlvReader(const ImagePlace &place, const ImageHeader &header)
        : m_place(place), m_at(std::size_t{header.headerSize} + header.payloadSize), m_protectedSize(header.protectedSize)
    {
        m_image.version = header.version;
    }

    ImageResult read()
    {
        auto wrong = m_protectedSize == 0 ? std::optional(ImageError::Missing) : readArea(kProtectedMagic, true);
        m_image.hashed = static_cast<std::uint32_t>(m_at);
        if (!wrong)
            wrong = readArea(kPlainMagic, false);
        if (!wrong && !std::all_of(m_expected.begin(), m_expected.end(), [](const Expected &one) { return one.seen; }))
            wrong = ImageError::Missing;
        if (wrong)
            return {{}, *wrong};
        m_image.size = static_cast<std::uint32_t>(m_at);
        m_image.counter = readLittleEndian<std::uint32_t>(m_counter);
        return {m_image, {}};
    }

private:
    using Wrong = std::optional<ImageError>;

    Wrong readArea(std::uint16_t magic, bool isProtected)
    {
        std::array<std::uint8_t, kTlvHead> head{};
        if (!m_place.read(m_at, head))
            return ImageError::Read;
        if (readLittleEndian<std::uint16_t>(head) != magic)
            return ImageError::NoTlvs;
        const auto total = readLittleEndian<std::uint16_t>(std::span(head).subspan(2));
        if (total < kTlvHead || (isProtected && total != m_protectedSize))
            return ImageError::TlvSize;
        const std::size_t end = m_at + total;
        m_at += kTlvHead;
        while (m_at < end) {
            if (const Wrong wrong = readTlv(end, isProtected))
                return wrong;
        }
        return std::nullopt;
    }

    Wrong readTlv(std::size_t end, bool isProtected)
    {
        std::array<std::uint8_t, kTlvHead> head{};
        if (end - m_at < kTlvHead)
            return ImageError::TlvSize;
        if (!m_place.read(m_at, head))
            return ImageError::Read;
        m_at += kTlvHead;
        const auto type = readLittleEndian<std::uint16_t>(head), length = readLittleEndian<std::uint16_t>(std::span(head).subspan(2));
        if (length > end - m_at)
            return ImageError::TlvSize;
        const Wrong wrong = isOfVendor(type) ? std::nullopt : take(type, length, isProtected);
        m_at += length;
        return wrong;
    }

    Wrong take(std::uint16_t type, std::uint16_t length, bool isProtected)
    {
        const auto found = std::find_if(m_expected.begin(), m_expected.end(), [type](const Expected &one) { return one.type == type; });
        if (found == m_expected.end() || found->isProtected != isProtected || length != found->content.size())
            return ImageError::Tlv;
        if (found->seen)
            return type == Sha256 ? ImageError::SeveralHashes : ImageError::Tlv;
        found->seen = true;
        return m_place.read(m_at, found->content) ? std::nullopt : Wrong(ImageError::Read);
    }

    const ImagePlace &m_place;
    std::size_t m_at;
    std::uint16_t m_protectedSize;
    Image m_image;
    std::array<std::uint8_t, 4> m_counter{};
    std::array<Expected, 6> m_expected = {{{SecurityCounter, true, m_counter},
                                           {VendorUuid, true, m_image.vendor},
                                           {ClassUuid, true, m_image.device},
                                           {Sha256, false, m_image.hash},
                                           {KeyHash, false, m_image.keyHash},
                                           {Ed25519, false, m_image.signature}}};
};

} // namespace

ImageResult readTlvs(const ImagePlace &place, const ImageHeader &header)
{
    return TlvReader(place, header).read();
}

} // namespace gainstage::firmware
