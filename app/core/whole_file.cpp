// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringList>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace gainstage {
namespace {

const char *const kHint = SENTENCE("error", "See that there is room on the disk and that you may write there, then try again.");

/// Makes the names in a folder survive a power cut. Where the file system or the folder's rights do not allow to ask for it, there is nothing to be done.
bool syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return true;
    const bool done = ::fsync(descriptor) == 0 || (errno != EIO && errno != ENOSPC && errno != EDQUOT);
    ::close(descriptor);
    return done;
}

/// The folder and those above it that are not there yet, the uppermost last.
QStringList missing(QString folder)
{
    QStringList folders;
    while (!folder.isEmpty() && !QFileInfo::exists(folder) && QFileInfo(folder).path() != folder) {
        folders << folder;
        folder = QFileInfo(folder).path();
    }
    return folders;
}

bool makeFolder(const QString &folder)
{
    const QStringList made = missing(folder);
    if (!QDir().mkpath(folder))
        return false;
    for (const QString &each : made)
        syncFolder(QFileInfo(each).path());
    return true;
}

} // namespace

std::unexpected<Error> fileFailure(const QString &path, const QString &reason, const char *hint)
{
    return failure(Errc::FileIo, SENTENCE("error", "The file %1 cannot be used: %2."), {path.toStdString(), reason.toStdString()}, hint);
}

Result<void> writeWholeFile(const QString &path, const QByteArray &content)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!makeFolder(folder))
        return fileFailure(path, QCoreApplication::translate("error", "its folder cannot be made"), kHint);
    QSaveFile file(path);
    // Qt 6.4's commit() takes no notice when the rest of its buffer cannot be written; flush() does.
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush() || !file.commit())
        return fileFailure(path, file.errorString(), kHint);
    if (!syncFolder(folder))
        return fileFailure(path, QCoreApplication::translate("error", "its folder cannot be written"), kHint);
    return {};
}

Result<void> removeFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.remove())
        return fileFailure(path, file.errorString());
    if (!syncFolder(QFileInfo(path).absolutePath()))
        return fileFailure(path, QCoreApplication::translate("error", "its folder cannot be written"));
    return {};
}

} // namespace gainstage
