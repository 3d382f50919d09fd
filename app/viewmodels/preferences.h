// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "devices/amp/description.h"

#include <QSettings>

#include <optional>

namespace gainstage {

enum class ThemeChoice { System, Light, Dark, HighContrast };

/// What the window remembers between runs, in one INI file.
class Preferences : public QObject {
    Q_OBJECT
public:
    explicit Preferences(const QString &file, QObject *parent = nullptr);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    /// "en", "de"; empty follows the system.
    QString language() const;
    void setLanguage(const QString &language);
    /// Whether settings that nobody has proven on the amp are offered.
    bool experimental() const;
    void setExperimental(bool wanted);
    /// For this run only, until somebody sets another; the file stays as it is.
    void overrideTheme(ThemeChoice theme);
    void overrideLanguage(const QString &language);
    /// Name of the preset that was last saved from or applied to this amp; empty where there is none.
    QString presetOf(const Identity &amp) const;
    void setPresetOf(const Identity &amp, const QString &name);

Q_SIGNALS:
    void themeChanged();
    void languageChanged();
    void experimentalChanged();
    void presetChanged();

private:
    QSettings m_file;
    std::optional<ThemeChoice> m_theme;
    std::optional<QString> m_language;
};

/// For the command line: "system", "light", "dark", "high-contrast".
std::optional<ThemeChoice> themeFromName(const QString &name);
QString themeName(ThemeChoice theme);

} // namespace gainstage
