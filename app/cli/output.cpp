// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/core/words.h"

#include <QJsonDocument>

#include <algorithm>

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

std::vector<qsizetype> widths(const std::vector<QStringList> &rows)
{
    std::vector<qsizetype> result;
    for (const QStringList &row : rows) {
        result.resize(std::max(result.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype column = 0; column < row.size(); ++column)
            result[static_cast<std::size_t>(column)] = std::max(result[static_cast<std::size_t>(column)], row[column].size());
    }
    return result;
}

} // namespace

void printJson(QTextStream &stream, QJsonObject object)
{
    object[u"schema"_s] = u"gainstagectl/1"_s;
    stream << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
}

QString withHint(const Error &error)
{
    const QString advice = hint(error);
    return u"gainstagectl: "_s + words(error) + (advice.isEmpty() ? QString() : QString(u' ' + advice));
}

QStringList aligned(const std::vector<QStringList> &rows)
{
    const auto width = widths(rows);
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += row[column].leftJustified(width[static_cast<std::size_t>(column)] + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        lines << line;
    }
    return lines;
}

} // namespace gainstage::cli
