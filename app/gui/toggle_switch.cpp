// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/toggle_switch.h"

#include "app/gui/paint.h"

#include <QFocusEvent>

namespace gainstage {

ToggleSwitch::ToggleSwitch(QWidget *parent) : QCheckBox(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToggleSwitch::setShown(std::optional<bool> on, bool pending)
{
    m_known = on.has_value();
    m_pending = pending;
    setTristate(!m_known);
    setCheckState(!on ? Qt::PartiallyChecked : *on ? Qt::Checked : Qt::Unchecked);
    update();
}

QSize ToggleSwitch::sizeHint() const
{
    return {48, 28};
}

bool ToggleSwitch::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void ToggleSwitch::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = isKeyboardFocus(event->reason());
    QCheckBox::focusInEvent(event);
}

void ToggleSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(8, 4, -1, -4);
    const bool on = checkState() == Qt::Checked;
    const Shown shown{on, m_pending, isEnabled()};
    painter.setPen(on ? outlineFor(palette(), shown) : QPen(colour(palette(), Colour::Control), 2));
    painter.setBrush(on ? fillFor(palette(), shown) : QBrush(colour(palette(), Colour::Panel)));
    painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), body.height() / 2 - 1, body.height() / 2 - 1);
    const double knob = body.height() / 2 - 5;
    const double x = !m_known ? body.center().x() : on ? body.right() - knob - 5 : body.left() + knob + 5;
    painter.setPen(Qt::NoPen);
    const Colour full = on && isEnabled() ? (m_pending ? Colour::Accent : Colour::OnAccent) : Colour::Control;
    painter.setBrush(colour(palette(), full));
    painter.drawEllipse(QPointF(x, body.center().y()), knob, knob);
    if (hasFocus() && m_keyboardFocus)
        drawFocus(painter, rect(), 8);
}

} // namespace gainstage
