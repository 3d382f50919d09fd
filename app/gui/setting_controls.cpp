// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/setting_controls.h"

#include "app/gui/choice_box.h"
#include "app/gui/labels.h"
#include "app/gui/level_slider.h"
#include "app/gui/number_edit.h"
#include "app/gui/segmented_control.h"
#include "app/gui/toggle_switch.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr std::size_t kMostSegments = 5;
constexpr int kNumberWidth = 80;

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    return layout;
}

/// The widest text of a range: one of its ends.
QString widest(const SettingModel &model)
{
    const Range *range = model.setting().range();
    const QString low = model.text({range->min}), high = model.text({range->max});
    return low.size() >= high.size() ? low : high;
}

} // namespace

ChoiceControl::ChoiceControl(SettingModel &model, QWidget *parent) : QWidget(parent), m_model(model), m_refusal(new RefusalLine(this))
{
    QVBoxLayout *layout = columnIn(this);
    if (model.setting().choices()->list.size() <= kMostSegments) {
        m_segments = new SegmentedControl(this);
        layout->addWidget(m_segments);
        connect(m_segments, &SegmentedControl::chosen, &model, &SettingModel::wish);
    } else {
        m_list = new ChoiceBox(this);
        m_list->setAccessibleName(model.label());
        layout->addWidget(m_list);
        connect(m_list, &ChoiceBox::chosen, &model, &SettingModel::wish);
    }
    layout->addWidget(m_refusal);
    connect(&model, &SettingModel::changed, this, &ChoiceControl::showModel);
    showModel();
}

void ChoiceControl::showModel()
{
    if (m_segments) {
        m_segments->setOptions(m_model.label(), m_model.options());
        m_segments->setChosen(m_model.shown(), m_model.isPending());
        m_segments->setEnabled(m_model.isEnabled());
    } else {
        m_list->setOptions(m_model.options());
        m_list->setChosen(m_model.shown(), m_model.isPending(), m_model.text());
        m_list->setEnabled(m_model.isEnabled());
    }
    m_refusal->setRefusal(m_model.refusal());
}

LevelControl::LevelControl(SettingModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_slider(new LevelSlider(this)), m_number(new NumberEdit(this)), m_refusal(new RefusalLine(this))
{
    QVBoxLayout *layout = columnIn(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_slider, 1);
    row->addWidget(m_number);
    layout->addLayout(row);
    layout->addWidget(m_refusal);
    m_slider->setRange(*model.setting().range());
    m_slider->setFromZero(model.setting().role == Role::Balance);
    m_slider->setAccessibleName(model.label());
    m_number->setAccessibleName(tr("%1, typed").arg(model.label()));
    m_number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_number->setWidest(widest(model));
    m_number->setNarrowest(kNumberWidth);
    connect(m_slider, &LevelSlider::wished, &model, &SettingModel::wish);
    connect(m_slider, &LevelSlider::stepped, &model, &SettingModel::stepBy);
    connect(m_number, &NumberEdit::typed, &model, &SettingModel::wishText);
    connect(m_number, &NumberEdit::stepped, &model, &SettingModel::stepBy);
    connect(&model, &SettingModel::changed, this, &LevelControl::showModel);
    showModel();
}

void LevelControl::showModel()
{
    m_slider->setShown(m_model.shown(), m_model.isPending(), m_model.text());
    m_slider->setEnabled(m_model.isEnabled());
    m_number->setNumber(m_model.text(), m_model.isPending(), !m_model.isEnabled());
    m_number->setEnabled(m_model.isEnabled());
    m_refusal->setRefusal(m_model.refusal());
}

SwitchControl::SwitchControl(SettingModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_switch(new ToggleSwitch(this)), m_text(makeLabel({}, Tone::Dim, this)), m_refusal(new RefusalLine(this))
{
    QVBoxLayout *layout = columnIn(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addStretch(1);
    row->addWidget(m_text);
    row->addWidget(m_switch);
    m_text->setWordWrap(false);
    layout->addLayout(row);
    layout->addWidget(m_refusal);
    connect(m_switch, &ToggleSwitch::clicked, &model, [&model] { model.wish({model.shown() == Value{1} ? 0 : 1}); });
    connect(&model, &SettingModel::changed, this, &SwitchControl::showModel);
    showModel();
}

void SwitchControl::showModel()
{
    const auto value = m_model.shown();
    m_switch->setShown(value ? std::optional(value->raw != 0) : std::nullopt, m_model.isPending());
    m_switch->setEnabled(m_model.isEnabled());
    m_switch->setAccessibleName(m_model.label() % u": "_s % m_model.text());
    m_text->setText(m_model.text());
    m_refusal->setRefusal(m_model.refusal());
}

ReadOnlyControl::ReadOnlyControl(SettingModel &model, QWidget *parent) : QWidget(parent)
{
    auto *value = new ValueLabel(this);
    columnIn(this)->addWidget(value);
    const auto show = [&model, value] {
        value->setText(model.text());
        value->setAccessibleName(model.label() % u": "_s % model.text());
    };
    connect(&model, &SettingModel::changed, value, show);
    show();
}

QWidget *makeControl(SettingModel &model, QWidget *parent)
{
    if (model.setting().flags.readOnly)
        return new ReadOnlyControl(model, parent);
    if (model.setting().choices())
        return new ChoiceControl(model, parent);
    if (model.setting().range())
        return new LevelControl(model, parent);
    return new SwitchControl(model, parent);
}

} // namespace gainstage
