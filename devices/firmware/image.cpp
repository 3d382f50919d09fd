// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/image.h"

#include "devices/firmware/image_format.h"
#include "devices/firmware/little_endian.h"

#include <algorithm>
#include <optional>

namespace gainstage::firmware_file {
namespace {

using format::kTlvs;

std::string number(std::uint64_t value)
{
    return std::to_string(value);
}

template <std::unsigned_integral T>
std::string hex(T value)
{
    Bytes bytes;
    appendLittleEndian(bytes, value);
    std::ranges::reverse(bytes);
    return hexText(bytes);
}

// What can be wrong with a field. The first fact is its name, the second its offset.

std::unexpected<Error> tooShort(const char *field, std::size_t offset, std::uint64_t needed, std::uint64_t left)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "The image is cut off: “%1” at byte %2 has %3 bytes, but only %4 are left."),
                   {field, number(offset), number(needed), number(left)});
}

std::unexpected<Error> wrongMark(const char *field, std::size_t offset, const std::string &is, const std::string &wanted)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "This is no firmware image: “%1” at byte %2 is %3 instead of %4."),
                   {field, number(offset), is, wanted});
}

std::unexpected<Error> wrongValue(const char *field, std::size_t offset, const std::string &is)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "“%1” at byte %2 of the image is %3, which is not allowed."), {field, number(offset), is});
}

std::unexpected<Error> wrongSize(const char *field, std::size_t offset, std::uint64_t is, std::uint64_t wanted)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "“%1” at byte %2 of the image says %3 bytes; it must be %4."),
                   {field, number(offset), number(is), number(wanted)});
}

std::unexpected<Error> notAllowed(const std::string &field, std::size_t offset)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "“%1” at byte %2 of the image is not allowed there."), {field, number(offset)});
}

std::unexpected<Error> twice(const char *field, std::size_t offset)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "“%1” is there a second time, at byte %2 of the image."), {field, number(offset)});
}

std::unexpected<Error> missing(const char *field, std::size_t offset)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "“%1” is missing from the area at byte %2 of the image."), {field, number(offset)});
}

// Header

struct Header {
    SignedPart part; ///< all but what the protected TLVs say
    std::size_t protectedSize = 0;
};

Result<void> checkMagic(BytesView file)
{
    if (file.size() < sizeof(format::kMagic))
        return tooShort("magic", format::at::kMagic, sizeof(format::kMagic), file.size());
    const auto magic = readLittleEndian<std::uint32_t>(file);
    if (magic != format::kMagic)
        return wrongMark("magic", format::at::kMagic, hex(magic), hex(format::kMagic));
    if (file.size() < format::kSmallestHeader)
        return tooShort("header", 0, format::kSmallestHeader, file.size());
    return {};
}

Result<void> checkFlags(const SignedPart &part, const ImageProfile &profile)
{
    const std::uint32_t wanted = profile.fixedAddress ? format::kFixedAddress : 0;
    if (part.flags != wanted)
        return wrongValue("flags", format::at::kFlags, hex(part.flags));
    if (part.loadAddress != 0 && !profile.fixedAddress)
        return wrongValue("load address", format::at::kLoadAddress, hex(part.loadAddress));
    return {};
}

/// Subtractions only: the sizes come from outside, and a sum of them could overflow.
Result<void> checkSizes(const Header &header, std::size_t fileSize, const ImageProfile &profile)
{
    const std::size_t headerSize = header.part.headerSize, payloadSize = header.part.payloadSize;
    if (headerSize < format::kSmallestHeader || headerSize > format::kLargestHeader || headerSize % profile.writeAlignment != 0)
        return wrongValue("header size", format::at::kHeaderSize, number(headerSize));
    if (headerSize > fileSize)
        return tooShort("header", 0, headerSize, fileSize);
    if (payloadSize == 0)
        return wrongValue("payload size", format::at::kPayloadSize, number(payloadSize));
    if (payloadSize > fileSize - headerSize)
        return tooShort("payload", headerSize, payloadSize, fileSize - headerSize);
    if (header.protectedSize > fileSize - headerSize - payloadSize)
        return tooShort("protected TLVs", headerSize + payloadSize, header.protectedSize, fileSize - headerSize - payloadSize);
    return {};
}

ImageVersion readVersion(BytesView bytes)
{
    return {bytes[0], bytes[1], readLittleEndian<std::uint16_t>(bytes.subspan(2)), readLittleEndian<std::uint32_t>(bytes.subspan(4))};
}

Result<Header> parseHeader(BytesView file, const ImageProfile &profile)
{
    if (const auto magic = checkMagic(file); !magic)
        return std::unexpected(magic.error());
    Header header;
    header.part.loadAddress = readLittleEndian<std::uint32_t>(file.subspan(format::at::kLoadAddress));
    header.part.headerSize = readLittleEndian<std::uint16_t>(file.subspan(format::at::kHeaderSize));
    header.protectedSize = readLittleEndian<std::uint16_t>(file.subspan(format::at::kProtectedSize));
    header.part.payloadSize = readLittleEndian<std::uint32_t>(file.subspan(format::at::kPayloadSize));
    header.part.flags = readLittleEndian<std::uint32_t>(file.subspan(format::at::kFlags));
    header.part.version = readVersion(file.subspan(format::at::kVersion));
    if (const auto flags = checkFlags(header.part, profile); !flags)
        return std::unexpected(flags.error());
    if (const auto sizes = checkSizes(header, file.size(), profile); !sizes)
        return std::unexpected(sizes.error());
    header.part.size = header.part.headerSize + header.part.payloadSize + header.protectedSize;
    return header;
}

// TLV areas

/// Where an area's entries lie.
struct Area {
    bool isProtected = false;
    std::size_t begin = 0, end = 0; ///< offsets in the file, without the area's head
    std::size_t offset() const { return begin - format::kAreaHead; }
};

/// The data of the profile's TLVs by their place in kTlvs.
using Found = std::array<std::optional<BytesView>, kTlvs.size()>;

Result<Area> parseAreaHead(BytesView file, std::size_t offset, bool isProtected)
{
    const std::size_t left = file.size() - offset;
    const char *const name = isProtected ? "protected TLVs" : "TLVs";
    if (left < format::kAreaHead)
        return tooShort(name, offset, format::kAreaHead, left);
    const std::uint16_t wanted = isProtected ? format::kProtectedMagic : format::kPlainMagic;
    const auto magic = readLittleEndian<std::uint16_t>(file.subspan(offset));
    if (magic != wanted)
        return wrongMark(isProtected ? "magic of the protected TLVs" : "magic of the TLVs", offset, hex(magic), hex(wanted));
    const std::size_t total = readLittleEndian<std::uint16_t>(file.subspan(offset + 2));
    if (total < format::kAreaHead)
        return wrongValue(isProtected ? "size of the protected TLVs" : "size of the TLVs", offset + 2, number(total));
    if (total > left)
        return tooShort(name, offset, total, left);
    return Area{isProtected, offset + format::kAreaHead, offset + total};
}

/// One TLV, as it lies in the file.
struct Entry {
    std::uint16_t type = 0;
    std::size_t offset = 0;
    BytesView data;
};

Result<Entry> parseEntry(BytesView file, std::size_t offset, std::size_t areaEnd)
{
    if (areaEnd - offset < format::kTlvHead)
        return tooShort("head of a TLV", offset, format::kTlvHead, areaEnd - offset);
    const auto type = readLittleEndian<std::uint16_t>(file.subspan(offset));
    const std::size_t length = readLittleEndian<std::uint16_t>(file.subspan(offset + 2));
    const std::size_t left = areaEnd - offset - format::kTlvHead;
    if (length > left)
        return tooShort("data of a TLV", offset + format::kTlvHead, length, left);
    return Entry{type, offset, file.subspan(offset + format::kTlvHead, length)};
}

Result<void> takeEntry(Found &found, const Entry &entry, bool isProtected)
{
    if (format::isMakersOwn(entry.type))
        return {};
    const auto tlv = std::ranges::find(kTlvs, entry.type, &format::Tlv::type);
    if (tlv == kTlvs.end())
        return notAllowed("TLV " + hexText(Bytes{static_cast<std::uint8_t>(entry.type >> 8U), static_cast<std::uint8_t>(entry.type)}), entry.offset);
    if (tlv->isProtected != isProtected)
        return notAllowed(tlv->name, entry.offset);
    auto &place = found[static_cast<std::size_t>(tlv - kTlvs.begin())];
    if (place)
        return twice(tlv->name, entry.offset);
    if (entry.data.size() != tlv->length)
        return wrongSize(tlv->name, entry.offset + 2, entry.data.size(), tlv->length);
    place = entry.data;
    return {};
}

Result<Found> parseEntries(BytesView file, const Area &area)
{
    Found found;
    for (std::size_t offset = area.begin; offset < area.end;) {
        const auto entry = parseEntry(file, offset, area.end);
        if (!entry)
            return std::unexpected(entry.error());
        if (const auto taken = takeEntry(found, *entry, area.isProtected); !taken)
            return std::unexpected(taken.error());
        offset += format::kTlvHead + entry->data.size();
    }
    for (std::size_t i = 0; i < kTlvs.size(); ++i)
        if (kTlvs[i].isProtected == area.isProtected && !found[i])
            return missing(kTlvs[i].name, area.offset());
    return found;
}

template <std::size_t N>
std::array<std::uint8_t, N> toArray(BytesView bytes)
{
    std::array<std::uint8_t, N> array{};
    std::ranges::copy(bytes.first(N), array.begin());
    return array;
}

Result<void> takeProtected(BytesView file, Header &header)
{
    const std::size_t offset = header.part.size - header.protectedSize;
    if (header.protectedSize == 0)
        return missing("protected TLVs", offset);
    const auto area = parseAreaHead(file, offset, true);
    if (!area)
        return std::unexpected(area.error());
    if (area->end != header.part.size)
        return wrongSize("size of the protected TLVs", offset + 2, area->end - offset, header.protectedSize);
    const auto found = parseEntries(file, *area);
    if (!found)
        return std::unexpected(found.error());
    header.part.securityCounter = readLittleEndian<std::uint32_t>(*(*found)[format::SecurityCounter]);
    header.part.vendor.bytes = toArray<16>(*(*found)[format::Vendor]);
    header.part.classId.bytes = toArray<16>(*(*found)[format::Class]);
    return {};
}

} // namespace

Result<SignedPart> parseSignedPart(BytesView file, const ImageProfile &profile)
{
    auto header = parseHeader(file, profile);
    if (!header)
        return std::unexpected(header.error());
    if (const auto taken = takeProtected(file, *header); !taken)
        return std::unexpected(taken.error());
    return header->part;
}

Result<Image> parseImage(BytesView file, const ImageProfile &profile)
{
    const auto part = parseSignedPart(file, profile);
    if (!part)
        return std::unexpected(part.error());
    const auto area = parseAreaHead(file, part->size, false);
    if (!area)
        return std::unexpected(area.error());
    const auto found = parseEntries(file, *area);
    if (!found)
        return std::unexpected(found.error());
    if (area->end != file.size())
        return failure(Errc::InvalidFile, SENTENCE("error", "“%1”: the image ends at byte %2, but %3 more bytes follow."),
                       {"file size", number(area->end), number(file.size() - area->end)});
    return Image{*part, toArray<32>(*(*found)[format::Hash]), toArray<32>(*(*found)[format::KeyHash]), toArray<64>(*(*found)[format::SignatureTlv])};
}

Sha256 computedHash(BytesView file, const SignedPart &part)
{
    return sha256(file.first(part.size));
}

} // namespace gainstage::firmware_file
