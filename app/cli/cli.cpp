// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/call.h"
#include "app/cli/help.h"
#include "app/cli/output.h"
#include "app/core/json_view.h"

#include <QCommandLineParser>

#include <algorithm>

namespace gainstage::cli {
namespace {

using namespace Qt::StringLiterals;

void addOptions(QCommandLineParser &parser, std::span<const Option> options)
{
    for (const Option &option : options) {
        QStringList names{QString(QLatin1String(option.name))};
        if (names.first() == u"help"_s)
            names << u"h"_s;
        parser.addOption({names, QString(), QLatin1String(option.value)});
    }
}

/// The words that are not options, up to where a command's name ends; what follows belongs to it.
struct Words {
    QStringList name;       ///< "preset", "save"; as far as there is such a command
    QStringList rest;       ///< common options from before the name, then everything behind it
    QStringList positional; ///< all words, for messages
    QString problem;        ///< an option in front that nobody knows
};

bool beginsCommand(const QStringList &name)
{
    const QString text = name.join(u' ');
    return std::ranges::any_of(commands(), [&](const Command &command) {
        const auto whole = QLatin1String(command.name);
        return whole == text || whole.startsWith(QString(text + u' '));
    });
}

Words split(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    addOptions(parser, commonOptions());
    parser.addOption({u"version"_s, QString()});
    Words words;
    if (!parser.parse(QStringList{u"gainstagectl"_s} + arguments))
        words.problem = parser.errorText();
    words.positional = parser.positionalArguments();
    words.rest = arguments.first(arguments.size() - words.positional.size());
    qsizetype taken = 0;
    while (taken < words.positional.size() && taken < 2 && beginsCommand(words.positional.first(taken + 1)))
        ++taken;
    words.name = words.positional.first(taken);
    words.rest += words.positional.sliced(taken);
    return words;
}

const Command *commandNamed(const QString &name)
{
    const auto found = std::ranges::find_if(commands(), [&](const Command &command) { return name == QLatin1String(command.name); });
    return found == commands().end() ? nullptr : &*found;
}

/// How a misuse before a command is known is answered.
ExitCode misused(const Context &context, const QStringList &arguments, const Error &error)
{
    if (arguments.contains(u"--json"_s))
        printJson(context.out, {{u"command"_s, QString()}, {u"error"_s, toJson(error)}, {u"exit_code"_s, static_cast<int>(ExitCode::Usage)}});
    else
        context.err << withHint(error) << Qt::endl;
    return ExitCode::Usage;
}

const char *const kHelpHint = SENTENCE("error", "“gainstagectl --help” says how it is used.");

Error unknownCommand(const Words &words)
{
    if (!words.problem.isEmpty())
        return {Errc::Usage, SENTENCE("error", "%1"), {words.problem.toStdString()}, kHelpHint};
    if (words.positional.isEmpty())
        return {Errc::Usage, SENTENCE("error", "A command is missing."), {}, kHelpHint};
    return {Errc::Usage,
            SENTENCE("error", "There is no command “%1”."),
            {words.positional.first(std::min<qsizetype>(2, words.positional.size())).join(u' ').toStdString()},
            kHelpHint};
}

Attempt<void> checkCounts(const Command &command, const QStringList &arguments)
{
    const auto count = arguments.size();
    if (count >= command.fewest && (command.most < 0 || count <= command.most))
        return {};
    return ampProblem({Errc::Usage, SENTENCE("error", "Used like this: gainstagectl %1 %2"), {command.name, command.usage}, kHelpHint});
}

Attempt<void> carryOut(Call &call, const Command &command)
{
    const auto limit = call.number("timeout", 0);
    if (!limit)
        return std::unexpected(limit.error());
    if (auto counts = checkCounts(command, call.arguments()); !counts)
        return counts;
    if (*limit > 0)
        call.context().interruption.limit(std::chrono::milliseconds(*limit));
    return command.run(call);
}

/// What was cut short by --timeout is a time-out, not somebody's Ctrl-C.
Problem withTimeout(const Context &context, const Call &call, Problem problem)
{
    if (problem.error.code != Errc::Cancelled || !context.interruption.timedOut())
        return problem;
    return {{Errc::Timeout, SENTENCE("error", "It was not done within %1 ms."), {call.value("timeout").toStdString()}, ""}, ExitCode::Gone};
}

ExitCode runCommand(const Context &context, const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser, commonOptions());
    addOptions(parser, command.options);
    if (!parser.parse(QStringList{u"gainstagectl"_s} + arguments))
        return misused(context, arguments, {Errc::Usage, SENTENCE("error", "%1"), {parser.errorText().toStdString()}, kHelpHint});
    if (parser.isSet(u"help"_s)) {
        context.out << helpOf(command) << Qt::flush;
        return ExitCode::Done;
    }
    context.finder.allowExperimental(parser.isSet(u"experimental"_s));
    Call call(context, command, parser);
    const auto outcome = carryOut(call, command);
    if (outcome)
        return ExitCode::Done;
    const Problem problem = withTimeout(context, call, outcome.error());
    call.fail(problem.error, problem.exitCode);
    return problem.exitCode;
}

} // namespace

ExitCode run(const Context &context, const QStringList &arguments)
{
    const Words words = split(arguments);
    if (words.positional.isEmpty() && words.rest.contains(u"--version"_s)) {
        context.out << u"gainstagectl "_s << QLatin1String(GAINSTAGE_VERSION) << Qt::endl;
        return ExitCode::Done;
    }
    const Command *command = words.problem.isEmpty() ? commandNamed(words.name.join(u' ')) : nullptr;
    if (command)
        return runCommand(context, *command, words.rest);
    const bool help = words.rest.contains(u"--help"_s) || words.rest.contains(u"-h"_s) || words.positional == QStringList{u"help"_s};
    if (help && words.problem.isEmpty()) {
        context.out << helpOfAll(words.name.join(u' ')) << Qt::flush;
        return ExitCode::Done;
    }
    return misused(context, arguments, unknownCommand(words));
}

} // namespace gainstage::cli
