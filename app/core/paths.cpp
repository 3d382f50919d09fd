// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/paths.h"

#include <QDir>
#include <QStandardPaths>

namespace gainstage {
namespace {

using namespace Qt::StringLiterals;

QString folder(const char *variable, QStandardPaths::StandardLocation location)
{
    const QString given = qEnvironmentVariable(variable);
    return given.isEmpty() ? QString(QStandardPaths::writableLocation(location) + u"/gainstage"_s) : given;
}

/// Letters, digits and a few signs stay; everything else becomes a hyphen, so that no name can leave its folder.
QString safe(const QString &text)
{
    QString result;
    for (const QChar c : text.left(60))
        result += c.isLetterOrNumber() || c == u'.' || c == u'_' ? c : u'-';
    return result.isEmpty() || result.startsWith(u'.') ? QString(u"amp"_s + result) : result;
}

} // namespace

Paths Paths::ofUser()
{
    const QString data = folder("GAINSTAGE_DATA", QStandardPaths::GenericDataLocation);
    return {data + u"/presets"_s, data + u"/history"_s, folder("GAINSTAGE_CACHE", QStandardPaths::GenericCacheLocation), data + u"/updates"_s};
}

QString Paths::history(const Identity &amp) const
{
    return historyFolder + u'/' + fileNameOf(amp) + u".jsonl"_s;
}

QString fileNameOf(const Identity &amp)
{
    return safe(amp.maker) + u'_' + safe(amp.model) + u'_' + safe(amp.serialNumber);
}

} // namespace gainstage
