// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/announcement.h"

#include "firmware_sim/boards/leftovers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gainstage::sim {

using namespace Qt::StringLiterals;

namespace {

bool lock(const Descriptor &file)
{
    return flock(file.number(), LOCK_EX | LOCK_NB) == 0;
}

/// Nobody else may be able to put files there: whoever reads them trusts them.
Outcome<void> makePrivateFolder(const QByteArray &path)
{
    if (mkdir(path.constData(), S_IRWXU) != 0 && errno != EEXIST)
        return std::unexpected("the folder " + path.toStdString() + " cannot be made: " + systemReason());
    struct stat status{};
    if (lstat(path.constData(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != geteuid() ||
        (status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return std::unexpected(path.toStdString() + " is not a folder that only this user can write to");
    return {};
}

void removeStale(const QString &folder)
{
    const QDir directory(folder);
    for (const QString &name : directory.entryList({u"sim-*.json"_s}, QDir::Files)) {
        const QByteArray path = QFile::encodeName(directory.filePath(name));
        const Descriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (file.isOpen() && lock(file))
            ::unlink(path.constData());
    }
    for (const QString &name : directory.entryList({u"sim-*.socket"_s}, QDir::System))
        if (const auto process = processIn(name, u"sim-"_s, u".socket"_s); process && !isOneOfUs(*process))
            ::unlink(QFile::encodeName(directory.filePath(name)).constData());
}

std::unexpected<std::string> cannotWrite(const QString &path)
{
    return std::unexpected("the announcement " + path.toStdString() + " cannot be written: " + systemReason());
}

} // namespace

QString announcementFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return runtime.isEmpty() ? u"/tmp/gainstage-%1"_s.arg(geteuid()) : QString(runtime + u"/gainstage"_s);
}

Outcome<Announcement> Announcement::in(const QString &folder)
{
    if (auto made = makePrivateFolder(QFile::encodeName(folder)); !made)
        return std::unexpected(made.error());
    removeStale(folder);
    return Announcement(folder);
}

Announcement::Announcement(const QString &folder) : m_folder(folder), m_path(folder + u"/sim-%1.json"_s.arg(QCoreApplication::applicationPid())) {}

Announcement::~Announcement()
{
    withdraw();
}

QString Announcement::socketPath() const
{
    return m_folder + u"/sim-%1.socket"_s.arg(QCoreApplication::applicationPid());
}

/// Locked before it has its name, so that nobody takes it for stale.
Outcome<void> Announcement::publish(const QJsonObject &content)
{
    withdraw();
    const QByteArray temporary = QFile::encodeName(m_folder + u"/.sim-%1"_s.arg(QCoreApplication::applicationPid()));
    const QByteArray text = QJsonDocument(content).toJson(QJsonDocument::Compact) + '\n';
    Descriptor file(::open(temporary.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!file.isOpen() || !lock(file) || ::write(file.number(), text.constData(), static_cast<std::size_t>(text.size())) != text.size() ||
        std::rename(temporary.constData(), QFile::encodeName(m_path).constData()) != 0)
        return cannotWrite(m_path);
    m_file = std::move(file);
    return {};
}

void Announcement::withdraw()
{
    if (!m_file.isOpen())
        return;
    ::unlink(QFile::encodeName(m_path).constData());
    m_file = Descriptor();
}

} // namespace gainstage::sim
