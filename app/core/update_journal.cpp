// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/update_journal.h"

#include "app/core/paths.h"
#include "app/core/update_record.h"
#include "app/core/whole_file.h"
#include "devices/firmware/limits.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kLargestRecord = 1 << 20;
constexpr auto kLargestImage = static_cast<qint64>(firmware_file::kLargestFile);
constexpr qsizetype kDigestInName = 4; // bytes

/// What names are made of may be the same for two amps after it was made safe for a file system; the digest is not.
QString baseOf(const QString &folder, const Identity &amp)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : {amp.maker, amp.model, amp.serialNumber})
        hash.addData(QByteArray(part.toUtf8() + '\0'));
    return folder + u'/' + fileNameOf(amp) + u'-' + QString::fromLatin1(hash.result().left(kDigestInName).toHex());
}

QString recordFile(const QString &base)
{
    return base + u".json"_s;
}

QString imageFile(const QString &base)
{
    return base + u".image"_s;
}

/// nullopt where there is none; one that cannot be understood is InvalidFile.
Result<std::optional<QJsonObject>> readDocument(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure(path, file.errorString());
    const QByteArray content = file.read(kLargestRecord + 1);
    if (file.error() != QFileDevice::NoError)
        return fileFailure(path, file.errorString());
    const QJsonDocument document = content.size() > kLargestRecord ? QJsonDocument() : QJsonDocument::fromJson(content);
    if (!document.isObject())
        return damagedUpdate(u"JSON"_s);
    if (const auto schema = checkUpdateSchema(document.object()); !schema)
        return std::unexpected(schema.error());
    return document.object();
}

/// A record that was written by a newer version is not touched; one that is damaged is of use to nobody.
Result<QJsonObject> documentToReplace(const QString &path)
{
    auto document = readDocument(path);
    if (document)
        return document->value_or(QJsonObject());
    QFile file(path);
    const bool readable = file.open(QIODevice::ReadOnly);
    const QJsonObject object = QJsonDocument::fromJson(readable ? file.read(kLargestRecord) : QByteArray()).object();
    if (!readable || object[u"schema"_s].toString().startsWith("gainstage-update/"_L1))
        return std::unexpected(document.error());
    return QJsonObject();
}

QByteArray readImage(const QString &path, const firmware_file::Sha256 &digest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray content = file.read(kLargestImage + 1);
    return digestOf(content) == digest ? content : QByteArray();
}

Result<UpdateEntry> readEntry(const QString &base, const QJsonObject &document)
{
    auto entry = entryFrom(document);
    const auto digest = imageDigest(document);
    if (!entry || !digest)
        return entry;
    entry->file = readImage(imageFile(base), *digest);
    // Once the amp has been asked to run it, it is needed no more, and nothing may hide that.
    if (entry->file.isEmpty() && !wasAsked(entry->record))
        return damagedUpdate(u"image"_s);
    return entry;
}

Result<void> writeDocument(const QString &base, const QJsonObject &document)
{
    return writeWholeFile(recordFile(base), QJsonDocument(document).toJson(QJsonDocument::Indented));
}

/// The record first, so that nobody goes on with an image that is gone; then the image, and what a writer left behind that was killed at it.
Result<void> removeAll(const QString &base)
{
    if (auto removed = removeFile(recordFile(base)); !removed)
        return removed;
    const QDir folder(QFileInfo(base).path());
    const QString start = QFileInfo(base).fileName() + u'.';
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        if (!name.startsWith(start))
            continue;
        if (auto removed = removeFile(folder.filePath(name)); !removed)
            return removed;
    }
    return {};
}

} // namespace

bool wasAsked(const firmware_update::Record &record)
{
    return record.stage >= firmware_update::Stage::MarkTest && record.stage <= firmware_update::Stage::Confirm;
}

UpdateJournal::UpdateJournal(QString folder) : m_folder(std::move(folder)) {}

Result<std::optional<UpdateEntry>> UpdateJournal::find(const Identity &amp) const
{
    const QString base = baseOf(m_folder, amp);
    const auto document = readDocument(recordFile(base));
    if (!document)
        return std::unexpected(document.error());
    if (!*document)
        return std::nullopt;
    return readEntry(base, **document);
}

std::vector<UpdateEntry> UpdateJournal::all() const
{
    std::vector<UpdateEntry> entries;
    for (const QString &name : QDir(m_folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString path = m_folder + u'/' + name;
        const auto document = readDocument(path);
        if (!document || !*document)
            continue;
        if (auto entry = readEntry(path.chopped(5), **document))
            entries.push_back(std::move(*entry));
    }
    return entries;
}

Result<void> UpdateJournal::begin(const UpdateEntry &entry)
{
    const QString base = baseOf(m_folder, entry.amp);
    auto document = documentToReplace(recordFile(base));
    if (!document)
        return std::unexpected(document.error());
    const bool sameImage =
        !entry.file.isEmpty() && imageDigest(*document) == digestOf(entry.file) && !readImage(imageFile(base), digestOf(entry.file)).isEmpty();
    if (!sameImage) {
        // The record that was there speaks of another image.
        if (auto removed = removeAll(base); !removed)
            return removed;
        *document = {};
    }
    if (!sameImage && !entry.file.isEmpty()) {
        if (auto written = writeWholeFile(imageFile(base), entry.file); !written)
            return written;
    }
    putEntry(*document, entry);
    auto written = writeDocument(base, *document);
    if (!written && !sameImage)
        static_cast<void>(removeFile(imageFile(base))); // of no use to anybody
    return written;
}

Result<void> UpdateJournal::advance(const Identity &amp, const firmware_update::Record &record, const QDateTime &now)
{
    const QString base = baseOf(m_folder, amp);
    auto document = readDocument(recordFile(base));
    if (!document)
        return std::unexpected(document.error());
    if (!*document)
        return fileFailure(recordFile(base), QCoreApplication::translate("error", "it is gone"));
    putRecord(**document, record, now);
    return writeDocument(base, **document);
}

Result<void> UpdateJournal::end(const Identity &amp)
{
    const QString base = baseOf(m_folder, amp);
    if (const auto document = documentToReplace(recordFile(base)); !document)
        return std::unexpected(document.error());
    return removeAll(base);
}

} // namespace gainstage
