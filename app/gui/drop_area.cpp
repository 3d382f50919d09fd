// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/drop_area.h"

#include "app/gui/paint.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>

namespace gainstage {

namespace {

constexpr int kMargin = 16, kIcon = 28, kGap = 8, kLeast = 136;
constexpr int kFlags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;

/// The one local file that is dragged; empty where it is none or several.
QString fileOf(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

/// An arrow down onto a line.
void drawArrow(QPainter &painter, QPointF top, const QColor &tone)
{
    painter.setPen(QPen(tone, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(top + QPointF(0, 2), top + QPointF(0, 17));
    painter.drawPolyline(QPolygonF{top + QPointF(-6, 11), top + QPointF(0, 17), top + QPointF(6, 11)});
    painter.drawPolyline(QPolygonF{top + QPointF(-11, 19), top + QPointF(-11, 25), top + QPointF(11, 25), top + QPointF(11, 19)});
}

} // namespace

DropArea::DropArea(const QString &text, const QString &hint, QWidget *parent) : QAbstractButton(parent), m_hint(hint)
{
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(hint);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect DropArea::inside(int width) const
{
    return {kMargin, kMargin, std::max(80, width - 2 * kMargin), 10000};
}

QSize DropArea::sizeHint() const
{
    return {320, heightForWidth(320)};
}

int DropArea::contentHeight(int width) const
{
    const QRect room = inside(width);
    const int text = QFontMetrics(semibold(font())).boundingRect(room, kFlags, this->text()).height();
    const int hint = QFontMetrics(noteFont(font())).boundingRect(room, kFlags, m_hint).height();
    return 2 * kMargin + kIcon + kGap + text + kGap / 2 + hint;
}

int DropArea::heightForWidth(int width) const
{
    return std::max(kLeast, contentHeight(width));
}

void DropArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isEnabled() && (m_over || underMouse() || isDown());
    painter.setPen(QPen(colour(palette(), m_over ? Colour::Accent : Colour::Control), m_over ? 2 : 1, m_over ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(lit ? QBrush(colour(palette(), Colour::Raised)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const QColor tone = colour(palette(), isEnabled() ? Colour::Text : Colour::Dim);
    const int spare = (height() - contentHeight(width())) / 2;
    QRect room = inside(width()).translated(0, spare);
    drawArrow(painter, QPointF(width() / 2.0, room.top()), colour(palette(), isEnabled() ? Colour::Accent : Colour::Dim));
    room.translate(0, kIcon + kGap);
    painter.setFont(semibold(font()));
    painter.setPen(tone);
    QRect drawn;
    painter.drawText(room, kFlags, text(), &drawn);
    painter.setFont(noteFont(font()));
    painter.setPen(colour(palette(), Colour::Dim));
    painter.drawText(room.translated(0, drawn.height() + kGap / 2), kFlags, m_hint);
    if (hasFocus() && m_keyboardFocus)
        drawFocus(painter, rect(), 6);
}

void DropArea::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void DropArea::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = isKeyboardFocus(event->reason());
    QAbstractButton::focusInEvent(event);
}

void DropArea::dragEnterEvent(QDragEnterEvent *event)
{
    if (fileOf(*event->mimeData()).isEmpty())
        return;
    m_over = true;
    update();
    event->acceptProposedAction();
}

void DropArea::dragLeaveEvent(QDragLeaveEvent *)
{
    m_over = false;
    update();
}

void DropArea::dropEvent(QDropEvent *event)
{
    m_over = false;
    update();
    event->acceptProposedAction();
    Q_EMIT dropped(fileOf(*event->mimeData()));
}

} // namespace gainstage
