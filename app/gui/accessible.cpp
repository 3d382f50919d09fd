// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/accessible.h"

#include "app/core/value_text.h"
#include "app/gui/level_slider.h"
#include "app/gui/meter_bar.h"

#include <QAccessibleWidget>

#include <cmath>

namespace gainstage {

namespace {

/// A slider in the shown unit (dB, not centi-decibel); its text carries the unit.
class AccessibleSlider final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleSlider(LevelSlider *slider) : QAccessibleWidget(slider, QAccessible::Slider), m_slider(*slider) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this) : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override { return kind == QAccessible::Value ? m_slider.valueText() : QAccessibleWidget::text(kind); }
    QVariant currentValue() const override { return m_slider.value() ? QVariant(m_slider.value()->raw / scale()) : QVariant(); }
    void setCurrentValue(const QVariant &value) override { m_slider.wishNearest(value.toDouble() * scale()); }
    QVariant maximumValue() const override { return m_slider.range().max / scale(); }
    QVariant minimumValue() const override { return m_slider.range().min / scale(); }
    QVariant minimumStepSize() const override { return m_slider.range().step / scale(); }

private:
    double scale() const { return unitScale(m_slider.range().unit); }
    LevelSlider &m_slider;
};

class AccessibleMeter final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleMeter(MeterBar *bar) : QAccessibleWidget(bar, QAccessible::ProgressBar), m_bar(*bar) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this) : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override { return kind == QAccessible::Value ? m_bar.levelText() : QAccessibleWidget::text(kind); }
    QVariant currentValue() const override { return m_bar.level() ? QVariant(*m_bar.level()) : QVariant(); }
    void setCurrentValue(const QVariant &) override {}
    QVariant maximumValue() const override { return 0.0; }
    QVariant minimumValue() const override { return MeterBar::kLowest; }
    QVariant minimumStepSize() const override { return {}; }

private:
    MeterBar &m_bar;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    if (auto *slider = qobject_cast<LevelSlider *>(object))
        return new AccessibleSlider(slider);
    if (auto *bar = qobject_cast<MeterBar *>(object))
        return new AccessibleMeter(bar);
    return nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(&make);
}

} // namespace gainstage
