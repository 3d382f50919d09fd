// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/cabinet_writer.h"

#include <QByteArray>

#include <algorithm>
#include <concepts>

namespace gainstage::test {
namespace {

constexpr std::size_t kHeader = 36, kFolder = 8, kBlock = 32768;
constexpr std::uint16_t kDate = 0x5c61, kArchived = 0x20;

template <std::unsigned_integral T>
void append(Bytes &bytes, T number)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        bytes.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
}

void append(Bytes &bytes, BytesView more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

/// The checksum of a data block: words by XOR; what is left over counts with its first byte highest.
std::uint32_t blockChecksum(BytesView bytes, std::uint32_t sum)
{
    for (; bytes.size() >= 4; bytes = bytes.subspan(4))
        sum ^= static_cast<std::uint32_t>(bytes[0] | bytes[1] << 8 | bytes[2] << 16) | static_cast<std::uint32_t>(bytes[3]) << 24U;
    std::uint32_t rest = 0;
    for (const std::uint8_t byte : bytes)
        rest = rest << 8U | byte;
    return sum ^ rest;
}

/// "CK" and raw deflate: qCompress() without its length, zlib's head and zlib's sum.
Bytes msZip(BytesView block)
{
    const QByteArray packed = qCompress(block.data(), static_cast<qsizetype>(block.size()), 9);
    Bytes bytes{'C', 'K'};
    append(bytes, BytesView(reinterpret_cast<const std::uint8_t *>(packed.constData()), static_cast<std::size_t>(packed.size())).subspan(6));
    bytes.resize(bytes.size() - 4);
    return bytes;
}

Bytes dataBlock(BytesView content, Packing packing)
{
    const Bytes data = packing == Packing::MsZip ? msZip(content) : Bytes(content.begin(), content.end());
    Bytes sizes;
    append(sizes, static_cast<std::uint16_t>(data.size()));
    append(sizes, static_cast<std::uint16_t>(content.size()));
    Bytes block;
    append(block, blockChecksum(sizes, blockChecksum(data, 0)));
    append(block, sizes);
    append(block, data);
    return block;
}

Bytes fileRecords(const std::vector<PackedFile> &files)
{
    Bytes bytes;
    std::uint32_t offset = 0;
    for (const PackedFile &file : files) {
        const auto size = static_cast<std::uint32_t>(file.content.size());
        append(bytes, file.claimedSize.value_or(size));
        append(bytes, file.claimedOffset.value_or(offset));
        for (const std::uint16_t number : {std::uint16_t{0}, kDate, std::uint16_t{0}, kArchived})
            append(bytes, number);
        append(bytes, BytesView(reinterpret_cast<const std::uint8_t *>(file.name.c_str()), file.name.size() + 1));
        offset += size;
    }
    return bytes;
}

} // namespace

Bytes writeCabinet(const std::vector<PackedFile> &files, Packing packing)
{
    Bytes content, blocks;
    for (const PackedFile &file : files)
        append(content, file.content);
    std::uint16_t count = 0;
    for (std::size_t at = 0; at < content.size(); at += kBlock, ++count)
        append(blocks, dataBlock(BytesView(content).subspan(at, std::min(kBlock, content.size() - at)), packing));
    const Bytes records = fileRecords(files);
    const auto dataOffset = static_cast<std::uint32_t>(kHeader + kFolder + records.size());

    Bytes cabinet{'M', 'S', 'C', 'F', 0, 0, 0, 0};
    append(cabinet, static_cast<std::uint32_t>(dataOffset + blocks.size()));
    append(cabinet, std::uint32_t{0});
    append(cabinet, static_cast<std::uint32_t>(kHeader + kFolder));
    append(cabinet, std::uint32_t{0});
    append(cabinet, std::uint16_t{0x0103}); // version 1.3
    append(cabinet, std::uint16_t{1});      // folders
    append(cabinet, static_cast<std::uint16_t>(files.size()));
    append(cabinet, std::uint16_t{0}); // flags
    append(cabinet, std::uint16_t{0}); // set
    append(cabinet, std::uint16_t{0}); // number in the set
    append(cabinet, dataOffset);
    append(cabinet, count);
    append(cabinet, static_cast<std::uint16_t>(packing == Packing::MsZip ? 1 : 0));
    append(cabinet, records);
    append(cabinet, blocks);
    return cabinet;
}

} // namespace gainstage::test
