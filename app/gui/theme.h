// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace gainstage {

/// What a colour is for. Everything that is drawn takes its colours from here.
enum class Colour {
    Background, ///< of the window
    Panel,      ///< cards and columns
    Raised,     ///< what lies on a panel
    Line,       ///< decoration between things
    Control,    ///< outlines and tracks of things that can be operated: 3:1 against what they lie on
    Text,
    Dim,      ///< notes and what is greyed
    Accent,   ///< the amp is on
    OnAccent, ///< text on accent
    Second,   ///< focus, chosen
    Ok,
    Warn,
    Danger,
};
inline constexpr std::size_t kColours = 13;

struct Theme {
    std::array<QColor, kColours> colours;
    const QColor &operator[](Colour colour) const { return colours[static_cast<std::size_t>(colour)]; }
};

const Theme &lightTheme();
const Theme &darkTheme();
const Theme &highContrastTheme();

/// A theme travels through the program as a palette, so that each widget finds it and hears when it changes.
QPalette paletteOf(const Theme &theme);
/// The theme's colour out of a palette made by paletteOf().
QColor colour(const QPalette &palette, Colour colour);
QString styleSheetOf(const Theme &theme);

/// Contrast ratio of two opaque colours as in WCAG 2.1: 1 to 21.
double contrast(const QColor &one, const QColor &other);

/// The system's interface font at 14 pixels; Inter where the system names none of its own.
QFont interfaceFont(const QFont &system);
inline constexpr int kTextPixels = 14, kNotePixels = 12, kBigPixels = 40;
QFont noteFont(const QFont &font);
QFont semibold(const QFont &font);
QFont bigFont(const QFont &font);

} // namespace gainstage
