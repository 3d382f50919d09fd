// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/preset_files.h"

#include "app/core/whole_file.h"
#include "app/core/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kLargestFile = 1 << 20;
constexpr qsizetype kLongestName = 100;
constexpr qsizetype kLongestFileName = 60;
constexpr qsizetype kMostInTrash = 50;
constexpr int kNumberWidth = 8;

/// Letters, digits and a few signs stay; everything else becomes a hyphen, so that no name can leave its folder, hide or upset another file system.
QString safeFileName(const QString &name)
{
    QString result;
    for (const QChar c : name.trimmed().left(kLongestFileName))
        result += c.isLetterOrNumber() || c == u'_' || c == u' ' ? c : u'-';
    return result.trimmed().isEmpty() ? u"preset"_s : result.trimmed();
}

std::unexpected<Error> about(const QString &path, const Error &error)
{
    return failure(error.code, SENTENCE("error", "%1: %2"), {QFileInfo(path).fileName().toStdString(), words(error).toStdString()}, error.hint);
}

QStringList inTrash(const QString &trash)
{
    return QDir(trash).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

} // namespace

QStringList presetFiles(const QString &folder)
{
    QStringList paths;
    for (const QString &name : QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        paths << folder + u'/' + name;
    return paths;
}

Result<Preset> readPreset(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Errc::NotFound, SENTENCE("error", "There is no file %1."), {path.toStdString()});
    if (!info.isFile()) // a pipe would never end
        return fileFailure(path, QCoreApplication::translate("error", "it is not a file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure(path, file.errorString());
    auto preset = Preset::parse(file.read(kLargestFile + 1));
    if (!preset)
        return about(path, preset.error());
    return preset;
}

QString freePresetFile(const QString &folder, const QString &name)
{
    const QStringList files = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    const QString base = safeFileName(name);
    QString candidate = base + u".json"_s;
    for (int number = 2; files.contains(candidate, Qt::CaseInsensitive); ++number)
        candidate = base + u'-' + QString::number(number) + u".json"_s;
    return folder + u'/' + candidate;
}

Result<void> checkPresetName(const QString &name)
{
    const QString trimmed = name.trimmed();
    const bool strange = std::ranges::any_of(trimmed, [](QChar c) { return c.category() == QChar::Other_Control; });
    if (trimmed.isEmpty() || trimmed.size() > kLongestName || strange)
        return failure(Errc::Usage, SENTENCE("error", "“%1” cannot be a preset's name."), {trimmed.left(kLongestName).toStdString()},
                       SENTENCE("error", "A name has 1 to 100 characters."));
    return {};
}

Result<void> moveToTrash(const QString &path, const QString &trash)
{
    if (!QDir().mkpath(trash))
        return fileFailure(trash, QCoreApplication::translate("error", "the folder cannot be made"));
    QStringList files = inTrash(trash);
    const qint64 number = files.isEmpty() ? 1 : files.last().left(kNumberWidth).toLongLong() + 1;
    const QString target = trash + u'/' + QString::number(number).rightJustified(kNumberWidth, u'0') + u'-' + QFileInfo(path).fileName();
    if (!QFile::rename(path, target))
        return fileFailure(path, QCoreApplication::translate("error", "it cannot be moved to the trash"));
    while (files.size() >= kMostInTrash)
        QFile::remove(trash + u'/' + files.takeFirst());
    return {};
}

QString lastInTrash(const QString &trash)
{
    const QStringList files = inTrash(trash);
    return files.isEmpty() ? QString() : QString(trash + u'/' + files.last());
}

} // namespace gainstage
