// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/paint.h"
#include "app/gui/segmented_control.h"

#include <QKeyEvent>
#include <QPainterPath>

#include <algorithm>
#include <climits>
#include <cmath>

namespace gainstage {

namespace {

constexpr int kPad = 8, kAbove = 8, kLabelLine = 20, kMeaningLine = 18, kRadius = 6;

int widthOf(const QFont &font, const QString &text)
{
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

int labelLines(const QFont &font, const QString &text, int width)
{
    const QRect broken = QFontMetrics(font).boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap | Qt::AlignHCenter, text);
    return std::max(1, static_cast<int>(std::lround(double(broken.height()) / QFontMetrics(font).lineSpacing())));
}

} // namespace

Segment::Segment(const SettingModel::Option &option, QWidget *parent) : QRadioButton(parent), m_option(option)
{
    setAutoExclusive(false);
    setText(option.label);
}

void Segment::setOption(const SettingModel::Option &option)
{
    m_option = option;
    setText(option.label);
    update();
}

void Segment::setChosen(bool chosen, bool pending)
{
    m_pending = pending;
    setChecked(chosen);
    update();
}

int Segment::fullWidth() const
{
    const int label = widthOf(semibold(font()), m_option.label), meaning = widthOf(semibold(noteFont(font())), m_option.meaning);
    return std::max(label, meaning) + 2 * kPad;
}

int Segment::narrowest() const
{
    int widest = widthOf(semibold(noteFont(font())), m_option.meaning);
    for (const QString &word : m_option.label.split(u' '))
        widest = std::max(widest, widthOf(semibold(font()), word));
    return widest + 2 * kPad;
}

int Segment::heightFor(int width) const
{
    const int lines = labelLines(semibold(font()), m_option.label, width - 2 * kPad);
    return 2 * kAbove + lines * kLabelLine + (m_option.meaning.isEmpty() ? 0 : kMeaningLine);
}

QSize Segment::sizeHint() const
{
    return {fullWidth(), heightFor(fullWidth())};
}

bool Segment::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void Segment::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = isKeyboardFocus(event->reason()) || event->reason() == Qt::OtherFocusReason;
    QRadioButton::focusInEvent(event);
}

void Segment::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up: Q_EMIT stepped(-1); break;
    case Qt::Key_Right:
    case Qt::Key_Down: Q_EMIT stepped(1); break;
    case Qt::Key_Home: Q_EMIT stepped(INT_MIN); break;
    case Qt::Key_End: Q_EMIT stepped(INT_MAX); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); break;
    default: QRadioButton::keyPressEvent(event);
    }
}

QPainterPath Segment::outline() const
{
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(area, kRadius, kRadius);
    const double half = kRadius;
    if (!(m_rim & Qt::LeftEdge))
        path.addRect(area.adjusted(0, 0, half - area.width(), 0));
    if (!(m_rim & Qt::RightEdge))
        path.addRect(area.adjusted(area.width() - half, 0, 0, 0));
    if (!(m_rim & Qt::TopEdge))
        path.addRect(area.adjusted(0, 0, 0, half - area.height()));
    if (!(m_rim & Qt::BottomEdge))
        path.addRect(area.adjusted(0, area.height() - half, 0, 0));
    return path.simplified();
}

void Segment::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Shown shown{isChecked(), m_pending, isEnabled()};
    painter.setPen(QPen(colour(palette(), isEnabled() ? Colour::Control : Colour::Line), 1));
    painter.setBrush(isChecked() ? fillFor(palette(), shown)
                                 : QBrush(colour(palette(), underMouse() && isEnabled() ? Colour::Raised : Colour::Panel)));
    painter.drawPath(outline());
    if (isChecked() && isEnabled()) {
        painter.setPen(QPen(colour(palette(), Colour::Accent), m_pending ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(outline());
    }
    drawTexts(painter);
    if (hasFocus() && m_keyboardFocus)
        drawFocus(painter, QRectF(rect()).adjusted(2, 2, -2, -2), kRadius - 2);
}

void Segment::drawTexts(QPainter &painter) const
{
    const bool full = isChecked() && !m_pending && isEnabled();
    const QColor text = full ? colour(palette(), Colour::OnAccent) : colour(palette(), isEnabled() ? Colour::Text : Colour::Dim);
    painter.setPen(text);
    painter.setFont(isChecked() ? semibold(font()) : font());
    const QFont note = isChecked() ? semibold(noteFont(font())) : noteFont(font());
    const QRect inside = rect().adjusted(kPad, kAbove, -kPad, -kAbove);
    if (m_vertical) {
        painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, m_option.label);
    } else {
        const int below = m_option.meaning.isEmpty() ? 0 : kMeaningLine;
        painter.drawText(inside.adjusted(0, 0, 0, -below), Qt::AlignCenter | Qt::TextWordWrap, m_option.label);
    }
    painter.setFont(note);
    painter.setPen(full ? text : colour(palette(), Colour::Dim));
    painter.drawText(inside, m_vertical ? Qt::AlignVCenter | Qt::AlignRight : Qt::AlignHCenter | Qt::AlignBottom, m_option.meaning);
}

} // namespace gainstage
