// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/description_files.h"
#include "app/core/words.h"
#include "app/gui/accessible.h"
#include "app/gui/appearance.h"
#include "app/gui/main_window.h"
#include "app/gui/snapshot.h"
#include "app/screenshots/screenshots.h"
#include "devices/discovery/system_ports.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace gainstage;

namespace {

constexpr auto kPatience = 10s;     // for a picture of an amp
constexpr auto kSimulatorEnds = 2s; // it stores its flash first
constexpr int kUsage = 2;

/// The exit codes of gainstagectl.
int exitCode(const Error &error)
{
    switch (error.code) {
    case Errc::Usage: return kUsage;
    case Errc::NotFound: return 3;
    case Errc::Ambiguous: return 4;
    case Errc::Permission: return 5;
    case Errc::Busy: return 6;
    case Errc::Timeout:
    case Errc::Disconnected: return 9;
    default: return 1;
    }
}

int fail(const Error &error)
{
    QTextStream(stderr) << u"gainstage: "_s << words(error) << (*error.hint ? u" "_s : QString()) << hint(error) << Qt::endl;
    return exitCode(error);
}

struct Options {
    QString device, language, screenshot, screenshots;
    PageId page = PageId::Amp;
    std::optional<ThemeChoice> theme;
};

Result<void> takeWords(const QCommandLineParser &parser, Options &options)
{
    if (parser.isSet(u"page"_s)) {
        const auto page = MainWindow::pageFromName(parser.value(u"page"_s));
        if (!page)
            return failure(Errc::Usage, SENTENCE("error", "There is no page “%1”: amp, presets, firmware, history, settings."),
                           {parser.value(u"page"_s).toStdString()});
        options.page = *page;
    }
    if (parser.isSet(u"theme"_s)) {
        options.theme = themeFromName(parser.value(u"theme"_s));
        if (!options.theme)
            return failure(Errc::Usage, SENTENCE("error", "There is no theme “%1”: system, light, dark, high-contrast."),
                           {parser.value(u"theme"_s).toStdString()});
    }
    options.language = parser.value(u"language"_s);
    if (!options.language.isEmpty() && !Appearance::languages().contains(options.language))
        return failure(Errc::Usage, SENTENCE("error", "There is no language “%1”: %2."),
                       {options.language.toStdString(), Appearance::languages().join(u", "_s).toStdString()});
    return {};
}

QList<QCommandLineOption> whatCanBeAsked()
{
    return {
        {u"device"_s, QCoreApplication::translate("options", "Begin with this amp: serial:/path, hid:/path, a serial number or a model name."),
         u"selector"_s},
        {u"page"_s, QCoreApplication::translate("options", "Begin with this page: amp, presets, firmware, history, settings."), u"name"_s},
        {u"theme"_s, QCoreApplication::translate("options", "Colours of this run: system, light, dark, high-contrast."), u"name"_s},
        {u"language"_s, QCoreApplication::translate("options", "Language of this run: en, de."), u"code"_s},
        {u"screenshot"_s, QCoreApplication::translate("options", "Draw the window into a PNG file once the amp is there, and end."), u"file"_s},
        {u"screenshots"_s, QCoreApplication::translate("options", "Draw every page and state on simulated amps into a folder, and end."),
         u"folder"_s},
    };
}

/// Ends the program by itself for --help and --version.
Result<Options> optionsOf(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("options", "The open control centre for headphone amplifiers."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(whatCanBeAsked());
    if (!parser.parse(application.arguments()))
        return failure(Errc::Usage, SENTENCE("error", "%1"), {parser.errorText().toStdString()}, SENTENCE("error", "Try --help."));
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return failure(Errc::Usage, SENTENCE("error", "“%1” is not an option."), {parser.positionalArguments().first().toStdString()},
                       SENTENCE("error", "Try --help."));
    Options options{.device = parser.value(u"device"_s),
                    .language = {},
                    .screenshot = parser.value(u"screenshot"_s),
                    .screenshots = parser.value(u"screenshots"_s),
                    .page = PageId::Amp,
                    .theme = {}};
    if (auto taken = takeWords(parser, options); !taken)
        return std::unexpected(taken.error());
    return options;
}

QString preferencesFile()
{
    const QString data = qEnvironmentVariable("GAINSTAGE_DATA");
    const QString folder = data.isEmpty() ? QString(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) % u"/gainstage"_s) : data;
    return folder % u"/gainstage.ini"_s;
}

QString simulatorProgram()
{
    return QCoreApplication::applicationDirPath() % u"/gainstage-sim"_s;
}

/// All parts of the program, in the order in which they need each other.
struct House {
    House(QApplication &application, const Options &options)
        : descriptions(paths.cache % u"/descriptions"_s), finder(allFamilies(), *ports, &descriptions), amps(finder, paths), presets(paths.presets),
          preferences(preferencesFile()), simulator(simulatorProgram(), QFileInfo(paths.presets).path() % u"/simulated-desktop.flash"_s),
          appearance(application, override(preferences, options)), model(amps, presets, preferences, simulator, paths.updates)
    {
        QObject::connect(&appearance, &Appearance::localeChanged, &model, [this] { model.setLocale(appearance.locale()); });
        model.setLocale(appearance.locale());
    }

    Result<void> choose(const QString &selector)
    {
        const auto port = finder.select(selector);
        if (!port)
            return std::unexpected(port.error());
        const auto isIt = [&](const auto &entry) { return entry->port.selector() == port->selector(); };
        if (std::ranges::none_of(amps.list(), isIt))
            amps.add(*port);
        model.choose(*port);
        return {};
    }

    static Preferences & override(Preferences &preferences, const Options &options)
    {
        if (options.theme)
            preferences.overrideTheme(*options.theme);
        if (!options.language.isEmpty())
            preferences.overrideLanguage(options.language);
        return preferences;
    }

    Paths paths = Paths::ofUser();
    std::unique_ptr<Ports> ports = systemPorts();
    DescriptionFiles descriptions;
    AmpFinder finder;
    Amps amps;
    PresetStore presets;
    Preferences preferences;
    Simulator simulator;
    Appearance appearance;
    WindowModel model;
};

/// The simulated amp that the window started ends before the program does.
void quitWithSimulator(QApplication &application, Simulator &simulator)
{
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&application, &QGuiApplication::lastWindowClosed, &simulator, [&simulator] {
        QTimer::singleShot(kSimulatorEnds, qApp, &QCoreApplication::quit);
        simulator.end();
    });
    QObject::connect(&simulator, &Simulator::ended, &application, &QCoreApplication::quit, Qt::QueuedConnection);
}

int show(QApplication &application, const Options &options)
{
    House house(application, options);
    if (!options.device.isEmpty()) {
        if (auto chosen = house.choose(options.device); !chosen)
            return fail(chosen.error());
    }
    MainWindow window(house.model);
    window.setPage(options.page);
    window.show();
    if (options.screenshot.isEmpty()) {
        quitWithSimulator(application, house.simulator);
        return QApplication::exec();
    }
    Snapshot snapshot(house.model, window, options.screenshot);
    QObject::connect(&snapshot, &Snapshot::drawn, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    QObject::connect(
        &snapshot, &Snapshot::failed, &application, [](const Error &error) { QCoreApplication::exit(fail(error)); }, Qt::QueuedConnection);
    snapshot.start(kPatience);
    return QApplication::exec();
}

/// Before anybody chose another.
Result<Options> inTheSystemsLanguage(const std::function<Result<Options>()> &read)
{
    QTranslator translator;
    if (translator.load(QLocale::system(), u"gainstage"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&translator);
    auto options = read();
    if (!options)
        fail(options.error());
    return options;
}

/// Pictures need no display; this must be known before the application is there.
bool drawsOnly(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) { return QByteArrayView(argument).startsWith("--screenshot"); });
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication::setApplicationName(u"gainstage"_s);
    QApplication::setApplicationDisplayName(u"Gainstage"_s);
    QApplication::setApplicationVersion(QStringLiteral(GAINSTAGE_VERSION));
    QApplication::setDesktopFileName(u"gainstage"_s);
    if (drawsOnly(argc, argv) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    installAccessibility();
    const auto options = inTheSystemsLanguage([&application] { return optionsOf(application); });
    if (!options)
        return kUsage;
    if (options->screenshots.isEmpty())
        return show(application, *options);
    return drawAllPages(application, {options->screenshots, simulatorProgram(), allFamilies(), systemPorts});
}
