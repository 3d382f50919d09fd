// SPDX-License-Identifier: GPL-3.0-or-later
#include "firmware_sim/boards/control_client.h"
#include "firmware_sim/boards/live_board.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cstdio>

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

using namespace gainstage::sim;
using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Done = 0, Failed = 1, Usage = 2 };

constexpr qsizetype kLongestSerialNumber = 32;

void say(std::FILE *where, const QByteArray &text)
{
    std::fprintf(where, "%s\n", text.constData());
    std::fflush(where);
}

int fail(ExitCode code, const std::string &why)
{
    say(stderr, "gainstage-sim: " + QByteArray::fromStdString(why));
    return code;
}

const char *const kCtlUsage = "Usage: gainstage-sim ctl SOCKET VERB key=value ...\n"
                              "Moves what is physical at a running simulated amp, or reads the truth.\n"
                              "Verbs: jack knob button source heat supply protection power power-cut flash link faults log state mark trajectory\n"
                              "Example: gainstage-sim ctl /tmp/amp.sock jack output=0 plugged=true ohm=32";

int control(const QStringList &words)
{
    if (words.contains(u"--help"_s) || words.contains(u"-h"_s)) {
        say(stdout, kCtlUsage);
        return Done;
    }
    if (words.size() < 2)
        return fail(Usage, "ctl needs a socket and a verb\n" + std::string(kCtlUsage));
    const auto request = requestOf(words[1], words.mid(2));
    if (!request)
        return fail(Usage, request.error());
    const auto answer = askControl(QFile::encodeName(words[0]).toStdString(), *request);
    if (!answer)
        return fail(Failed, answer.error());
    say(stdout, *answer);
    return QJsonDocument::fromJson(*answer).object().value(u"ok"_s).toBool() ? Done : Failed;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A headphone amp without hardware, plugged into this computer. Prints one line of JSON when it is ready.\n"
        "gainstage-sim ctl --help tells how to turn its knob and plug in headphones. firmware_sim/README.md has the details."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"model"_s, QString(u"The model (default desktop): "_s + modelNames().join(u", "_s) + u'.'), u"MODEL"_s, u"desktop"_s},
                       {u"board"_s,
                        u"Where it is plugged in: pty (a serial line; the usual one), socket (a HID device without USB; usual for HID amps of other "
                        "makers), gadget (a real USB device; needs root)."_s,
                        u"BOARD"_s},
                       {u"serial-number"_s, u"The amp's serial number (default SIM00001)."_s, u"S"_s, u"SIM00001"_s},
                       {u"flash"_s, u"File that keeps the amp's settings; without it they are forgotten at the end."_s, u"FILE"_s},
                       {u"link"_s, u"Symbolic link to the serial line or the socket."_s, u"PATH"_s},
                       {u"control"_s, u"Unix socket of the control channel."_s, u"SOCKET"_s},
                       {u"faults"_s, u"What goes wrong on the line, for example drop=0.01,delay=0.05:20ms."_s, u"SPEC"_s},
                       {u"seed"_s, u"Seed of all chance (default 1)."_s, u"N"_s, u"1"_s}});
}

bool isSerialNumber(const QString &text)
{
    return !text.isEmpty() && text.size() <= kLongestSerialNumber && std::ranges::all_of(text, [](QChar c) { return (c > u' ' && c < u'\x7f'); });
}

Outcome<void> chooseModel(const QCommandLineParser &parser, BoardOptions &options)
{
    const QString model = parser.value(u"model"_s);
    options.model = model.toStdString();
    if (!modelNames().contains(model))
        return std::unexpected("--model is one of " + modelNames().join(u", "_s).toStdString() + ", not “" + options.model + "”");
    const QString board = parser.value(u"board"_s);
    const auto named = board.isEmpty() ? usualBoard(options.model) : boardNamed(board);
    if (!named)
        return std::unexpected("--board is pty, socket or gadget, not “" + board.toStdString() + "”");
    options.board = *named;
    return {};
}

Outcome<BoardOptions> optionsOf(const QCommandLineParser &parser)
{
    BoardOptions options;
    if (auto chosen = chooseModel(parser, options); !chosen)
        return std::unexpected(chosen.error());
    if (!isSerialNumber(parser.value(u"serial-number"_s)))
        return std::unexpected("--serial-number has 1 to 32 ASCII characters without space");
    options.serialNumber = parser.value(u"serial-number"_s).toStdString();
    bool isNumber = false;
    options.seed = parser.value(u"seed"_s).toUInt(&isNumber);
    if (!isNumber)
        return std::unexpected("--seed is a number from 0 to 4294967295, not “" + parser.value(u"seed"_s).toStdString() + "”");
    options.faults = parser.value(u"faults"_s).toStdString();
    if (const auto faults = parseFaults(options.faults); !faults)
        return std::unexpected("--faults: " + faults.error());
    options.flashFile = parser.value(u"flash"_s);
    options.link = parser.value(u"link"_s);
    options.control = parser.value(u"control"_s);
    options.announcements = announcementFolder();
    if (auto checked = check(options); !checked)
        return std::unexpected(checked.error());
    return options;
}

/// Signals that ask for the end, as something to read; otherwise they would end the program without tidying up.
Descriptor endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, signal);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return Descriptor(signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC));
}

int run(const BoardOptions &options)
{
    const Descriptor signals = endSignals();
    QSocketNotifier ending(signals.number(), QSocketNotifier::Read);
    QObject::connect(&ending, &QSocketNotifier::activated, QCoreApplication::instance(), &QCoreApplication::quit);
    const auto board = LiveBoard::open(options);
    if (!board)
        return fail(Failed, board.error());
    say(stdout, (*board)->readyLine());
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"gainstage-sim"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GAINSTAGE_VERSION));
    ::signal(SIGPIPE, SIG_IGN);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == u"ctl"_s)
        return control(words.mid(2));

    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(words))
        return fail(Usage, parser.errorText().toStdString());
    if (parser.isSet(u"help"_s))
        parser.showHelp(Done);
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return fail(Usage, "“" + parser.positionalArguments().constFirst().toStdString() + "” is not understood; see --help");
    const auto options = optionsOf(parser);
    return options ? run(*options) : fail(Usage, options.error());
}
