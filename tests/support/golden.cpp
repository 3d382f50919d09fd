// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include <QFile>

namespace gainstage::test {

QByteArray goldenText(const QString &fileName)
{
    QFile file(QStringLiteral(GAINSTAGE_SOURCE "/tests/golden/") + fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::map<std::string, Bytes> goldenBytes(const QString &fileName)
{
    std::map<std::string, Bytes> all;
    const auto lines = goldenText(fileName).split('\n');
    for (const QByteArray &line : lines) {
        const auto colon = line.indexOf(": ");
        if (!line.startsWith('#') && colon > 0)
            all[line.left(colon).toStdString()] = fromHex(line.mid(colon + 2).toStdString());
    }
    return all;
}

} // namespace gainstage::test
