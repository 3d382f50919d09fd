// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/preferences.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr std::pair<ThemeChoice, const char *> kThemes[] = {
    {ThemeChoice::System, "system"},
    {ThemeChoice::Light, "light"},
    {ThemeChoice::Dark, "dark"},
    {ThemeChoice::HighContrast, "high-contrast"},
};

QString presetKey(const Identity &amp)
{
    const QString name = amp.maker % u'/' % amp.model % u'/' % amp.serialNumber;
    return u"Presets/"_s % QString::fromLatin1(QUrl::toPercentEncoding(name));
}

} // namespace

std::optional<ThemeChoice> themeFromName(const QString &name)
{
    for (const auto &[theme, word] : kThemes) {
        if (name == QLatin1StringView(word))
            return theme;
    }
    return {};
}

QString themeName(ThemeChoice theme)
{
    for (const auto &[candidate, word] : kThemes) {
        if (candidate == theme)
            return QLatin1StringView(word);
    }
    return u"system"_s;
}

Preferences::Preferences(const QString &file, QObject *parent) : QObject(parent), m_file(file, QSettings::IniFormat) {}

ThemeChoice Preferences::theme() const
{
    return m_theme ? *m_theme : themeFromName(m_file.value(u"Window/theme"_s).toString()).value_or(ThemeChoice::System);
}

void Preferences::setTheme(ThemeChoice theme)
{
    m_theme.reset();
    m_file.setValue(u"Window/theme"_s, themeName(theme));
    Q_EMIT themeChanged();
}

QString Preferences::language() const
{
    return m_language ? *m_language : m_file.value(u"Window/language"_s).toString();
}

void Preferences::setLanguage(const QString &language)
{
    m_language.reset();
    m_file.setValue(u"Window/language"_s, language);
    Q_EMIT languageChanged();
}

bool Preferences::experimental() const
{
    return m_file.value(u"Amps/experimental"_s, false).toBool();
}

void Preferences::setExperimental(bool wanted)
{
    m_file.setValue(u"Amps/experimental"_s, wanted);
    Q_EMIT experimentalChanged();
}

void Preferences::overrideTheme(ThemeChoice theme)
{
    m_theme = theme;
    Q_EMIT themeChanged();
}

void Preferences::overrideLanguage(const QString &language)
{
    m_language = language;
    Q_EMIT languageChanged();
}

QString Preferences::presetOf(const Identity &amp) const
{
    return m_file.value(presetKey(amp)).toString();
}

void Preferences::setPresetOf(const Identity &amp, const QString &name)
{
    m_file.setValue(presetKey(amp), name);
    Q_EMIT presetChanged();
}

} // namespace gainstage
