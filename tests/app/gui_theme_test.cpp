// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme.h"

#include <QtTest>

using namespace gainstage;

namespace {

constexpr double kText = 4.5, kControl = 3.0; // WCAG 2.1, AA

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contrastIsThatOfTheStandard();
    void textsCanBeRead_data() { themes(); }
    void textsCanBeRead();
    void controlsCanBeSeen_data() { themes(); }
    void controlsCanBeSeen();
    void coloursSurviveThePalette_data() { themes(); }
    void coloursSurviveThePalette();

private:
    static void themes()
    {
        QTest::addColumn<const Theme *>("theme");
        QTest::newRow("light") << &lightTheme();
        QTest::newRow("dark") << &darkTheme();
        QTest::newRow("high contrast") << &highContrastTheme();
    }
};

void ThemeTest::contrastIsThatOfTheStandard()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void ThemeTest::textsCanBeRead()
{
    QFETCH(const Theme *, theme);
    for (const Colour under : {Colour::Background, Colour::Panel, Colour::Raised}) {
        for (const Colour text : {Colour::Text, Colour::Dim, Colour::Accent, Colour::Second, Colour::Ok, Colour::Warn, Colour::Danger})
            QVERIFY2(contrast((*theme)[text], (*theme)[under]) >= kText, qPrintable((*theme)[text].name() + u'/' + (*theme)[under].name()));
    }
    QVERIFY(contrast((*theme)[Colour::OnAccent], (*theme)[Colour::Accent]) >= kText);
    QVERIFY(contrast((*theme)[Colour::Background], (*theme)[Colour::Danger]) >= kText); // the pressed mute
}

void ThemeTest::controlsCanBeSeen()
{
    QFETCH(const Theme *, theme);
    for (const Colour under : {Colour::Background, Colour::Panel}) {
        for (const Colour control : {Colour::Control, Colour::Accent, Colour::Second, Colour::Ok, Colour::Danger})
            QVERIFY2(contrast((*theme)[control], (*theme)[under]) >= kControl, qPrintable((*theme)[control].name() + u'/' + (*theme)[under].name()));
    }
    QVERIFY(contrast((*theme)[Colour::Ok], (*theme)[Colour::Raised]) >= kControl); // the meter on its track
}

void ThemeTest::coloursSurviveThePalette()
{
    QFETCH(const Theme *, theme);
    const QPalette palette = paletteOf(*theme);
    for (std::size_t index = 0; index < kColours; ++index)
        QCOMPARE(colour(palette, static_cast<Colour>(index)), theme->colours[index]);
}

QTEST_GUILESS_MAIN(ThemeTest)
#include "gui_theme_test.moc"
