// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/theme.h"

#include <QFontDatabase>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

/// In the order of Colour. Roles that a style sheet's "color" derives others from (the placeholder's) are not among them.
constexpr QPalette::ColorRole kRoles[kColours] = {
    QPalette::Window,     QPalette::Base,      QPalette::Button,          QPalette::Mid,  QPalette::Dark,        QPalette::WindowText,
    QPalette::Shadow,     QPalette::Highlight, QPalette::HighlightedText, QPalette::Link, QPalette::LinkVisited, QPalette::Midlight,
    QPalette::BrightText,
};

Theme themeOf(const std::array<const char *, kColours> &names)
{
    Theme theme;
    for (std::size_t index = 0; index < kColours; ++index)
        theme.colours[index] = QColor(QLatin1StringView(names[index]));
    return theme;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const Theme &lightTheme()
{
    static const Theme theme = themeOf({"#f3f4f6", "#ffffff", "#e9ecf0", "#d5dae1", "#7f8896", "#1a1e25", "#586170", "#975700", "#ffffff", "#1b66a3",
                                        "#1a7250", "#805900", "#b93628"});
    return theme;
}

const Theme &darkTheme()
{
    static const Theme theme = themeOf({"#15171b", "#1c1f25", "#272b33", "#343a45", "#6f7988", "#e9ebef", "#9ba4b3", "#e6a540", "#1a1408", "#62aee8",
                                        "#5cbd98", "#e8c15a", "#ed7162"});
    return theme;
}

const Theme &highContrastTheme()
{
    static const Theme theme = themeOf({"#000000", "#000000", "#1c1c1c", "#ffffff", "#ffffff", "#ffffff", "#e4e4e4", "#ffd200", "#000000", "#6cc8ff",
                                        "#5cff9d", "#ffd200", "#ff9a8c"});
    return theme;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    for (std::size_t index = 0; index < kColours; ++index)
        palette.setColor(kRoles[index], theme.colours[index]);
    for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, theme[Colour::Text]);
    for (const auto role : {QPalette::AlternateBase, QPalette::ToolTipBase, QPalette::Light})
        palette.setColor(role, theme[Colour::Raised]);
    palette.setColor(QPalette::PlaceholderText, theme[Colour::Dim]);
    for (const auto role : {QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme[Colour::Dim]);
    return palette;
}

QColor colour(const QPalette &palette, Colour colour)
{
    return palette.color(QPalette::Active, kRoles[static_cast<std::size_t>(colour)]);
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one), second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QFont interfaceFont(const QFont &system)
{
    QFont font = system;
    const bool nameless = system.family().isEmpty() || system.family().compare(u"sans serif", Qt::CaseInsensitive) == 0 ||
                          system.family().compare(u"sans", Qt::CaseInsensitive) == 0 || system.family() == u"DejaVu Sans";
    if (nameless && QFontDatabase::hasFamily(u"Inter"_s))
        font = QFont(u"Inter"_s);
    font.setPixelSize(kTextPixels);
    return font;
}

QFont noteFont(const QFont &font)
{
    QFont note = font;
    note.setPixelSize(kNotePixels);
    return note;
}

QFont semibold(const QFont &font)
{
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    return strong;
}

QFont bigFont(const QFont &font)
{
    QFont big = semibold(font);
    big.setPixelSize(kBigPixels);
    return big;
}

} // namespace gainstage
