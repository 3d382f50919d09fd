// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/image_tool/call.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace gainstage::image_tool {

using namespace Qt::StringLiterals;

QString translated(const char *text)
{
    return QCoreApplication::translate("image", text);
}

std::unexpected<Error> wrongUsage(const char *sentence, std::vector<std::string> facts)
{
    return failure(Errc::Usage, sentence, std::move(facts), SENTENCE("error", "“gainstage-image --help” says how it is used."));
}

void printJson(QTextStream &out, const char *command, QJsonObject object)
{
    object[u"schema"_s] = u"gainstage-image/1"_s;
    object[u"command"_s] = QLatin1String(command);
    out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << Qt::endl;
}

Call::Call(QTextStream &out, const Command &command, const QCommandLineParser &parser)
    : m_out(out), m_command(command), m_parser(parser), m_json(parser.isSet(u"json"_s))
{}

QString Call::file() const
{
    return m_parser.positionalArguments().value(0);
}

bool Call::has(const char *option) const
{
    return m_parser.isSet(QLatin1String(option));
}

QString Call::value(const char *option) const
{
    return m_parser.value(QLatin1String(option));
}

QStringList Call::values(const char *option) const
{
    return m_parser.values(QLatin1String(option));
}

Result<std::uint32_t> Call::number(const char *option, std::uint32_t otherwise, std::uint32_t most) const
{
    if (!has(option))
        return otherwise;
    bool ok = false;
    const std::uint32_t number = value(option).toUInt(&ok);
    if (!ok || number > most)
        return wrongUsage(SENTENCE("error", "“%1” is not a number for --%2."), {value(option).toStdString(), option});
    return number;
}

void Call::say(const QString &line)
{
    if (!m_json)
        m_out << line << Qt::endl;
}

void Call::answer(const QJsonObject &result)
{
    if (m_json)
        printJson(m_out, m_command.name, {{u"result"_s, result}, {u"exit_code"_s, static_cast<int>(m_exitCode)}});
}

} // namespace gainstage::image_tool
