// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"

#include "app/cli/finder_line.h"
#include "app/cli/output.h"
#include "app/core/json_view.h"

namespace gainstage::cli {

using namespace Qt::StringLiterals;

Call::Call(const Context &context, const Command &command, const QCommandLineParser &parser)
    : m_context(context), m_command(command), m_parser(parser), m_json(parser.isSet(u"json"_s))
{}

QStringList Call::arguments() const
{
    return m_parser.positionalArguments();
}

bool Call::has(const char *option) const
{
    return m_parser.isSet(QLatin1String(option));
}

QString Call::value(const char *option) const
{
    return m_parser.value(QLatin1String(option));
}

Attempt<int> Call::number(const char *option, int otherwise) const
{
    if (!has(option))
        return otherwise;
    bool ok = false;
    const int number = value(option).toInt(&ok);
    if (!ok || number < 0)
        return ampProblem({Errc::Usage, SENTENCE("error", "“%1” is not a number for --%2."), {value(option).toStdString(), option}, ""});
    return number;
}

Attempt<std::unique_ptr<Amp>> Call::openAmp()
{
    auto line = openLine();
    if (!line)
        return std::unexpected(line.error());
    return (*line)->take();
}

Attempt<std::unique_ptr<FinderLine>> Call::openLine()
{
    auto line = FinderLine::open(m_context.finder, value("device"), m_context.interruption);
    if (!line)
        return ampProblem(line.error());
    m_identity = toJson((*line)->amp()->description().identity);
    return std::move(*line);
}

void Call::say(const QString &line)
{
    if (!m_json)
        m_context.out << line << Qt::endl;
}

void Call::warn(const Error &error)
{
    if (m_json)
        m_warnings.append(toJson(error));
    else
        m_context.err << withHint(error) << Qt::endl;
}

void Call::answer(const QJsonValue &result, const QJsonObject &more)
{
    if (!m_json)
        return;
    QJsonObject object = more;
    object[u"result"_s] = result;
    print(object);
}

void Call::tellEvent(QJsonObject event)
{
    if (!m_json)
        return;
    event[u"command"_s] = QLatin1String(m_command.name);
    printJson(m_context.out, event);
}

void Call::fail(const Error &error, ExitCode exitCode)
{
    QJsonObject object{{u"error"_s, toJson(error)}, {u"exit_code"_s, static_cast<int>(exitCode)}};
    if (!m_kept.isUndefined())
        object[u"result"_s] = m_kept;
    if (m_json)
        print(object);
    else
        m_context.err << withHint(error) << Qt::endl;
}

void Call::print(QJsonObject object)
{
    object[u"command"_s] = QLatin1String(m_command.name);
    if (!m_identity.isEmpty())
        object[u"amp"_s] = m_identity;
    if (!m_warnings.isEmpty())
        object[u"warnings"_s] = m_warnings;
    printJson(m_context.out, object);
}

} // namespace gainstage::cli
