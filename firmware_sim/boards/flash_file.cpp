// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/flash_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gainstage::sim {
namespace {

constexpr std::string_view kMagic = "GSFLASH1";
constexpr std::size_t kModelOffset = 16;
constexpr std::size_t kHeaderSize = 64;
constexpr std::size_t kFileSize = kHeaderSize + Flash::kSize;

void putNumber(std::span<std::uint8_t> out, std::size_t value)
{
    for (int i = 0; i < 4; ++i)
        out[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> (8 * (3 - i)));
}

std::vector<std::uint8_t> headerFor(std::string_view model)
{
    std::vector<std::uint8_t> header(kHeaderSize, 0);
    std::ranges::copy(kMagic, header.begin());
    putNumber(std::span(header).subspan(8), Flash::kSize);
    putNumber(std::span(header).subspan(12), Flash::kSector);
    std::ranges::copy(model.substr(0, kHeaderSize - kModelOffset), header.begin() + kModelOffset);
    return header;
}

bool writeAll(int file, std::span<const std::uint8_t> data)
{
    while (!data.empty()) {
        const ssize_t written = ::write(file, data.data(), data.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        data = data.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

/// At most one byte more than a flash file has, so that a longer file is noticed.
std::optional<std::vector<std::uint8_t>> readAll(int file)
{
    std::vector<std::uint8_t> data(kFileSize + 1);
    std::size_t have = 0;
    while (have < data.size()) {
        const ssize_t got = ::pread(file, data.data() + have, data.size() - have, static_cast<off_t>(have));
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    data.resize(have);
    return data;
}

std::string modelIn(std::span<const std::uint8_t> data)
{
    const auto name = data.subspan(kModelOffset, kHeaderSize - kModelOffset);
    return {name.begin(), std::ranges::find(name, 0)};
}

bool isSameFile(int file, const std::string &path)
{
    struct stat open{}, named{};
    return fstat(file, &open) == 0 && stat(path.c_str(), &named) == 0 && open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

std::string withoutLinks(const std::string &path)
{
    char *const resolved = realpath(path.c_str(), nullptr);
    if (resolved == nullptr)
        return path;
    std::string real = resolved;
    std::free(resolved);
    return real;
}

std::unexpected<std::string> refused(const std::string &path, const std::string &why)
{
    return std::unexpected("the flash file " + path + " " + why);
}

} // namespace

FlashFile::FlashFile(std::string path, std::string_view model) : m_path(std::move(path)), m_header(headerFor(model)) {}

FlashFile::~FlashFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

Outcome<std::unique_ptr<FlashFile>> FlashFile::open(const std::string &path, std::string_view model, Flash &flash)
{
    std::unique_ptr<FlashFile> file(new FlashFile(withoutLinks(path), model));
    const auto existed = file->lockExisting();
    if (!existed)
        return std::unexpected(existed.error());
    if (*existed) {
        if (auto loaded = file->load(flash); !loaded)
            return std::unexpected(loaded.error());
    } else if (!file->save(flash.image())) {
        return refused(path, "cannot be written: " + systemReason());
    }
    const std::vector<std::uint8_t> image(flash.image().begin(), flash.image().end());
    flash.load(image, [kept = file.get()](std::span<const std::uint8_t> changed) { return kept->save(changed); });
    return file;
}

/// False when there is no such file.
Outcome<bool> FlashFile::lockExisting()
{
    const int file = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0 && errno == ENOENT)
        return false;
    if (file < 0)
        return refused(m_path, "cannot be read: " + systemReason());
    m_file = file;
    struct stat status{};
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
        return refused(m_path, "is not a file");
    // An amp that replaced the file in between holds its lock on the new one.
    if (flock(file, LOCK_EX | LOCK_NB) != 0 || !isSameFile(file, m_path))
        return refused(m_path, "is used by another simulated amp");
    return true;
}

Outcome<void> FlashFile::load(Flash &flash)
{
    const auto data = readAll(m_file);
    if (!data)
        return refused(m_path, "cannot be read: " + systemReason());
    if (data->size() < kHeaderSize || !std::ranges::equal(kMagic, std::span(*data).first(kMagic.size())))
        return refused(m_path, "is no flash file of a simulated amp; it is left as it is");
    if (!std::ranges::equal(m_header, std::span(*data).first(kHeaderSize)))
        return refused(m_path, "belongs to another model (" + modelIn(*data) + "); it is left as it is");
    if (data->size() != kFileSize)
        return refused(m_path, "is damaged: it should have " + std::to_string(kFileSize) + " bytes; it is left as it is");
    flash.load(std::span(*data).subspan(kHeaderSize), {});
    return {};
}

bool FlashFile::save(std::span<const std::uint8_t> image)
{
    const std::string temporary = m_path + ".new";
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return false;
    const bool kept = writeAll(file, m_header) && writeAll(file, image) && fsync(file) == 0 && flock(file, LOCK_EX | LOCK_NB) == 0 &&
                      std::rename(temporary.c_str(), m_path.c_str()) == 0;
    if (!kept) {
        const int why = errno;
        ::close(file);
        ::unlink(temporary.c_str());
        errno = why;
        return false;
    }
    if (m_file >= 0)
        ::close(m_file);
    m_file = file;
    return true;
}

} // namespace gainstage::sim
