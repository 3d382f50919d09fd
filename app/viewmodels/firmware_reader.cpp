// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/firmware_reader.h"

#include "devices/firmware/limits.h"

#include <QFile>
#include <QFileInfo>

namespace gainstage {

Result<QByteArray> readFirmware(const QString &path)
{
    QFile file(path);
    const std::string name = QFileInfo(path).fileName().toStdString();
    if (!QFileInfo(path).isFile())
        return failure(Errc::FileIo, SENTENCE("error", "“%1” is not a file."), {name});
    if (!file.open(QIODevice::ReadOnly))
        return failure(Errc::FileIo, SENTENCE("error", "“%1” cannot be read: %2."), {name, file.errorString().toStdString()});
    constexpr auto kLargest = static_cast<qint64>(firmware_file::kLargestFile);
    QByteArray bytes = file.read(kLargest + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(Errc::FileIo, SENTENCE("error", "“%1” cannot be read: %2."), {name, file.errorString().toStdString()});
    if (bytes.size() > kLargest)
        return failure(Errc::InvalidFile, SENTENCE("error", "“%1” is larger than any firmware: more than %2 MiB."),
                       {name, std::to_string(kLargest >> 20)});
    return bytes;
}

} // namespace gainstage
