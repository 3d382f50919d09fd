// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/cli/signal_interruption.h"
#include "app/core/description_files.h"
#include "devices/discovery/system_ports.h"

#include <QCoreApplication>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace gainstage;

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
    const AmpFinder finder(allFamilies(), *ports, &descriptions);
    QTextStream out(stdout), err(stderr);
    const cli::Context context{finder, paths, out, err, QLocale(), [] { return QDateTime::currentDateTimeUtc(); }, interruption};
    return static_cast<int>(cli::run(context, QCoreApplication::arguments().sliced(1)));
}
