// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/filter_picture.h"

#include "app/gui/paint.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

/// How a response rings around its peak, in samples: before it (zero for minimum phase) and after.
struct Shape {
    const char *key;
    double before, after;
    bool held; ///< no filter at all: each sample is held until the next
};
constexpr Shape kShapes[] = {
    {"sharp", 4.0, 4.0, false}, {"slow", 1.3, 1.3, false}, {"short", 0.0, 4.5, false}, {"short-slow", 0.0, 1.6, false}, {"nos", 0.0, 0.0, true},
};
constexpr double kSamples = 7.5; // to each side

const Shape *shapeOf(const QString &key)
{
    const auto found = std::ranges::find_if(kShapes, [&](const Shape &shape) { return key == QLatin1StringView(shape.key); });
    return found == std::end(kShapes) ? nullptr : found;
}

double response(const Shape &shape, double sample)
{
    if (shape.held)
        return std::abs(sample) < 0.5 ? 1.0 : 0.0;
    const double decay = sample < 0 ? shape.before : shape.after;
    if (decay == 0.0)
        return std::exp(-18.0 * sample * sample);
    const double angle = std::numbers::pi * sample;
    const double sinc = std::abs(angle) < 1e-9 ? 1.0 : std::sin(angle) / angle;
    return sinc * std::exp(-std::abs(sample) / decay / 2.0) * (1.0 + 0.25 * std::abs(sample));
}

} // namespace

FilterPicture::FilterPicture(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

bool FilterPicture::knows(const QString &key)
{
    return shapeOf(key) != nullptr;
}

void FilterPicture::setFilter(const QString &key)
{
    m_key = key;
    update();
}

QSize FilterPicture::sizeHint() const
{
    return {160, 56};
}

void FilterPicture::paintEvent(QPaintEvent *)
{
    const Shape *shape = shapeOf(m_key);
    if (!shape)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double zero = height() * 0.74, scale = height() * 0.62;
    painter.setPen(QPen(colour(palette(), Colour::Line), 1));
    painter.drawLine(QPointF(0, zero), QPointF(width(), zero));
    QPolygonF curve;
    for (int pixel = 0; pixel <= 2 * width(); ++pixel) {
        const double x = pixel / 2.0, sample = (x / width() * 2 - 1) * kSamples;
        curve << QPointF(x, zero - scale * response(*shape, sample));
    }
    painter.setPen(QPen(colour(palette(), isEnabled() ? Colour::Accent : Colour::Control), 1.5));
    painter.drawPolyline(curve);
}

} // namespace gainstage
