// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/gui/theme.h"
#include "app/viewmodels/preferences.h"

#include <QLocale>
#include <QTranslator>

class QApplication;

namespace gainstage {

/// Dresses the application: theme and language as preferred, or as the system has them. One per program; the parts must outlive it.
class Appearance : public QObject {
    Q_OBJECT
public:
    Appearance(QApplication &application, Preferences &preferences, QObject *parent = nullptr);
    ~Appearance() override;

    const QLocale &locale() const { return m_locale; }
    const Theme &theme() const;
    /// The languages that the program speaks: "en", "de".
    static QStringList languages();

Q_SIGNALS:
    void localeChanged();

private:
    void applyTheme();
    void applyLanguage();
    bool systemIsDark() const;
    QString language() const;

    QApplication &m_application;
    Preferences &m_preferences;
    QPalette m_systemPalette;
    QLocale m_locale;
    QTranslator m_ours, m_qts;
};

} // namespace gainstage
