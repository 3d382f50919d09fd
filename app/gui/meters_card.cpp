// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/meters_card.h"

#include "app/gui/labels.h"
#include "app/gui/meter_bar.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

MetersCard::MetersCard(MetersModel &model, const QLocale &locale, QWidget *parent)
    : Card(tr("Level"), parent), m_model(model), m_clip(makeNote({}, this))
{
    setCorner(m_clip);
    m_clip->setWordWrap(false);
    body()->setSpacing(2);
    for (int channel = 0; channel < model.layout().channels; ++channel) {
        body()->addWidget(makeNote(model.channelName(channel), this));
        auto *bar = new MeterBar(this);
        bar->setAccessibleName(tr("Level %1").arg(model.channelName(channel)));
        body()->addWidget(bar);
        body()->addSpacing(6);
        m_bars.push_back(bar);
    }
    body()->addWidget(new MeterScale(locale, this));
    connect(&model, &MetersModel::changed, this, &MetersCard::showModel);
    showModel();
}

void MetersCard::showModel()
{
    m_clip->setText(m_model.clipText());
    setTone(*m_clip, m_model.isClipping() ? Tone::Danger : Tone::Dim);
    for (std::size_t index = 0; index < m_bars.size(); ++index) {
        const int channel = static_cast<int>(index);
        const auto level = m_model.level(channel);
        m_bars[index]->setLevel(level ? std::optional(level->value) : std::nullopt, m_model.isClipping(), m_model.levelText(channel));
        m_bars[index]->setToolTip(m_model.levelText(channel));
    }
}

void MetersCard::showEvent(QShowEvent *event)
{
    m_model.setWatched(true);
    Card::showEvent(event);
}

void MetersCard::hideEvent(QHideEvent *event)
{
    m_model.setWatched(false);
    Card::hideEvent(event);
}

} // namespace gainstage
