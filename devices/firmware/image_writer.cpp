// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/image_writer.h"

#include "devices/firmware/image_format.h"
#include "devices/firmware/limits.h"
#include "devices/firmware/little_endian.h"

namespace gainstage::firmware_file {
namespace {

using format::kTlvs;

std::uint16_t areaSize(bool isProtected)
{
    std::size_t size = format::kAreaHead;
    for (const format::Tlv &tlv : kTlvs)
        size += tlv.isProtected == isProtected ? format::sizeOf(tlv) : 0;
    return static_cast<std::uint16_t>(size);
}

void appendAreaHead(Bytes &bytes, bool isProtected)
{
    appendLittleEndian(bytes, isProtected ? format::kProtectedMagic : format::kPlainMagic);
    appendLittleEndian(bytes, areaSize(isProtected));
}

void appendTlv(Bytes &bytes, format::TlvIndex index, BytesView data)
{
    appendLittleEndian(bytes, kTlvs[index].type);
    appendLittleEndian(bytes, kTlvs[index].length);
    bytes.insert(bytes.end(), data.begin(), data.end());
}

Result<void> checkPlan(const ImagePlan &plan, const ImageProfile &profile)
{
    const std::size_t header = plan.headerSize;
    if (header < format::kSmallestHeader || header > format::kLargestHeader || header % profile.writeAlignment != 0)
        return failure(Errc::OutOfRange, SENTENCE("error", "A header of %1 bytes is not possible: 32 to 4096, in steps of %2."),
                       {std::to_string(header), std::to_string(profile.writeAlignment)});
    if (plan.payload.empty() || plan.payload.size() > kLargestFile - header - areaSize(true) - areaSize(false))
        return failure(Errc::OutOfRange, SENTENCE("error", "A payload of %1 bytes makes no image: it must have 1 byte to 16 MiB."),
                       {std::to_string(plan.payload.size())});
    return {};
}

void appendHeader(Bytes &bytes, const ImagePlan &plan)
{
    appendLittleEndian(bytes, format::kMagic);
    appendLittleEndian(bytes, std::uint32_t{0}); // load address
    appendLittleEndian(bytes, static_cast<std::uint16_t>(plan.headerSize));
    appendLittleEndian(bytes, areaSize(true));
    appendLittleEndian(bytes, static_cast<std::uint32_t>(plan.payload.size()));
    appendLittleEndian(bytes, std::uint32_t{0}); // flags
    appendLittleEndian(bytes, plan.version.major);
    appendLittleEndian(bytes, plan.version.minor);
    appendLittleEndian(bytes, plan.version.revision);
    appendLittleEndian(bytes, plan.version.build);
    bytes.resize(plan.headerSize);
}

} // namespace

Result<Bytes> writeSignedPart(const ImagePlan &plan, const ImageProfile &profile)
{
    if (const auto checked = checkPlan(plan, profile); !checked)
        return std::unexpected(checked.error());
    Bytes bytes;
    appendHeader(bytes, plan);
    bytes.insert(bytes.end(), plan.payload.begin(), plan.payload.end());
    appendAreaHead(bytes, true);
    Bytes counter;
    appendLittleEndian(counter, plan.securityCounter);
    appendTlv(bytes, format::SecurityCounter, counter);
    appendTlv(bytes, format::Vendor, plan.vendor.bytes);
    appendTlv(bytes, format::Class, plan.classId.bytes);
    return bytes;
}

Result<Bytes> signImage(BytesView image, const SecretKey &key, const ImageProfile &profile)
{
    const auto part = parseSignedPart(image, profile);
    if (!part)
        return std::unexpected(part.error());
    const Sha256 hash = computedHash(image, *part);
    Bytes bytes(image.begin(), image.begin() + static_cast<std::ptrdiff_t>(part->size));
    appendAreaHead(bytes, false);
    appendTlv(bytes, format::Hash, hash);
    appendTlv(bytes, format::KeyHash, key.publicKey().hash());
    appendTlv(bytes, format::SignatureTlv, key.sign(hash));
    return bytes;
}

} // namespace gainstage::firmware_file
