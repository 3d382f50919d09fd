// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/image_tool/files.h"

#include "devices/firmware/limits.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace gainstage::image_tool {

using namespace firmware_file;
using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> fileFailure(const QString &path, const QString &why)
{
    return failure(Errc::FileIo, SENTENCE("error", "The file %1 cannot be used: %2."), {path.toStdString(), why.toStdString()});
}

std::string_view textOf(const Bytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

bool writeAll(QIODevice &file, const void *data, std::size_t size)
{
    return file.write(static_cast<const char *>(data), static_cast<qint64>(size)) == static_cast<qint64>(size);
}

} // namespace

Result<Bytes> readFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Errc::NotFound, SENTENCE("error", "There is no file %1."), {path.toStdString()});
    if (!info.isFile()) // a pipe would never end
        return fileFailure(path, QCoreApplication::translate("error", "it is not a file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure(path, file.errorString());
    const QByteArray content = file.read(static_cast<qint64>(kLargestFile) + 1);
    if (file.error() != QFileDevice::NoError)
        return fileFailure(path, file.errorString());
    return Bytes(content.begin(), content.end());
}

Result<void> writeFile(const QString &path, BytesView content)
{
    // Replacing a device or a pipe would break the system rather than write to it.
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return fileFailure(path, QCoreApplication::translate("error", "it is not a file"));
    QSaveFile file(path);
    // Qt 6.4's commit() takes no notice when the rest of its buffer cannot be written; flush() does.
    if (!file.open(QIODevice::WriteOnly) || !writeAll(file, content.data(), content.size()) || !file.flush() || !file.commit())
        return fileFailure(path, file.errorString());
    return {};
}

Result<void> writeSecretFile(const QString &path, std::string_view content)
{
    // A temporary file is its owner's alone from the start, and takes its place only where nothing is.
    QTemporaryFile file(path + u".XXXXXX"_s);
    if (!file.open() || !writeAll(file, content.data(), content.size()) || !file.flush())
        return fileFailure(path, file.errorString());
    if (!file.rename(path))
        return fileFailure(path, QFileInfo::exists(path) ? QCoreApplication::translate("error", "there is one already") : file.errorString());
    file.setAutoRemove(false);
    return {};
}

Result<SecretKey> readSecretKey(const QString &path)
{
    const auto content = readFile(path);
    if (!content)
        return std::unexpected(content.error());
    return SecretKey::fromPem(textOf(*content));
}

Result<PublicKey> readPublicKey(const QString &path)
{
    const auto content = readFile(path);
    if (!content)
        return std::unexpected(content.error());
    if (const auto secret = SecretKey::fromPem(textOf(*content)))
        return secret->publicKey();
    return PublicKey::fromPem(textOf(*content));
}

} // namespace gainstage::image_tool
