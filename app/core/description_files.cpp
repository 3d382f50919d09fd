// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/description_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

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
    if (identity.digest.isEmpty() || document.size() > kLargestFile - kHashSize || !QDir().mkpath(m_folder))
        return;
    QSaveFile file(fileOf(m_folder, identity));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QCryptographicHash::hash(document, kHash) + document);
    // Qt 6.4's commit() takes no notice when the rest of its buffer cannot be written; flush() does.
    if (file.flush())
        file.commit();
}

} // namespace gainstage
