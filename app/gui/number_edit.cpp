// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/number_edit.h"

#include "app/gui/paint.h"

#include <QKeyEvent>
#include <QPainterPath>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr int kNotch = 120;
/// Of the line edit around its text while it is being typed into: border and inner margin.
constexpr int kFrame = 6;

} // namespace

NumberEdit::NumberEdit(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(u"number"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void NumberEdit::setNumber(const QString &number, bool pending, bool dimmed)
{
    m_number = number;
    m_pending = pending;
    m_dimmed = dimmed;
    if (!hasFocus() || !isModified()) {
        const bool all = hasSelectedText();
        setText(number);
        if (all)
            selectAll();
    }
    update();
}

void NumberEdit::setWidest(const QString &text)
{
    m_widest = text;
    updateGeometry();
}

QSize NumberEdit::sizeHint() const
{
    const double width = tabularWidth(font(), m_widest);
    return {std::max(m_narrowest, static_cast<int>(std::ceil(width)) + 2 * kFrame), QFontMetrics(font()).height() + 4};
}

QSize NumberEdit::minimumSizeHint() const
{
    return sizeHint();
}

void NumberEdit::paintEvent(QPaintEvent *event)
{
    if (hasFocus())
        return QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    const double width = tabularWidth(font(), m_number);
    const double left = alignment() & Qt::AlignRight ? this->width() - width : 0;
    const double baseline = (height() + QFontMetricsF(font()).capHeight()) / 2;
    painter.setPen(colour(palette(), m_dimmed || !isEnabled() ? Colour::Dim : Colour::Text));
    drawTabular(painter, {left, baseline}, m_number);
    if (m_pending)
        painter.setPen(QPen(colour(palette(), Colour::Accent), 2, Qt::DotLine));
    else if (underMouse() && isEnabled())
        painter.setPen(QPen(colour(palette(), Colour::Control), 1));
    else
        return;
    painter.drawLine(QPointF(left, height() - 2), QPointF(left + width, height() - 2));
}

/// While nothing is typed, undo and redo are the amp's.
bool NumberEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !isModified()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void NumberEdit::wheelEvent(QWheelEvent *event)
{
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    m_wheel += event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    const int notches = m_wheel / kNotch;
    m_wheel %= kNotch;
    if (notches != 0)
        Q_EMIT stepped(notches * (event->modifiers() & Qt::ShiftModifier ? 10 : 1));
    event->accept();
}

void NumberEdit::keyPressEvent(QKeyEvent *event)
{
    const int by = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isModified()) {
            setModified(false);
            Q_EMIT typed(text());
        }
        selectAll();
        break;
    case Qt::Key_Escape:
        setText(m_number);
        setModified(false);
        selectAll();
        break;
    case Qt::Key_Up: Q_EMIT stepped(by); break;
    case Qt::Key_Down: Q_EMIT stepped(-by); break;
    case Qt::Key_PageUp: Q_EMIT stepped(10); break;
    case Qt::Key_PageDown: Q_EMIT stepped(-10); break;
    default: QLineEdit::keyPressEvent(event);
    }
}

void NumberEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    selectAll();
}

void NumberEdit::focusOutEvent(QFocusEvent *event)
{
    const bool left = event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
    if (left) {
        setText(m_number);
        setModified(false);
    }
    QLineEdit::focusOutEvent(event);
}

} // namespace gainstage
