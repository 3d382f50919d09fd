// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/cabinet.h"

#include "devices/firmware/cabinet_header.h"
#include "devices/firmware/limits.h"
#include "devices/firmware/little_endian.h"

#include <QString>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace gainstage::firmware_file {
namespace {

constexpr qsizetype kLongestName = 255;
constexpr std::size_t kPiece = 64UL << 10U;

struct CloseArchive {
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

std::unexpected<Error> badEntry(const char *sentence, const char *field, std::size_t number, std::vector<std::string> more = {})
{
    std::vector<std::string> facts{field, std::to_string(number)};
    facts.insert(facts.end(), more.begin(), more.end());
    return failure(Errc::InvalidFile, sentence, std::move(facts));
}

std::unexpected<Error> unpackerSays(archive *reader, std::size_t number)
{
    const char *const text = archive_error_string(reader);
    return badEntry(SENTENCE("error", "The cabinet cannot be unpacked (%1, entry %2): %3."), "cabinet data", number, {text ? text : "?"});
}

bool isHarmless(QChar c)
{
    return c.category() != QChar::Other_Control && c.category() != QChar::Other_Format && c != u'/' && c != u'\\' && c != u':';
}

/// A name that would stay in its folder on every system.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && name.size() <= kLongestName && !name.contains(QLatin1String("..")) && !name.startsWith(u'.') &&
           !name.contains(QChar::ReplacementCharacter) && std::ranges::all_of(name, isHarmless);
}

bool holds(const Cabinet &cabinet, const QString &name)
{
    return std::ranges::any_of(cabinet,
                               [&](const CabinetEntry &entry) { return QString::fromStdString(entry.name).compare(name, Qt::CaseInsensitive) == 0; });
}

Result<std::string> nameOf(archive_entry *header, const Cabinet &before)
{
    const std::size_t number = before.size() + 1;
    const char *const raw = archive_entry_pathname(header);
    const QString name = QString::fromUtf8(raw ? raw : "");
    if (!isPlainName(name))
        return badEntry(SENTENCE("error", "“%1” of the cabinet's entry %2 is not a plain file name: “%3”."), "entry name", number,
                        {name.left(kLongestName).toStdString()});
    if (holds(before, name))
        return badEntry(SENTENCE("error", "“%1” of the cabinet's entry %2 is there a second time: “%3”."), "entry name", number,
                        {name.toStdString()});
    return name.toStdString();
}

Result<std::size_t> sizeOf(archive_entry *header, const Cabinet &before, std::size_t unpacked)
{
    const std::size_t number = before.size() + 1;
    const auto size = static_cast<std::uint64_t>(archive_entry_size(header));
    if (size > kLargestFile)
        return badEntry(SENTENCE("error", "“%1” of the cabinet's entry %2 is too large: %3 bytes."), "entry size", number, {std::to_string(size)});
    if (size > kLargestUnpacked - unpacked)
        return badEntry(SENTENCE("error", "“%1” is too large from the cabinet's entry %2 on: more than %3 bytes."), "unpacked size", number,
                        {std::to_string(kLargestUnpacked)});
    return static_cast<std::size_t>(size);
}

/// Grows with what really comes, so that an entry that only claims to be large costs nothing.
Result<Bytes> contentOf(archive *reader, std::size_t size, std::size_t number)
{
    Bytes content;
    while (true) {
        const std::size_t before = content.size();
        content.resize(before + kPiece);
        const la_ssize_t count = archive_read_data(reader, content.data() + before, kPiece);
        if (count < 0)
            return unpackerSays(reader, number);
        content.resize(before + static_cast<std::size_t>(count));
        if (count == 0 || content.size() > size)
            break;
    }
    if (content.size() != size)
        return badEntry(SENTENCE("error", "“%1” of the cabinet's entry %2 says %3 bytes; there are %4."), "entry size", number,
                        {std::to_string(size), std::to_string(content.size())});
    return content;
}

Result<CabinetEntry> readEntry(archive *reader, archive_entry *header, const Cabinet &before, std::size_t unpacked)
{
    auto name = nameOf(header, before);
    if (!name)
        return std::unexpected(name.error());
    const auto size = sizeOf(header, before, unpacked);
    if (!size)
        return std::unexpected(size.error());
    auto content = contentOf(reader, *size, before.size() + 1);
    if (!content)
        return std::unexpected(content.error());
    return CabinetEntry{std::move(*name), std::move(*content)};
}

Result<Archive> openCabinet(BytesView file)
{
    Archive reader(archive_read_new());
    if (!reader)
        return failure(Errc::Internal, SENTENCE("error", "There is not enough memory to read the cabinet."));
    if (archive_read_support_format_cab(reader.get()) != ARCHIVE_OK || archive_read_open_memory(reader.get(), file.data(), file.size()) != ARCHIVE_OK)
        return unpackerSays(reader.get(), 0);
    return reader;
}

} // namespace

bool isCabinet(BytesView file)
{
    return file.size() >= sizeof(kCabinetMagic) && readLittleEndian<std::uint32_t>(file) == kCabinetMagic;
}

Result<Cabinet> readCabinet(BytesView file)
{
    if (const auto header = checkCabinetHeader(file); !header)
        return std::unexpected(header.error());
    auto reader = openCabinet(file);
    if (!reader)
        return std::unexpected(reader.error());
    Cabinet cabinet;
    std::size_t unpacked = 0;
    archive_entry *header = nullptr;
    int outcome = ARCHIVE_OK;
    while ((outcome = archive_read_next_header(reader->get(), &header)) == ARCHIVE_OK) {
        auto entry = readEntry(reader->get(), header, cabinet, unpacked);
        if (!entry)
            return std::unexpected(entry.error());
        unpacked += entry->content.size();
        cabinet.push_back(std::move(*entry));
    }
    if (outcome != ARCHIVE_EOF)
        return unpackerSays(reader->get(), cabinet.size() + 1);
    return cabinet;
}

} // namespace gainstage::firmware_file
