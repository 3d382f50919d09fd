// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/meter_bar.h"

#include "app/gui/paint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gainstage {

MeterBar::MeterBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MeterBar::setLevel(std::optional<double> dbfs, bool clipping, const QString &text)
{
    m_level = dbfs;
    m_clipping = clipping;
    m_text = text;
    update();
}

QSize MeterBar::sizeHint() const
{
    return {160, 8};
}

void MeterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(0.5, 0.5, width() - 1, height() - 1);
    painter.setPen(QPen(colour(palette(), isEnabled() ? Colour::Control : Colour::Line), 1));
    painter.setBrush(colour(palette(), Colour::Raised));
    painter.drawRoundedRect(track, 4, 4);
    if (!m_level || !isEnabled())
        return;
    const double share = std::clamp((*m_level - kLowest) / -kLowest, 0.0, 1.0);
    painter.setClipRect(QRectF(0, 0, width() * share, height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(palette(), m_clipping ? Colour::Danger : Colour::Ok));
    painter.drawRoundedRect(rect(), 4, 4);
}

MeterScale::MeterScale(const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_low(u"−%1"_s.arg(locale.toString(60))), m_middle(u"−%1"_s.arg(locale.toString(30))), m_high(tr("0 dBFS"))
{
    setFont(noteFont(font()));
}

QSize MeterScale::sizeHint() const
{
    return {160, QFontMetrics(font()).height() + 2};
}

void MeterScale::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(colour(palette(), Colour::Dim));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, m_low);
    painter.drawText(rect(), Qt::AlignHCenter | Qt::AlignVCenter, m_middle);
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, m_high);
}

} // namespace gainstage
