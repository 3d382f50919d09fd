// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/description_files.h"

#include "app/core/whole_file.h"

#include <QCryptographicHash>
#include <QFile>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kLargestFile = 1 << 20;
constexpr auto kHash = QCryptographicHash::Sha256;
constexpr int kHashSize = 32;

/// One name for one description of one model; nothing of what the amp says reaches the file system as it is.
QString fileOf(const QString &folder, const Identity &identity)
{
    QCryptographicHash hash(kHash);
    for (const QString &part : {identity.maker, identity.model, identity.firmware})
        hash.addData(QByteArray(part.toUtf8() + '\0'));
    hash.addData(identity.digest);
    return folder + u'/' + QString::fromLatin1(hash.result().left(16).toHex()) + u".description"_s;
}

} // namespace

DescriptionFiles::DescriptionFiles(QString folder) : m_folder(std::move(folder)) {}

QByteArray DescriptionFiles::find(const Identity &identity) const
{
    QFile file(fileOf(m_folder, identity));
    if (identity.digest.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return {};
    const QByteArray content = file.readAll();
    const QByteArray document = content.mid(kHashSize);
    return content.left(kHashSize) == QCryptographicHash::hash(document, kHash) ? document : QByteArray();
}

void DescriptionFiles::keep(const Identity &identity, const QByteArray &document)
{
    if (identity.digest.isEmpty() || document.size() > kLargestFile - kHashSize)
        return;
    // Where it cannot be kept, the amp is asked again the next time.
    static_cast<void>(writeWholeFile(fileOf(m_folder, identity), QCryptographicHash::hash(document, kHash) + document));
}

} // namespace gainstage
