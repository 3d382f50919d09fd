// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/discovery/announcements.h"

#include "devices/discovery/report_descriptor.h"
#include "devices/discovery/system_ports.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestAnnouncement = 65536;
constexpr int ourVersion = 1;

/// Others could put files into a folder in /tmp that they made first.
bool isOurs(const QString &folder)
{
    struct stat status{};
    return lstat(QFile::encodeName(folder).constData(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == geteuid();
}

bool isHeld(int file)
{
    if (flock(file, LOCK_SH | LOCK_NB) != 0)
        return errno == EWOULDBLOCK;
    flock(file, LOCK_UN);
    return false;
}

/// The announcement's text if its simulator runs, empty otherwise.
QByteArray heldText(const QString &path)
{
    const int descriptor = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return {};
    QFile file;
    const bool opened = file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    return opened && isHeld(descriptor) ? file.read(longestAnnouncement) : QByteArray();
}

std::uint16_t number(const QJsonObject &object, QLatin1String key)
{
    const int value = object.value(key).toInt();
    return value >= 0 && value <= 0xffff ? static_cast<std::uint16_t>(value) : std::uint16_t{0};
}

void putDescriptor(Port &port, const QJsonObject &object)
{
    const QByteArray descriptor = QByteArray::fromHex(object.value("reportDescriptor"_L1).toString().toLatin1());
    const BytesView bytes(reinterpret_cast<const std::uint8_t *>(descriptor.constData()), static_cast<std::size_t>(descriptor.size()));
    if (const auto usages = topLevelUsages(bytes); !usages.empty()) {
        port.usagePage = usages.front().page;
        port.usage = usages.front().usage;
    }
    port.reports = reportsIn(bytes);
}

std::optional<Port> portIn(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const QString path = object.value("port"_L1).toString();
    if (object.value("gainstage-sim"_L1).toInt() != ourVersion || !QDir::isAbsolutePath(path))
        return std::nullopt;
    Port port;
    port.path = path;
    port.maker = object.value("maker"_L1).toString();
    port.product = object.value("model"_L1).toString();
    port.serialNumber = object.value("serialNumber"_L1).toString();
    port.vendorId = number(object, "vendorId"_L1);
    port.productId = number(object, "productId"_L1);
    port.release = number(object, "release"_L1);
    port.wire = object.value("wire"_L1).toString() == "hid"_L1 ? Wire::Hid : Wire::Serial;
    if (port.wire == Wire::Hid)
        putDescriptor(port, object);
    port.simulated = true;
    return port;
}

} // namespace

QString runtimeFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (QDir::isAbsolutePath(runtime))
        return runtime % "/gainstage"_L1;
    return "/tmp/gainstage-"_L1 % QString::number(geteuid());
}

std::vector<Port> announcedPorts(const QString &folder)
{
    std::vector<Port> ports;
    if (!isOurs(folder))
        return ports;
    const auto files = QDir(folder).entryInfoList({u"sim-*.json"_s}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        if (const auto port = portIn(heldText(file.filePath())))
            ports.push_back(*port);
    }
    return ports;
}

AnnouncementWatch::AnnouncementWatch(QString folder, std::function<void()> changed) : m_folder(std::move(folder)), m_changed(std::move(changed))
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &AnnouncementWatch::onDirectoryChanged);
    follow();
}

/// Watches the folder, or while there is none the nearest one above it.
void AnnouncementWatch::follow()
{
    QString nearest = m_folder;
    while (!QFileInfo(nearest).isDir() && nearest != QFileInfo(nearest).path())
        nearest = QFileInfo(nearest).path();
    const QStringList watched = m_watcher.directories();
    if (watched == QStringList(nearest))
        return;
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    m_watcher.addPath(nearest);
}

void AnnouncementWatch::onDirectoryChanged(const QString &path)
{
    const bool wasFolder = path == m_folder;
    follow();
    if (wasFolder || m_watcher.directories().contains(m_folder))
        m_changed();
}

} // namespace gainstage
