// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/image_tool/image_tool.h"

#include "app/core/json_view.h"
#include "app/core/words.h"
#include "app/image_tool/commands.h"

#include <QCoreApplication>

#include <algorithm>

namespace gainstage::image_tool {

using namespace Qt::StringLiterals;

namespace {

constexpr Option kOut{"out", "FILE", QT_TRANSLATE_NOOP("image", "Where to write it."), true};
constexpr Option kVendor{"vendor", "DOMAIN", QT_TRANSLATE_NOOP("image", "The maker: a domain, or the vendor UUID itself.")};
constexpr Option kClass{"class", "NAME", QT_TRANSLATE_NOOP("image", "The kind of amp: a name that the maker gave it, or the class UUID itself.")};

constexpr Option required(Option option)
{
    option.required = true;
    return option;
}

constexpr Option kCreate[] = {
    kOut,
    {"version", "VERSION", QT_TRANSLATE_NOOP("image", "The image's version, like 1.2.3 or 1.2.3+4."), true},
    {"counter", "N", QT_TRANSLATE_NOOP("image", "Security counter; raised when an older version must never run again."), true},
    required(kVendor),
    required(kClass),
    {"header-size", "BYTES", QT_TRANSLATE_NOOP("image", "Size of the header with its padding (32).")},
    {"key", "PEM", QT_TRANSLATE_NOOP("image", "Private key to sign with; without it the image is signed later by “sign”.")},
};
constexpr Option kSign[] = {kOut, {"key", "PEM", QT_TRANSLATE_NOOP("image", "Private key to sign with."), true}};
constexpr Option kVerify[] = {
    {"key", "PEM", QT_TRANSLATE_NOOP("image", "A key that is trusted, public or private; may be given more than once."), true},
    kVendor,
    kClass,
    {"counter", "N", QT_TRANSLATE_NOOP("image", "The amp's security counter.")},
    {"running", "VERSION", QT_TRANSLATE_NOOP("image", "The version that the amp runs.")},
    {"running-hash", "HEX", QT_TRANSLATE_NOOP("image", "The hash of the image that the amp runs.")},
    {"slot-size", "BYTES", QT_TRANSLATE_NOOP("image", "The largest image that the amp takes.")},
};
constexpr Option kKeygen[] = {kOut, {"public", "FILE", QT_TRANSLATE_NOOP("image", "Where to write the public key."), true}};
constexpr Option kCommon[] = {
    {"json", "", QT_TRANSLATE_NOOP("image", "Answer with one JSON object in a line.")},
    {"help", "", QT_TRANSLATE_NOOP("image", "Say how a command is used.")},
};

constexpr Command kCommands[] = {
    {"create", "PAYLOAD", QT_TRANSLATE_NOOP("image", "Make an image of a firmware binary"), kCreate, &createImage},
    {"sign", "IMAGE", QT_TRANSLATE_NOOP("image", "Sign an image, or sign it again with another key"), kSign, &signImageFile},
    {"verify", "FILE", QT_TRANSLATE_NOOP("image", "Check an image or a cabinet as an amp's owner would have it checked"), kVerify, &verifyFile},
    {"show", "FILE", QT_TRANSLATE_NOOP("image", "Show what is in an image or a cabinet"), {}, &showFile},
    {"keygen", "", QT_TRANSLATE_NOOP("image", "Make a new key pair"), kKeygen, &generateKey},
};

QString optionUsage(const Option &option)
{
    const QString text = u"--"_s + QLatin1String(option.name) + (*option.value ? QString(u' ' + QLatin1String(option.value)) : QString());
    return option.required ? text : QString(u'[' + text + u']');
}

QString usageOf(const Command &command)
{
    QStringList words{u"gainstage-image"_s, QLatin1String(command.name)};
    if (*command.usage)
        words << QLatin1String(command.usage);
    for (const Option &option : command.options)
        words << optionUsage(option);
    return words.join(u' ');
}

QString optionsText(std::span<const Option> options)
{
    QString text;
    for (const Option &option : options)
        text += u"  "_s + QString(u"--"_s + QLatin1String(option.name) + u' ' + QLatin1String(option.value)).leftJustified(24) +
                translated(option.help) + u'\n';
    return text;
}

QString helpOf(const Command &command)
{
    return translated(QT_TRANSLATE_NOOP("image", "Usage: %1")).arg(usageOf(command)) + u"\n\n"_s + translated(command.help) + u".\n\n"_s +
           optionsText(command.options) + optionsText(kCommon);
}

QString helpOfAll()
{
    QString text = translated(QT_TRANSLATE_NOOP("image", "Usage: %1")).arg(u"gainstage-image COMMAND …"_s) + u"\n\n"_s;
    for (const Command &command : kCommands)
        text +=
            u"  "_s + QString(QLatin1String(command.name) + u' ' + QLatin1String(command.usage)).leftJustified(16) + translated(command.help) + u'\n';
    return text + u'\n' + optionsText(kCommon);
}

void addOptions(QCommandLineParser &parser, std::span<const Option> options)
{
    for (const Option &option : options) {
        QStringList names{QString(QLatin1String(option.name))};
        if (names.first() == u"help"_s)
            names << u"h"_s;
        parser.addOption({names, QString(), QLatin1String(option.value)});
    }
}

ExitCode codeFor(Errc code)
{
    switch (code) {
    case Errc::Usage:
    case Errc::OutOfRange: return ExitCode::Usage;
    case Errc::InvalidFile: return ExitCode::InvalidFile;
    default: return ExitCode::General;
    }
}

Result<void> checkComplete(const Command &command, const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() != (*command.usage ? 1 : 0))
        return wrongUsage(SENTENCE("error", "Used like this: %1"), {usageOf(command).toStdString()});
    for (const Option &option : command.options)
        if (option.required && !parser.isSet(QLatin1String(option.name)))
            return wrongUsage(SENTENCE("error", "--%1 is missing."), {option.name});
    return {};
}

/// Where answers go, and the words that were given.
struct Shell {
    QTextStream &out, &err;
    QStringList arguments;

    ExitCode fail(const char *command, const Error &error) const
    {
        const ExitCode code = codeFor(error.code);
        if (arguments.contains(u"--json"_s))
            printJson(out, command, {{u"error"_s, toJson(error)}, {u"exit_code"_s, static_cast<int>(code)}});
        else
            err << u"gainstage-image: "_s << QString(words(error) + u' ' + hint(error)).trimmed() << Qt::endl;
        return code;
    }
};

ExitCode runCommand(const Shell &shell, const Command &command)
{
    QCommandLineParser parser;
    addOptions(parser, command.options);
    addOptions(parser, kCommon);
    if (!parser.parse(shell.arguments)) // the command's name stands for the program's
        return shell.fail(command.name, wrongUsage(SENTENCE("error", "%1"), {parser.errorText().toStdString()}).error());
    if (parser.isSet(u"help"_s)) {
        shell.out << helpOf(command) << Qt::flush;
        return ExitCode::Done;
    }
    Call call(shell.out, command, parser);
    auto outcome = checkComplete(command, parser);
    if (outcome)
        outcome = command.run(call);
    return outcome ? call.exitCode() : shell.fail(command.name, outcome.error());
}

} // namespace

ExitCode run(QTextStream &out, QTextStream &err, const QStringList &arguments)
{
    const Shell shell{out, err, arguments};
    const QString name = arguments.value(0);
    const auto command = std::ranges::find_if(kCommands, [&](const Command &row) { return name == QLatin1String(row.name); });
    if (command != std::end(kCommands))
        return runCommand(shell, *command);
    if (name == u"--version"_s) {
        out << u"gainstage-image "_s << QLatin1String(GAINSTAGE_VERSION) << Qt::endl;
        return ExitCode::Done;
    }
    if (name == u"--help"_s || name == u"-h"_s || name == u"help"_s) {
        out << helpOfAll() << Qt::flush;
        return ExitCode::Done;
    }
    if (name.isEmpty())
        return shell.fail("", wrongUsage(SENTENCE("error", "A command is missing.")).error());
    return shell.fail("", wrongUsage(SENTENCE("error", "There is no command “%1”."), {name.toStdString()}).error());
}

} // namespace gainstage::image_tool
