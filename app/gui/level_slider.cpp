// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/level_slider.h"

#include "app/gui/paint.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace gainstage {

namespace {

constexpr double kThumb = 10, kTrack = 4;
constexpr int kHeight = 28, kNotch = 120;

} // namespace

LevelSlider::LevelSlider(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LevelSlider::setRange(const Range &range)
{
    m_range = range;
    update();
}

void LevelSlider::setFromZero(bool fromZero)
{
    m_fromZero = fromZero;
    update();
}

void LevelSlider::setShown(std::optional<Value> value, bool pending, const QString &text)
{
    const bool moved = value != m_value || text != m_text;
    m_value = value;
    m_pending = pending;
    m_text = text;
    update();
    if (moved && value) {
        QAccessibleValueChangeEvent event(this, value->raw);
        QAccessible::updateAccessibility(&event);
    }
}

QSize LevelSlider::sizeHint() const
{
    return {240, kHeight};
}

QSize LevelSlider::minimumSizeHint() const
{
    return {96, kHeight};
}

double LevelSlider::place(std::int32_t raw) const
{
    const double span = std::max(1.0, double(m_range.max) - m_range.min);
    return kThumb + (double(raw) - m_range.min) / span * (width() - 2 * kThumb);
}

QPoint LevelSlider::thumb() const
{
    return {static_cast<int>(std::lround(place(m_value ? m_value->raw : m_range.min))), height() / 2};
}

Value LevelSlider::at(double x) const
{
    const double share = std::clamp((x - kThumb) / std::max(1.0, width() - 2 * kThumb), 0.0, 1.0);
    return nearest(m_range.min + share * (double(m_range.max) - m_range.min));
}

/// The last step is the highest that is not beyond the end.
Value LevelSlider::nearest(double raw) const
{
    const int step = std::max(1, m_range.step);
    const double last = std::floor((double(m_range.max) - m_range.min) / step);
    const double steps = std::clamp(std::round((raw - m_range.min) / step), 0.0, last);
    return {static_cast<std::int32_t>(m_range.min + steps * step)};
}

void LevelSlider::wishNearest(double raw)
{
    Q_EMIT wished(nearest(raw));
}

void LevelSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const double centre = m_value ? place(m_value->raw) : -1000;
    const double x = event->position().x();
    m_grip = std::abs(x - centre) <= kThumb ? x - centre : 0;
    m_dragged = m_value;
    drag(x);
}

void LevelSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        drag(event->position().x());
}

void LevelSlider::mouseReleaseEvent(QMouseEvent *)
{
    m_dragged.reset();
}

void LevelSlider::drag(double x)
{
    const Value value = at(x - m_grip);
    if (m_dragged == value)
        return;
    m_dragged = value;
    Q_EMIT wished(value);
}

void LevelSlider::wheelEvent(QWheelEvent *event)
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

void LevelSlider::keyPressEvent(QKeyEvent *event)
{
    const int by = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    const int direction = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Up: Q_EMIT stepped(by); break;
    case Qt::Key_Down: Q_EMIT stepped(-by); break;
    case Qt::Key_Right: Q_EMIT stepped(by * direction); break;
    case Qt::Key_Left: Q_EMIT stepped(-by * direction); break;
    case Qt::Key_PageUp: Q_EMIT stepped(10); break;
    case Qt::Key_PageDown: Q_EMIT stepped(-10); break;
    case Qt::Key_Home: Q_EMIT wished({m_range.min}); break;
    case Qt::Key_End: Q_EMIT wished(at(width())); break;
    default: QWidget::keyPressEvent(event);
    }
}

void LevelSlider::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = isKeyboardFocus(event->reason());
    QWidget::focusInEvent(event);
}

void LevelSlider::focusOutEvent(QFocusEvent *event)
{
    m_dragged.reset();
    QWidget::focusOutEvent(event);
}

void LevelSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawTrack(painter);
    drawThumb(painter);
    if (hasFocus() && m_keyboardFocus)
        drawFocus(painter, rect(), 6);
}

void LevelSlider::drawTrack(QPainter &painter) const
{
    const double middle = height() / 2.0;
    const QRectF track(0, middle - kTrack / 2, width(), kTrack);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(palette(), isEnabled() ? Colour::Control : Colour::Line));
    painter.drawRoundedRect(track, kTrack / 2, kTrack / 2);
    const bool centred = m_fromZero && m_range.min < 0 && m_range.max > 0;
    if (centred)
        painter.drawRoundedRect(QRectF(place(0) - 1, middle - 7, 2, 14), 1, 1);
    if (!m_value || !isEnabled())
        return;
    const double from = centred ? place(0) : track.left(), to = place(m_value->raw);
    painter.setBrush(colour(palette(), Colour::Accent));
    painter.drawRoundedRect(QRectF(QPointF(std::min(from, to), track.top()), QPointF(std::max(from, to), track.bottom())), kTrack / 2, kTrack / 2);
}

void LevelSlider::drawThumb(QPainter &painter) const
{
    if (!m_value)
        return;
    const Shown shown{true, m_pending, isEnabled()};
    QPen pen = outlineFor(palette(), shown);
    pen.setWidthF(3);
    painter.setPen(pen);
    painter.setBrush(fillFor(palette(), shown));
    painter.drawEllipse(QPointF(place(m_value->raw), height() / 2.0), kThumb - 2, kThumb - 2);
}

} // namespace gainstage
