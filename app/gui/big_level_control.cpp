// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/labels.h"
#include "app/gui/level_slider.h"
#include "app/gui/number_edit.h"
#include "app/gui/setting_controls.h"
#include "app/gui/theme.h"

#include "app/core/value_text.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gainstage {

BigLevelControl::BigLevelControl(SettingModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_slider(new LevelSlider(this)), m_number(new NumberEdit(this)),
      m_less(stepButton(u"−"_s, tr("%1: one step less").arg(model.label()), -1)),
      m_more(stepButton(u"+"_s, tr("%1: one step more").arg(model.label()), 1)), m_refusal(new RefusalLine(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(numberRow());
    layout->addWidget(m_slider);
    layout->addLayout(ends());
    layout->addWidget(m_refusal);
    m_slider->setRange(*model.setting().range());
    m_slider->setAccessibleName(model.label());
    connect(m_slider, &LevelSlider::wished, &model, &SettingModel::wish);
    connect(m_slider, &LevelSlider::stepped, &model, &SettingModel::stepBy);
    connect(m_number, &NumberEdit::typed, &model, &SettingModel::wishText);
    connect(m_number, &NumberEdit::stepped, &model, &SettingModel::stepBy);
    connect(&model, &SettingModel::changed, this, &BigLevelControl::showModel);
    orderTabs();
    showModel();
}

void BigLevelControl::orderTabs()
{
    setTabOrder(m_number, m_less);
    setTabOrder(m_less, m_more);
    setTabOrder(m_more, m_slider);
}

QPushButton *BigLevelControl::stepButton(const QString &sign, const QString &name, int steps)
{
    auto *button = new QPushButton(sign, this);
    button->setProperty("kind", u"square"_s);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRepeat(true);
    connect(button, &QPushButton::clicked, this, [this, steps] { m_model.stepBy(steps); });
    return button;
}

QLayout *BigLevelControl::numberRow()
{
    const Range &range = *m_model.setting().range();
    const QString low = shownNumber(range, {range.min}, m_model.locale()), high = shownNumber(range, {range.max}, m_model.locale());
    m_number->setFont(bigFont(font()));
    m_number->setWidest(low.size() >= high.size() ? low : high);
    m_number->setAccessibleName(m_model.unit().isEmpty() ? m_model.label() : tr("%1 in %2").arg(m_model.label(), m_model.unit()));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_number);
    auto *unit = makeLabel(m_model.unit(), Tone::Dim, this);
    unit->setProperty("kind", u"unit"_s);
    unit->setContentsMargins(0, 14, 0, 0);
    row->addWidget(unit);
    row->addStretch(1);
    row->addWidget(m_less, 0, Qt::AlignBottom);
    row->addWidget(m_more, 0, Qt::AlignBottom);
    return row;
}

QLayout *BigLevelControl::ends()
{
    const Range &range = *m_model.setting().range();
    auto *row = new QHBoxLayout;
    row->addWidget(makeNote(shownNumber(range, {range.min}, m_model.locale()), this));
    row->addStretch(1);
    row->addWidget(makeNote(m_model.text({range.max}), this));
    return row;
}

void BigLevelControl::setSilenced(bool silenced)
{
    m_silenced = silenced;
    showModel();
}

void BigLevelControl::showModel()
{
    const bool enabled = m_model.isEnabled();
    m_slider->setShown(m_model.shown(), m_model.isPending(), m_model.text());
    m_number->setNumber(m_model.number(), m_model.isPending(), m_silenced || !enabled);
    for (QWidget *part : std::initializer_list<QWidget *>{m_slider, m_number, m_less, m_more})
        part->setEnabled(enabled);
    m_refusal->setRefusal(m_model.refusal());
}

} // namespace gainstage
