// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/cabinet_header.h"

#include "devices/firmware/limits.h"
#include "devices/firmware/little_endian.h"

namespace gainstage::firmware_file {
namespace {

constexpr std::size_t kHeader = 36, kReserveHead = 4, kFolder = 8;
namespace at {
constexpr std::size_t kSize = 8, kVersion = 24, kFolders = 26, kFiles = 28, kFlags = 30, kCompression = 6;
}
constexpr unsigned kHasReserve = 4; // flag
constexpr std::uint16_t kVersion13 = 0x0103;
constexpr std::uint16_t kStored = 0, kMsZip = 1; // the low four bits of a folder's compression

std::unexpected<Error> wrong(const char *field, std::size_t offset, std::uint64_t is)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "“%1” at byte %2 of the cabinet is %3, which is not allowed."),
                   {field, std::to_string(offset), std::to_string(is)});
}

std::unexpected<Error> cutOff(const char *field, std::size_t offset)
{
    return failure(Errc::InvalidFile, SENTENCE("error", "The cabinet is cut off in “%1” at byte %2."), {field, std::to_string(offset)});
}

std::uint16_t short16(BytesView file, std::size_t offset)
{
    return readLittleEndian<std::uint16_t>(file.subspan(offset));
}

Result<void> checkFields(BytesView file)
{
    if (const auto size = readLittleEndian<std::uint32_t>(file.subspan(at::kSize)); size != file.size())
        return failure(Errc::InvalidFile, SENTENCE("error", "“%1” at byte %2 of the cabinet says %3 bytes, but the file has %4."),
                       {"cabinet size", std::to_string(at::kSize), std::to_string(size), std::to_string(file.size())});
    if (short16(file, at::kVersion) != kVersion13)
        return wrong("cabinet version", at::kVersion, short16(file, at::kVersion));
    if (short16(file, at::kFolders) != 1)
        return wrong("folder count", at::kFolders, short16(file, at::kFolders));
    if (short16(file, at::kFiles) == 0 || short16(file, at::kFiles) > kMostEntries)
        return wrong("file count", at::kFiles, short16(file, at::kFiles));
    if ((short16(file, at::kFlags) & ~kHasReserve) != 0)
        return wrong("cabinet flags", at::kFlags, short16(file, at::kFlags));
    return {};
}

} // namespace

Result<void> checkCabinetHeader(BytesView file)
{
    if (file.size() < kHeader)
        return cutOff("cabinet header", 0);
    if (const auto fields = checkFields(file); !fields)
        return fields;
    std::size_t folder = kHeader;
    if ((short16(file, at::kFlags) & kHasReserve) != 0) {
        if (file.size() < kHeader + kReserveHead)
            return cutOff("reserved area", kHeader);
        folder += kReserveHead + short16(file, kHeader);
    }
    if (file.size() < folder + kFolder)
        return cutOff("folder", folder);
    const std::uint16_t compression = short16(file, folder + at::kCompression);
    if ((compression & 0xf) != kStored && (compression & 0xf) != kMsZip)
        return wrong("compression", folder + at::kCompression, compression);
    return {};
}

} // namespace gainstage::firmware_file
