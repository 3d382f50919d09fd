// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/status_icon.h"

#include "app/gui/paint.h"

namespace gainstage {

namespace {

using Mark = FirmwareModel::Mark;

Colour toneOf(Mark mark)
{
    switch (mark) {
    case Mark::Passed: return Colour::Ok;
    case Mark::Attention: return Colour::Warn;
    case Mark::Refused: return Colour::Danger;
    case Mark::Now: return Colour::Accent;
    case Mark::Unknown:
    case Mark::ToCome: break;
    }
    return Colour::Control;
}

void drawSign(QPainter &painter, Mark mark)
{
    switch (mark) {
    case Mark::Passed: painter.drawPolyline(QPolygonF{QPointF(-3.5, 0.5), QPointF(-1, 3), QPointF(3.5, -2.5)}); break;
    case Mark::Attention:
        painter.drawLine(QPointF(0, -3.5), QPointF(0, 0.8));
        painter.drawPoint(QPointF(0, 3.6));
        break;
    case Mark::Refused:
        painter.drawLine(QPointF(-2.5, -2.5), QPointF(2.5, 2.5));
        painter.drawLine(QPointF(-2.5, 2.5), QPointF(2.5, -2.5));
        break;
    case Mark::Unknown: painter.drawLine(QPointF(-2.5, 0), QPointF(2.5, 0)); break;
    case Mark::Now:
        painter.setBrush(painter.pen().color());
        painter.drawEllipse(QPointF(0, 0), 2, 2);
        break;
    case Mark::ToCome: break;
    }
}

} // namespace

StatusIcon::StatusIcon(Mark mark, QWidget *parent) : QWidget(parent), m_mark(mark)
{
    setFixedSize(kSize, kSize);
}

void StatusIcon::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(width() / 2.0, height() / 2.0);
    const QColor tone = colour(palette(), toneOf(m_mark));
    painter.setPen(QPen(tone, 1.5));
    painter.drawEllipse(QPointF(0, 0), 7.5, 7.5);
    painter.setPen(QPen(tone, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    drawSign(painter, m_mark);
}

} // namespace gainstage
