// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/slot_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gainstage::sim {
namespace {

constexpr std::string_view kMagic = "GSSLOTS1";
constexpr std::size_t kHeaderSize = 64, kModelOffset = 16;

void putNumber(std::span<std::uint8_t> out, std::size_t value)
{
    for (std::size_t i = 0; i < 4; ++i)
        out[i] = static_cast<std::uint8_t>(value >> (8 * (3 - i)));
}

std::vector<std::uint8_t> headerFor(std::string_view model, const SlotFlash &flash)
{
    std::vector<std::uint8_t> header(kHeaderSize, 0);
    std::ranges::copy(kMagic, header.begin());
    putNumber(std::span(header).subspan(8), flash.slotSize());
    putNumber(std::span(header).subspan(12), NorFlash::kSector);
    std::ranges::copy(model.substr(0, kHeaderSize - kModelOffset), header.begin() + kModelOffset);
    return header;
}

bool writeAt(int file, std::size_t offset, std::span<const std::uint8_t> data)
{
    while (!data.empty()) {
        const ssize_t written = ::pwrite(file, data.data(), data.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        offset += static_cast<std::size_t>(written);
        data = data.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

bool readWhole(int file, std::span<std::uint8_t> out)
{
    for (std::size_t have = 0; have < out.size();) {
        const ssize_t got = ::pread(file, out.data() + have, out.size() - have, static_cast<off_t>(have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        have += static_cast<std::size_t>(got);
    }
    return true;
}

std::unexpected<std::string> refused(const std::string &path, const std::string &why)
{
    return std::unexpected("the file of firmware slots " + path + " " + why);
}

/// Whole, or not at all.
bool makeFile(const std::string &path, std::span<const std::uint8_t> header, std::span<const std::uint8_t> image)
{
    const std::string temporary = path + ".new";
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return false;
    const bool made =
        writeAt(file, 0, header) && writeAt(file, header.size(), image) && fsync(file) == 0 && std::rename(temporary.c_str(), path.c_str()) == 0;
    const int why = errno;
    ::close(file);
    if (!made)
        ::unlink(temporary.c_str());
    errno = why;
    return made;
}

} // namespace

SlotFile::~SlotFile()
{
    ::close(m_file);
}

Outcome<std::unique_ptr<SlotFile>> SlotFile::open(const std::string &path, std::string_view model, SlotFlash &flash)
{
    const auto header = headerFor(model, flash);
    struct stat status{};
    const bool isNew = ::stat(path.c_str(), &status) != 0 && errno == ENOENT;
    if (isNew && !makeFile(path, header, flash.nor.image()))
        return refused(path, "cannot be written: " + systemReason());
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return refused(path, "cannot be opened: " + systemReason());
    std::unique_ptr<SlotFile> kept(new SlotFile(file));
    if (const auto loaded = load(file, path, header, flash); !loaded)
        return std::unexpected(loaded.error());
    flash.nor.keepIn([raw = kept.get()](std::size_t offset, std::span<const std::uint8_t> bytes) { return raw->write(offset, bytes); });
    return kept;
}

Outcome<void> SlotFile::load(int file, const std::string &path, std::span<const std::uint8_t> header, SlotFlash &flash)
{
    struct stat status{};
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
        return refused(path, "is not a file");
    std::vector<std::uint8_t> found(header.size());
    if (!readWhole(file, found) || !std::ranges::equal(kMagic, std::span(found).first(kMagic.size())))
        return refused(path, "is no such file; it is left as it is");
    if (!std::ranges::equal(found, header))
        return refused(path, "belongs to another model or another size of slots; it is left as it is");
    std::vector<std::uint8_t> all(header.size() + flash.nor.image().size());
    if (static_cast<std::size_t>(status.st_size) != all.size() || !readWhole(file, all))
        return refused(path, "is damaged: it should have " + std::to_string(all.size()) + " bytes; it is left as it is");
    flash.nor.load(0, std::span(all).subspan(header.size()));
    return {};
}

bool SlotFile::write(std::size_t offset, std::span<const std::uint8_t> bytes)
{
    return writeAt(m_file, kHeaderSize + offset, bytes);
}

} // namespace gainstage::sim
