// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/theme.h"

#include <QPainter>
#include <QWidget>

namespace gainstage {

/// Text whose digits all take the same room, so that a value that moves does not dance.
double tabularWidth(const QFont &font, const QString &text);
/// Draws it from `left` on the baseline.
void drawTabular(QPainter &painter, QPointF left, const QString &text);

/// The outline that shows where the keyboard is.
void drawFocus(QPainter &painter, const QRectF &around, double radius);

/// How much of a setting is true: drawn full when the amp confirmed it, hollow while it did not, greyed while the amp is away.
struct Shown {
    bool known = false, pending = false, enabled = true;
};
/// Fill and outline of a thumb or a chosen segment.
QBrush fillFor(const QPalette &palette, Shown shown, Colour on = Colour::Accent);
QPen outlineFor(const QPalette &palette, Shown shown, Colour on = Colour::Accent);

/// Whether the focus came by keyboard: only then is it drawn on things that the mouse operates.
bool isKeyboardFocus(Qt::FocusReason reason);

} // namespace gainstage
