// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/image_parts.h"

#include "devices/firmware/little_endian.h"
#include "tests/devices/firmware/golden_image.h"

#include <algorithm>
#include <iterator>

namespace gainstage::test {

using namespace firmware_file;

namespace {

void append(Bytes &bytes, BytesView more)
{
    std::ranges::copy(more, std::back_inserter(bytes));
}

/// What a TLV of the plain area holds in an honest image.
Bytes honestData(std::uint16_t type, const Sha256 &hash, const SecretKey &key)
{
    if (type == 0x10)
        return {hash.begin(), hash.end()};
    const Sha256 keyHash = key.publicKey().hash();
    const Signature signature = key.sign(hash);
    return type == 0x01 ? Bytes(keyHash.begin(), keyHash.end()) : Bytes(signature.begin(), signature.end());
}

} // namespace

Bytes PartArea::bytes() const
{
    Bytes content;
    for (const PartTlv &tlv : tlvs) {
        appendLittleEndian(content, tlv.type);
        appendLittleEndian(content, tlv.claimedLength.value_or(static_cast<std::uint16_t>(tlv.data.size())));
        append(content, tlv.data);
    }
    append(content, rest);
    Bytes area;
    appendLittleEndian(area, magic);
    appendLittleEndian(area, claimedTotal.value_or(static_cast<std::uint16_t>(content.size() + 4)));
    append(area, content);
    return area;
}

ImageParts::ImageParts() : magic(0x96f3b83d), payload(goldenPlan().payload), key(goldenKey())
{
    const ImagePlan plan = goldenPlan();
    protectedArea = {0x6908,
                     {{0x50, {1, 0, 0, 0}},
                      {0x74, Bytes(plan.vendor.bytes.begin(), plan.vendor.bytes.end())},
                      {0x75, Bytes(plan.classId.bytes.begin(), plan.classId.bytes.end())}},
                     std::nullopt,
                     {}};
    plainArea = {0x6907, {{0x10, {}}, {0x01, {}}, {0x24, {}}}, std::nullopt, {}};
}

Bytes ImageParts::signedPart() const
{
    const Bytes area = hasProtectedArea ? protectedArea.bytes() : Bytes();
    Bytes bytes;
    appendLittleEndian(bytes, magic);
    appendLittleEndian(bytes, loadAddress);
    appendLittleEndian(bytes, headerSize);
    appendLittleEndian(bytes, claimedProtectedSize.value_or(static_cast<std::uint16_t>(area.size())));
    appendLittleEndian(bytes, claimedPayloadSize.value_or(static_cast<std::uint32_t>(payload.size())));
    appendLittleEndian(bytes, flags);
    append(bytes, Bytes{1, 2, 3, 0});
    appendLittleEndian(bytes, build);
    bytes.resize(std::max<std::size_t>(headerSize, 32));
    append(bytes, payload);
    append(bytes, area);
    return bytes;
}

Bytes ImageParts::bytes() const
{
    Bytes bytes = signedPart();
    const Sha256 hash = sha256(bytes);
    PartArea plain = plainArea;
    for (PartTlv &tlv : plain.tlvs)
        if (tlv.data.empty())
            tlv.data = honestData(tlv.type, hash, key);
    append(bytes, plain.bytes());
    append(bytes, behind);
    return bytes;
}

} // namespace gainstage::test
