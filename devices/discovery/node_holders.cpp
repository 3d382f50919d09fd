// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/node_holders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <set>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Links of /proc that may not be followed are empty.
bool hasOpen(const QString &process, const QString &node)
{
    const QDir files(process + u"/fd"_s);
    for (const QString &name : files.entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)) {
        if (QFileInfo(files.filePath(name)).symLinkTarget() == node)
            return true;
    }
    return false;
}

/// How /proc/locks names a file: device and inode, "00:05:123".
QByteArray lockName(const QString &node, const QString &root)
{
    struct stat status = {};
    if (stat(QFile::encodeName(root + node).constData(), &status) != 0)
        return {};
    return QString::asprintf("%02x:%02x:%llu", major(status.st_dev), minor(status.st_dev), static_cast<unsigned long long>(status.st_ino)).toLatin1();
}

/// "1: FLOCK  ADVISORY  WRITE 1234 00:05:123 0 EOF"
std::set<qint64> lockersOf(const QString &node, const QString &root)
{
    std::set<qint64> pids;
    const QByteArray wanted = lockName(node, root);
    for (const QByteArray &line : contentOf(root + u"/proc/locks"_s).split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() >= 6 && words[1] == "FLOCK" && words[5] == wanted)
            pids.insert(words[4].toLongLong());
    }
    return pids;
}

} // namespace

std::vector<Holder> holdersOf(const QString &node, const QString &root)
{
    std::set<qint64> pids = lockersOf(node, root);
    const QDir processes(root + u"/proc"_s);
    for (const QString &name : processes.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isProcess = false;
        const qint64 pid = name.toLongLong(&isProcess);
        if (isProcess && hasOpen(processes.filePath(name), node))
            pids.insert(pid);
    }
    pids.erase(getpid());
    std::vector<Holder> holders;
    holders.reserve(pids.size());
    for (const qint64 pid : pids)
        holders.push_back({pid, QString::fromUtf8(contentOf(processes.filePath(QString::number(pid) + u"/comm"_s))).trimmed()});
    return holders;
}

} // namespace gainstage
