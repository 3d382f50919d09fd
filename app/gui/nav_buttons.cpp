// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/nav_buttons.h"

#include "app/gui/paint.h"

#include <QFocusEvent>

using namespace Qt::StringLiterals;

namespace gainstage {

AmpButton::AmpButton(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AmpButton::setRow(const AmpListModel::Row &row)
{
    m_row = row;
    setText(row.name);
    setAccessibleName(row.name % u", "_s % row.detail);
    setToolTip(row.name % u'\n' % row.detail);
    update();
}

void AmpButton::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = isKeyboardFocus(event->reason());
    QAbstractButton::focusInEvent(event);
}

QSize AmpButton::sizeHint() const
{
    return {192, 54};
}

void AmpButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool raised = isChecked() || underMouse();
    painter.setPen(QPen(colour(palette(), isChecked() ? Colour::Accent : Colour::Line), 1));
    painter.setBrush(colour(palette(), raised ? Colour::Raised : Colour::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    drawDot(painter, {15, height() / 2.0});
    const QRect inside = rect().adjusted(29, 8, -10, -8);
    painter.setPen(colour(palette(), Colour::Text));
    painter.drawText(inside, Qt::AlignTop | Qt::AlignLeft, fontMetrics().elidedText(m_row.name, Qt::ElideRight, inside.width()));
    painter.setFont(noteFont(font()));
    const bool isTrouble =
        m_row.state != LinkState::Kind::Ready && m_row.state != LinkState::Kind::Connecting && m_row.state != LinkState::Kind::Unsupported;
    painter.setPen(colour(palette(), isTrouble ? Colour::Danger : Colour::Dim));
    painter.drawText(inside, Qt::AlignBottom | Qt::AlignLeft, painter.fontMetrics().elidedText(m_row.detail, Qt::ElideRight, inside.width()));
    if (hasFocus() && m_keyboardFocus)
        drawFocus(painter, rect(), 6);
}

void AmpButton::drawDot(QPainter &painter, QPointF centre) const
{
    const bool ready = m_row.state == LinkState::Kind::Ready, connecting = m_row.state == LinkState::Kind::Connecting;
    const bool unsupported = m_row.state == LinkState::Kind::Unsupported;
    const QColor tone = colour(palette(), ready ? Colour::Ok : connecting ? Colour::Accent : unsupported ? Colour::Dim : Colour::Danger);
    painter.setPen(QPen(tone, 1.5));
    painter.setBrush(ready ? QBrush(tone) : QBrush(Qt::NoBrush));
    if (ready || connecting) {
        painter.drawEllipse(centre, 3.5, 3.5);
        return;
    }
    painter.drawLine(centre + QPointF(-3.5, -3.5), centre + QPointF(3.5, 3.5));
    painter.drawLine(centre + QPointF(-3.5, 3.5), centre + QPointF(3.5, -3.5));
}

NavButton::NavButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavButton::setRemark(const QString &remark)
{
    m_remark = remark;
    setAccessibleName(remark.isEmpty() ? text() : QString(text() % u", "_s % remark));
    update();
}

void NavButton::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = isKeyboardFocus(event->reason());
    QAbstractButton::focusInEvent(event);
}

QSize NavButton::sizeHint() const
{
    return {192, 34};
}

void NavButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || (underMouse() && isEnabled())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(palette(), Colour::Raised));
        painter.drawRoundedRect(rect(), 6, 6);
    }
    const QRect inside = rect().adjusted(10, 0, -10, 0);
    painter.setFont(isChecked() ? semibold(font()) : font());
    painter.setPen(colour(palette(), isEnabled() ? Colour::Text : Colour::Dim));
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setFont(noteFont(font()));
    painter.setPen(colour(palette(), Colour::Accent));
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignRight, m_remark);
    if (hasFocus() && m_keyboardFocus)
        drawFocus(painter, rect(), 6);
}

} // namespace gainstage
