// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/configfs.h"

#include "firmware_sim/boards/descriptor.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gainstage::sim {
namespace {

std::unexpected<std::string> failed(const QString &path, const char *what)
{
    return std::unexpected(path.toStdString() + " " + what + ": " + systemReason());
}

} // namespace

Outcome<void> writeAttribute(const QString &path, const QByteArray &value)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC));
    if (!file.isOpen() || ::write(file.number(), value.constData(), static_cast<std::size_t>(value.size())) != value.size())
        return failed(path, "cannot be written");
    return {};
}

Outcome<void> writeAttributes(std::initializer_list<std::pair<QString, QByteArray>> attributes)
{
    Outcome<void> written;
    for (auto attribute = attributes.begin(); written && attribute != attributes.end(); ++attribute)
        written = writeAttribute(attribute->first, attribute->second);
    return written;
}

Outcome<QByteArray> readAttribute(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(path.toStdString() + " cannot be read: " + file.errorString().toStdString());
    return file.readAll().trimmed();
}

Outcome<void> makeFolder(const QString &path)
{
    if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU | S_IRGRP | S_IXGRP | S_IROTH | S_IXOTH) != 0 && errno != EEXIST)
        return failed(path, "cannot be made");
    return {};
}

Outcome<void> linkInto(const QString &function, const QString &place)
{
    if (::symlink(QFile::encodeName(function).constData(), QFile::encodeName(place).constData()) != 0)
        return failed(place, "cannot be made");
    return {};
}

} // namespace gainstage::sim
