// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/paint.h"

#include <algorithm>

namespace gainstage {

namespace {

double digitWidth(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

} // namespace

double tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    const double cell = digitWidth(metrics);
    double width = 0;
    for (const QChar character : text)
        width += character.isDigit() ? cell : metrics.horizontalAdvance(character);
    return width;
}

void drawTabular(QPainter &painter, QPointF left, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    const double cell = digitWidth(metrics);
    for (const QChar character : text) {
        const double width = metrics.horizontalAdvance(character);
        const double room = character.isDigit() ? cell : width;
        painter.drawText(QPointF(left.x() + (room - width) / 2, left.y()), QString(character));
        left.rx() += room;
    }
}

void drawFocus(QPainter &painter, const QRectF &around, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto *widget = dynamic_cast<QWidget *>(painter.device());
    painter.setPen(QPen(widget ? colour(widget->palette(), Colour::Second) : painter.pen().color(), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(around.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

QBrush fillFor(const QPalette &palette, Shown shown, Colour on)
{
    if (!shown.known || shown.pending)
        return colour(palette, Colour::Panel);
    return shown.enabled ? colour(palette, on) : colour(palette, Colour::Line);
}

QPen outlineFor(const QPalette &palette, Shown shown, Colour on)
{
    if (!shown.enabled)
        return QPen(colour(palette, Colour::Control), 1);
    return QPen(colour(palette, shown.known ? on : Colour::Control), 2);
}

bool isKeyboardFocus(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace gainstage
