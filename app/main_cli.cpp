// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/cli/signal_interruption.h"
#include "app/cli/terminal_line.h"
#include "app/core/description_files.h"
#include "devices/discovery/system_ports.h"

#include <QCoreApplication>
#include <QTranslator>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace gainstage;

namespace {

/// Somebody can be asked where what is typed and what is asked are at a terminal.
cli::Terminal terminalOf(const cli::Interruption &interruption)
{
    cli::Terminal terminal;
    terminal.canRedraw = isatty(STDERR_FILENO) == 1;
    if (terminal.canRedraw && isatty(STDIN_FILENO) == 1)
        terminal.readLine = [&interruption] { return cli::readTypedLine(STDIN_FILENO, interruption.token()); };
    return terminal;
}

} // namespace

int main(int argc, char *argv[])
{
    cli::SignalInterruption interruption;
    // Nothing here has use for it, and loading it takes milliseconds.
    qputenv("QT_NO_GLIB", "1");
    const QCoreApplication application(argc, argv);
    QTranslator translator;
    if (translator.load(QLocale(), u"gainstage"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&translator);

    const Paths paths = Paths::ofUser();
    DescriptionFiles descriptions(paths.cache);
    const auto ports = systemPorts();
    AmpFinder finder(allFamilies(), *ports, &descriptions);
    QTextStream out(stdout), err(stderr);
    const cli::Context context{
        finder, paths, out, err, QLocale(), [] { return QDateTime::currentDateTimeUtc(); }, interruption, terminalOf(interruption)};
    return static_cast<int>(cli::run(context, QCoreApplication::arguments().sliced(1)));
}
