// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/appearance.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace gainstage {

Appearance::Appearance(QApplication &application, Preferences &preferences, QObject *parent)
    : QObject(parent), m_application(application), m_preferences(preferences), m_systemPalette(QApplication::palette())
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(interfaceFont(QApplication::font()));
    applyTheme();
    applyLanguage();
    // Not at once: whoever asked is a page that is made anew by this.
    connect(&preferences, &Preferences::themeChanged, this, &Appearance::applyTheme, Qt::QueuedConnection);
    connect(&preferences, &Preferences::languageChanged, this, &Appearance::applyLanguage, Qt::QueuedConnection);
}

Appearance::~Appearance()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

QStringList Appearance::languages()
{
    return {u"en"_s, u"de"_s};
}

bool Appearance::systemIsDark() const
{
    return m_systemPalette.color(QPalette::Window).lightnessF() < m_systemPalette.color(QPalette::WindowText).lightnessF();
}

const Theme &Appearance::theme() const
{
    switch (m_preferences.theme()) {
    case ThemeChoice::Light: return lightTheme();
    case ThemeChoice::Dark: return darkTheme();
    case ThemeChoice::HighContrast: return highContrastTheme();
    case ThemeChoice::System: break;
    }
    return systemIsDark() ? darkTheme() : lightTheme();
}

void Appearance::applyTheme()
{
    QApplication::setPalette(paletteOf(theme()));
    m_application.setStyleSheet(styleSheetOf(theme()));
}

QString Appearance::language() const
{
    QString wanted = m_preferences.language();
    if (languages().contains(wanted))
        return wanted;
    const QString system = QLocale::languageToCode(QLocale::system().language());
    return languages().contains(system) ? system : u"en"_s;
}

void Appearance::applyLanguage()
{
    const QString name = language();
    const QLocale system = QLocale::system();
    // The system's own way to write numbers, where it speaks this language.
    m_locale = QLocale::languageToCode(system.language()) == name ? system : QLocale(name);
    QLocale::setDefault(m_locale);
    for (QTranslator *translator : {&m_ours, &m_qts})
        QCoreApplication::removeTranslator(translator);
    if (m_qts.load(u"qtbase_"_s % name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(u":/i18n/gainstage_%1.qm"_s.arg(name)))
        QCoreApplication::installTranslator(&m_ours);
    Q_EMIT localeChanged();
}

} // namespace gainstage
