// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "devices/amp/setting.h"

namespace gainstage {

/// A slider for a range: drag, click, wheel (when it has the focus, so that a page scrolled past it changes nothing) and arrows by the
/// amp's own step, Shift or Page by ten, Home and End to the ends. It shows what it is told and asks with wished() and stepped().
class LevelSlider : public QWidget {
    Q_OBJECT
public:
    explicit LevelSlider(QWidget *parent = nullptr);

    void setRange(const Range &range);
    /// Filled from zero instead of from the left end, where zero is inside the range.
    void setFromZero(bool fromZero);
    /// nullopt: nobody knows. `text` is the value with its unit, for screen readers.
    void setShown(std::optional<Value> value, bool pending, const QString &text);

    const Range &range() const { return m_range; }
    std::optional<Value> value() const { return m_value; }
    QString valueText() const { return m_text; }
    bool isPending() const { return m_pending; }
    /// Asks for the amp's nearest value.
    void wishNearest(double raw);
    /// Where the thumb's centre is; for tests.
    QPoint thumb() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wished(gainstage::Value value);
    void stepped(int steps);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    double place(std::int32_t raw) const;
    Value at(double x) const;
    Value nearest(double raw) const;
    void drag(double x);
    void drawTrack(QPainter &painter) const;
    void drawThumb(QPainter &painter) const;

    Range m_range{Unit::None, 0, 100, 1};
    std::optional<Value> m_value, m_dragged;
    QString m_text;
    bool m_pending = false, m_fromZero = false, m_keyboardFocus = false;
    double m_grip = 0; ///< from the thumb's centre to where it was taken
    int m_wheel = 0;   ///< eighths of a degree that are not a whole notch yet
};

} // namespace gainstage
