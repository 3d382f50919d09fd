// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/labels.h"

#include "app/gui/paint.h"

#include <QAccessible>
#include <QStyle>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Dim: return u"dim"_s;
    case Tone::Accent: return u"accent"_s;
    case Tone::Ok: return u"ok"_s;
    case Tone::Danger: return u"danger"_s;
    case Tone::Text: break;
    }
    return u"text"_s;
}

} // namespace

void setTone(QLabel &label, Tone tone)
{
    const QString name = toneName(tone);
    if (label.property("tone").toString() == name)
        return;
    label.setProperty("tone", name);
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

QLabel *makeLabel(const QString &text, Tone tone, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTone(*label, tone);
    return label;
}

namespace {

/// Its font comes from the style sheet: one that is set gets lost when the sheet is applied.
QLabel *makeKind(const QString &kind, const QString &text, Tone tone, QWidget *parent)
{
    QLabel *label = makeLabel(text, tone, parent);
    label->setProperty("kind", kind);
    return label;
}

} // namespace

QLabel *makeNote(const QString &text, QWidget *parent)
{
    return makeKind(u"note"_s, text, Tone::Dim, parent);
}

QLabel *makeTitle(const QString &text, QWidget *parent)
{
    return makeKind(u"title"_s, text, Tone::Text, parent);
}

QLabel *makeHeadline(const QString &text, QWidget *parent)
{
    return makeKind(u"headline"_s, text, Tone::Text, parent);
}

ValueLabel::ValueLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setFont(semibold(font()));
    setTone(*this, Tone::Text);
}

QSize ValueLabel::sizeHint() const
{
    return {static_cast<int>(std::ceil(tabularWidth(font(), text()))), 20};
}

QSize ValueLabel::minimumSizeHint() const
{
    return {std::min(40, sizeHint().width()), sizeHint().height()};
}

void ValueLabel::resizeEvent(QResizeEvent *event)
{
    setToolTip(sizeHint().width() > width() ? text() : QString());
    QLabel::resizeEvent(event);
}

void ValueLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(isEnabled() ? palette().color(foregroundRole()) : colour(palette(), Colour::Dim));
    const QFontMetricsF metrics(font());
    const QString shown = sizeHint().width() > width() ? metrics.elidedText(text(), Qt::ElideRight, width()) : text();
    const double left = alignment() & Qt::AlignRight ? width() - tabularWidth(font(), shown) : 0;
    drawTabular(painter, {left, (height() + metrics.capHeight()) / 2}, shown);
}

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setWhole(const QString &text)
{
    m_whole = text;
    setAccessibleName(text);
    updateGeometry();
    resizeEvent(nullptr);
}

QSize ElidedLabel::sizeHint() const
{
    return {static_cast<int>(std::ceil(QFontMetricsF(font()).horizontalAdvance(m_whole))) + 2, QFontMetrics(font()).height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(40, sizeHint().width()), sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *)
{
    const QString shown = fontMetrics().elidedText(m_whole, Qt::ElideRight, width());
    setText(shown);
    setToolTip(shown == m_whole ? QString() : m_whole);
}

RefusalLine::RefusalLine(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(noteFont(font()));
    setTone(*this, Tone::Danger);
    hide();
}

void RefusalLine::setRefusal(const QString &text)
{
    const QString shown = text.isEmpty() ? text : QString(u"⚠ "_s % text);
    if (shown == this->text())
        return;
    setText(shown);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace gainstage
