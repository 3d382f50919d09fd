// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/firmware/release_notes.h"

#include <QStringList>
#include <QXmlStreamReader>

namespace gainstage::firmware_file {
namespace {

using namespace Qt::StringLiterals;

/// What is in front of a list's item: a bullet, or its number.
QString markOf(bool numbered, qsizetype number)
{
    return numbered ? QString(QString::number(number) + u". "_s) : u"• "_s;
}

QString textOf(QXmlStreamReader &xml)
{
    return xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
}

QString readList(QXmlStreamReader &xml)
{
    const bool numbered = xml.name() == u"ol";
    QStringList lines;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"li" && !isTranslation(xml))
            lines << markOf(numbered, lines.size() + 1) + textOf(xml);
        else
            xml.skipCurrentElement();
    }
    return lines.join(u'\n');
}

} // namespace

bool isTranslation(const QXmlStreamReader &xml)
{
    return xml.attributes().hasAttribute("xml:lang"_L1);
}

QString readNotes(QXmlStreamReader &xml)
{
    QStringList parts;
    while (xml.readNextStartElement()) {
        const bool list = xml.name() == u"ul" || xml.name() == u"ol";
        if (isTranslation(xml) || (!list && xml.name() != u"p"))
            xml.skipCurrentElement();
        else
            parts << (list ? readList(xml) : textOf(xml));
    }
    parts.removeAll(QString());
    return parts.join(u"\n\n"_s);
}

} // namespace gainstage::firmware_file
