// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/text_of.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace gainstage::profiles {

using namespace Qt::StringLiterals;

namespace {

constexpr double highestGrouped = 24000.0; ///< hertz; what would be above was not meant as thousands
constexpr double ambiguousFrom = 10.0;

/// Windows-1252 differs from Latin 1 in the control codes 80 to 9F only; five of them have no character.
QString fromWindows1252(const QByteArray &bytes)
{
    static constexpr char16_t upper[] = u"\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd"
                                        u"\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178";
    QString text = QString::fromLatin1(bytes);
    for (QChar &character : text) {
        if (character >= u'\u0080' && character <= u'\u009f')
            character = upper[character.unicode() - 0x80];
    }
    return text;
}

} // namespace

bool hasMark(const QByteArray &bytes)
{
    return bytes.startsWith("\xef\xbb\xbf") || bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
}

QString textOf(const QByteArray &bytes)
{
    const bool utf16 = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
    QStringDecoder decoder(utf16 ? QStringConverter::Utf16 : QStringConverter::Utf8);
    QString text = decoder(bytes);
    return decoder.hasError() && !utf16 ? fromWindows1252(bytes) : text;
}

QString withPlainSigns(QString line)
{
    static const QRegularExpression minus(u"[\u2212\u2013]"_s), inNumber(u"(?<=[0-9])[\u00a0\u202f\u2009](?=[0-9])"_s),
        space(u"[\u00a0\u202f\u2009]"_s);
    return line.replace(minus, u"-"_s).remove(inNumber).replace(space, u" "_s);
}

std::optional<double> numberOf(QStringView text)
{
    QString digits = text.toString().remove(u' ');
    const auto points = digits.count(u'.'), commas = digits.count(u',');
    if (points > 0 && commas > 0)
        digits.remove(digits.lastIndexOf(u'.') > digits.lastIndexOf(u',') ? u',' : u'.');
    else if (points > 1 || commas > 1)
        digits.remove(points > 1 ? u'.' : u',');
    bool isNumber = false;
    const double number = digits.replace(u',', u'.').toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<FrequencyText> frequencyOf(QStringView text)
{
    const auto number = numberOf(text);
    if (!number)
        return std::nullopt;
    static const QRegularExpression grouped(u"^[1-9][0-9]{0,2}[.,][0-9]{3}$"_s);
    if (!grouped.match(text.toString().remove(u' ')).hasMatch())
        return FrequencyText{*number, false};
    const double thousands = *number * 1000.0;
    return FrequencyText{thousands <= highestGrouped ? thousands : *number, *number >= ambiguousFrom};
}

} // namespace gainstage::profiles
