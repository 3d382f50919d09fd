// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/devices/firmware/bad_files.h"
#include "tests/devices/firmware/cabinet_writer.h"
#include "tests/devices/firmware/golden_image.h"

#include "devices/firmware/limits.h"

#include <algorithm>

namespace gainstage::test {

using namespace firmware_file;

namespace {

constexpr std::size_t kCompressionAt = 42, kFirstFileAt = 44; // in a cabinet without reserved area

PackedFile metainfoFile()
{
    return {"reference.metainfo.xml", goldenMetainfo()};
}

PackedFile imageFile()
{
    return {"firmware.bin", goldenImage()};
}

BadFile bad(std::string name, std::string field, std::string where, const std::vector<PackedFile> &files, Packing packing = Packing::Stored)
{
    return {std::move(name), writeCabinet(files, packing), Check::Unpacking, std::move(field), std::move(where)};
}

/// The golden cabinet with bytes replaced from an offset on.
BadFile patched(std::string name, std::string field, std::size_t offset, const Bytes &bytes, std::string where = {})
{
    Bytes file = goldenCabinet();
    std::ranges::copy(bytes, file.begin() + static_cast<std::ptrdiff_t>(offset));
    return {std::move(name), std::move(file), Check::Unpacking, std::move(field), where.empty() ? std::to_string(offset) : std::move(where)};
}

BadFile resized(std::string name, std::string field, std::string where, std::size_t size)
{
    Bytes file = goldenCabinet();
    file.resize(size);
    return {std::move(name), std::move(file), Check::Unpacking, std::move(field), std::move(where)};
}

/// The golden cabinet cut off, with a size field that agrees.
BadFile cutAndAgreed(std::string name, std::string field, std::string where, std::size_t size)
{
    BadFile bad = resized(std::move(name), std::move(field), std::move(where), size);
    for (std::size_t i = 0; i < 4; ++i)
        bad.file[8 + i] = static_cast<std::uint8_t>(size >> (8 * i));
    return bad;
}

void addHeader(std::vector<BadFile> &all)
{
    const std::size_t size = goldenCabinet().size();
    all.push_back(resized("cabinet header cut off", "cabinet header", "0", 35));
    all.push_back(resized("cabinet cut off", "cabinet size", "8", size - 1));
    all.push_back(resized("bytes behind the cabinet", "cabinet size", "8", size + 1));
    all.push_back(patched("cabinet version 1.4", "cabinet version", 24, {4, 1}));
    all.push_back(patched("no folder", "folder count", 26, {0, 0}));
    all.push_back(patched("two folders", "folder count", 26, {2, 0}));
    all.push_back(patched("no file", "file count", 28, {0, 0}));
    all.push_back(patched("65535 files", "file count", 28, {0xff, 0xff}));
    all.push_back(patched("goes on in another cabinet", "cabinet flags", 30, {2, 0}));
    all.push_back(patched("began in another cabinet", "cabinet flags", 30, {1, 0}));
    all.push_back(patched("reserved area beyond the file", "folder", 30, {4, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0}, "65575"));
    all.push_back(cutAndAgreed("folder cut off", "folder", "36", 40));
    all.push_back(patched("Quantum compression", "compression", kCompressionAt, {2, 0}));
    all.push_back(patched("LZX compression", "compression", kCompressionAt, {3, 21}));
    all.push_back(patched("unknown compression", "compression", kCompressionAt, {7, 0}));
    all.push_back(cutAndAgreed("only the head of a cabinet", "cabinet data", "1", 60));
    all.push_back(cutAndAgreed("data cut off", "cabinet data", "2", size - 100));
    all.push_back(patched("first file beyond the cabinet", "cabinet data", 16, {0xff, 0xff, 0xff, 0x7f}, "1"));
}

void addNames(std::vector<BadFile> &all)
{
    for (const char *name : {"../firmware.bin", "..", "sub/firmware.bin", "/etc/firmware.bin", "sub\\firmware.bin", "..\\firmware.bin",
                             "C:firmware.bin", ".firmware", "firm\nware.bin", "firm\x1bware.bin", "a..b", "\xff\xfe"})
        all.push_back(bad("name " + std::string(name), "entry name", "2", {metainfoFile(), {name, goldenImage()}}));
    all.push_back(bad("name of 300 letters", "entry name", "2", {metainfoFile(), {std::string(254, 'a') + "bc", goldenImage()}}));
    all.push_back(bad("the same name twice", "entry name", "2", {imageFile(), imageFile(), metainfoFile()}));
    all.push_back(bad("the same name in capitals", "entry name", "2", {imageFile(), {"Firmware.BIN", goldenImage()}, metainfoFile()}));
    const std::vector<PackedFile> many(kMostEntries + 1, imageFile());
    all.push_back(bad("65 entries", "file count", "28", many));
}

void addBombs(std::vector<BadFile> &all)
{
    const Bytes zeros(kLargestFile);
    all.push_back(bad("an entry that claims 4 GiB", "cabinet data", "1", {metainfoFile(), {"firmware.bin", goldenImage(), 0xffffffff}}));
    all.push_back(bad("an entry one byte too large", "entry size", "2", {metainfoFile(), {"firmware.bin", goldenImage(), kLargestFile + 1}}));
    all.push_back(bad("an entry that claims more than there is", "cabinet data", "2", {metainfoFile(), {"firmware.bin", goldenImage(), 4096}}));
    all.push_back(bad("three entries of 16 MiB, packed small", "unpacked size", "3", {{"a", zeros}, {"b", zeros}, {"c", zeros}}, Packing::MsZip));
    // Every entry claims the same data once more.
    std::vector<PackedFile> overlapping(kMostEntries, {"", {}, kLargestFile, 0});
    for (std::size_t i = 0; i < overlapping.size(); ++i)
        overlapping[i].name = "part" + std::to_string(i);
    overlapping.front().content = zeros;
    all.push_back(bad("entries on top of each other", "", "", overlapping, Packing::MsZip));
}

void addData(std::vector<BadFile> &all)
{
    Bytes flipped = goldenCabinet();
    flipped[flipped.size() - 40] ^= 1;
    all.push_back({"a bit of the data flipped", flipped, Check::Unpacking, "cabinet data", "2"});
    Bytes packed = writeCabinet({metainfoFile(), imageFile()}, Packing::MsZip);
    packed[packed.size() - 300] ^= 0x40;
    all.push_back({"a bit of the packed data flipped", packed, Check::Unpacking, "cabinet data", "1"});
    all.push_back(bad("no metainfo", "metainfo", "1", {imageFile()}));
    all.push_back(bad("two metainfos", "metainfo", "2", {metainfoFile(), {"other.metainfo.xml", goldenMetainfo()}, imageFile()}));
    all.push_back(bad("no image", "image", "1", {metainfoFile()}));
    all.push_back(bad("no image but signatures", "image", "2", {metainfoFile(), {"firmware.jcat", {1, 2, 3}}}));
    all.push_back(bad("two images", "image", "3", {metainfoFile(), imageFile(), {"other.bin", goldenImage()}}));
    all.push_back(bad("two signature files", "signatures", "4", {metainfoFile(), imageFile(), {"a.jcat", {1}}, {"b.jcat", {1}}}));
    Bytes image = goldenImage();
    image.push_back(0);
    all.push_back({"image changed", writeCabinet({metainfoFile(), {"firmware.bin", image}}), Check::Checksum, "checksum", "firmware.bin"});
    all.push_back({"image renamed", writeCabinet({metainfoFile(), {"other.bin", goldenImage()}}), Check::Checksum, "checksum", "other.bin"});
}

} // namespace

std::vector<BadFile> badCabinets()
{
    std::vector<BadFile> all;
    addHeader(all);
    addNames(all);
    addBombs(all);
    addData(all);
    return all;
}

} // namespace gainstage::test
