// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/choice_box.h"

#include "app/gui/paint.h"

#include <QSignalBlocker>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace gainstage {

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setMinimumHeight(32);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0 && index < static_cast<int>(m_options.size()))
            Q_EMIT chosen(m_options[static_cast<std::size_t>(index)].value);
    });
}

void ChoiceBox::setOptions(const std::vector<SettingModel::Option> &options)
{
    if (options == m_options)
        return;
    const QSignalBlocker quiet(this);
    m_options = options;
    clear();
    for (const auto &option : options)
        addItem(option.meaning.isEmpty() ? option.label : QString(option.label % u" · "_s % option.meaning));
}

void ChoiceBox::setChosen(std::optional<Value> value, bool pending, const QString &text)
{
    const QSignalBlocker quiet(this);
    m_pending = pending;
    int index = -1;
    for (std::size_t candidate = 0; candidate < m_options.size(); ++candidate) {
        if (value && m_options[candidate].value == *value)
            index = static_cast<int>(candidate);
    }
    setPlaceholderText(text);
    setCurrentIndex(index);
    update();
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

void ChoiceBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(palette(), m_pending ? Colour::Accent : isEnabled() ? Colour::Control : Colour::Line), m_pending ? 2 : 1));
    painter.setBrush(colour(palette(), underMouse() && isEnabled() ? Colour::Raised : Colour::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QRect inside = rect().adjusted(12, 0, -32, 0);
    painter.setPen(colour(palette(), isEnabled() ? Colour::Text : Colour::Dim));
    const QString text = currentIndex() < 0 ? placeholderText() : currentText();
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
    const QPointF tip(width() - 18, height() / 2.0 + 2);
    painter.setPen(QPen(colour(palette(), Colour::Dim), 1.6));
    painter.drawPolyline(QPolygonF{tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)});
    if (hasFocus())
        drawFocus(painter, rect(), 6);
}

} // namespace gainstage
