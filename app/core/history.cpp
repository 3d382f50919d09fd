// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/history.h"

#include "app/core/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>

#include <algorithm>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kLargestFile = 64 << 20;
constexpr std::size_t kMostEntries = 5000;
constexpr std::size_t kRotateAt = 6000;
constexpr int kLockPatience = 2000; // milliseconds
const QByteArray kSchemaLine = R"({"schema":"gainstage-history/1"})";

struct Content {
    std::vector<HistoryEntry> entries;
    QList<QByteArray> lines; ///< all, also those that make no sense
    bool newer = false;      ///< written by a later version
    bool cut = false;        ///< the last line has no end
};

std::unexpected<Error> fileError(const QString &path, const QString &reason)
{
    return failure(Errc::FileIo, SENTENCE("error", "The history %1 cannot be used: %2."), {path.toStdString(), reason.toStdString()});
}

std::optional<HistoryEntry> entryOf(const QJsonObject &object)
{
    HistoryEntry entry;
    entry.number = object[u"number"_s].toInteger();
    entry.time = QDateTime::fromString(object[u"time"_s].toString(), Qt::ISODateWithMs);
    entry.amp = object[u"amp"_s].toString();
    entry.origin = object[u"origin"_s].toString();
    entry.of = object[u"of"_s].toInteger();
    entry.before = object[u"before"_s].toObject();
    entry.after = object[u"after"_s].toObject();
    if (entry.number < 1 || !entry.time.isValid() || entry.origin.isEmpty() || !object[u"before"_s].isObject() || !object[u"after"_s].isObject())
        return std::nullopt;
    return entry;
}

QByteArray lineOf(const HistoryEntry &entry)
{
    QJsonObject object{{u"number"_s, entry.number}, {u"time"_s, entry.time.toUTC().toString(Qt::ISODateWithMs)},
                       {u"amp"_s, entry.amp},       {u"origin"_s, entry.origin},
                       {u"before"_s, entry.before}, {u"after"_s, entry.after}};
    if (entry.of)
        object[u"of"_s] = entry.of;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void takeLine(const QByteArray &line, Content &content)
{
    if (line.trimmed().isEmpty())
        return;
    content.lines.append(line);
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.contains(u"schema"_s)) {
        content.newer = content.newer || object[u"schema"_s].toString() != "gainstage-history/1"_L1;
        return;
    }
    if (auto entry = entryOf(object))
        content.entries.push_back(std::move(*entry));
}

Result<Content> readFile(const QString &path)
{
    Content content;
    QFile file(path);
    if (!file.exists())
        return content;
    if (!file.open(QIODevice::ReadOnly))
        return fileError(path, file.errorString());
    if (file.size() > kLargestFile)
        return fileError(path, QCoreApplication::translate("error", "it is larger than 64 MiB"));
    const QByteArray all = file.readAll();
    content.cut = !all.isEmpty() && !all.endsWith('\n');
    for (const QByteArray &line : all.split('\n'))
        takeLine(line, content);
    return content;
}

/// Newest first; what undo and redo would do, worked out from the entries.
struct Stacks {
    std::vector<HistoryEntry> undo, redo;
};

bool isOwnWish(const HistoryEntry &entry)
{
    return entry.origin == "user"_L1 || entry.origin.startsWith("preset"_L1);
}

void takeStep(std::vector<HistoryEntry> &from, std::vector<HistoryEntry> &to, qint64 number)
{
    const auto found = std::ranges::find(from, number, &HistoryEntry::number);
    if (found == from.end())
        return;
    to.push_back(*found);
    from.erase(found);
}

Stacks stacksOf(const std::vector<HistoryEntry> &entries)
{
    Stacks stacks;
    for (const HistoryEntry &entry : entries) {
        if (entry.origin == "undo"_L1) {
            takeStep(stacks.undo, stacks.redo, entry.of);
        } else if (entry.origin == "redo"_L1) {
            takeStep(stacks.redo, stacks.undo, entry.of);
        } else if (isOwnWish(entry)) {
            stacks.undo.push_back(entry);
            stacks.redo.clear();
        }
    }
    return stacks;
}

Result<void> appendLine(const QString &path, const QByteArray &line, const Content &content)
{
    QFile file(path);
    if (!file.open(QIODevice::Append | QIODevice::Unbuffered))
        return fileError(path, file.errorString());
    const QByteArray before = content.lines.isEmpty() ? QByteArray(kSchemaLine + '\n') : content.cut ? QByteArray("\n") : QByteArray();
    // One write, so that a line is whole or not there.
    const QByteArray data = before + line + '\n';
    if (file.write(data) != data.size())
        return fileError(path, file.errorString());
    return {};
}

Result<void> rotate(const QString &path, const Content &content)
{
    QByteArray newest = kSchemaLine + '\n';
    for (qsizetype i = content.lines.size() - static_cast<qsizetype>(kMostEntries); i < content.lines.size(); ++i)
        newest += content.lines[i] + '\n';
    return writeWholeFile(path, newest);
}

Result<HistoryEntry> appendEntry(const QString &path, HistoryEntry entry)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return fileError(path, QCoreApplication::translate("error", "its folder cannot be made"));
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(kLockPatience))
        return fileError(path, QCoreApplication::translate("error", "another program holds it"));
    auto content = readFile(path);
    if (!content)
        return std::unexpected(content.error());
    if (content->newer)
        return fileError(path, QCoreApplication::translate("error", "it was written by a newer version"));
    if (content->lines.size() > static_cast<qsizetype>(kRotateAt)) {
        if (auto rotated = rotate(path, *content); !rotated)
            return std::unexpected(rotated.error());
        content->cut = false;
    }
    entry.number = content->entries.empty() ? 1 : content->entries.back().number + 1;
    if (auto written = appendLine(path, lineOf(entry), *content); !written)
        return std::unexpected(written.error());
    return entry;
}

} // namespace

History::History(QString file) : m_file(std::move(file)) {}

Result<std::vector<HistoryEntry>> History::entries() const
{
    auto content = readFile(m_file);
    if (!content)
        return std::unexpected(content.error());
    return std::move(content->entries);
}

Result<HistoryEntry> History::append(const QDateTime &time, const QString &amp, const QString &origin, const QJsonObject &before,
                                     const QJsonObject &after)
{
    return appendEntry(m_file, {0, time, amp, origin, 0, before, after});
}

std::optional<HistoryEntry> History::toUndo() const
{
    const auto content = readFile(m_file);
    const Stacks stacks = content ? stacksOf(content->entries) : Stacks();
    return stacks.undo.empty() ? std::nullopt : std::optional(stacks.undo.back());
}

std::optional<HistoryEntry> History::toRedo() const
{
    const auto content = readFile(m_file);
    const Stacks stacks = content ? stacksOf(content->entries) : Stacks();
    return stacks.redo.empty() ? std::nullopt : std::optional(stacks.redo.back());
}

Result<HistoryEntry> History::appendStep(const QDateTime &time, const HistoryEntry &of, bool undo)
{
    return appendEntry(m_file, {0, time, of.amp, undo ? u"undo"_s : u"redo"_s, of.number, undo ? of.after : of.before, undo ? of.before : of.after});
}

} // namespace gainstage
