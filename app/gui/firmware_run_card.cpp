// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/firmware_run_card.h"

#include "app/gui/buttons.h"
#include "app/gui/item_list.h"
#include "app/gui/labels.h"

#include <QHBoxLayout>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace gainstage {

FirmwareRunCard::FirmwareRunCard(FirmwareModel &model, QWidget *parent)
    : Card({}, parent), m_model(model), m_steps(new ItemList(tr("Steps"), this)), m_bar(new QProgressBar(this)), m_percent(new ValueLabel(this)),
      m_figures(makeNote({}, this)), m_away(makeLabel({}, Tone::Accent, this)), m_note(makeNote({}, this)),
      m_cancel(makeButton(tr("Cancel"), ButtonKind::Plain, this))
{
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Sent to the amp"));
    setCorner(m_percent);
    body()->addWidget(m_bar);
    body()->addWidget(m_figures);
    body()->addWidget(m_away);
    body()->addSpacing(4);
    body()->addWidget(m_steps);
    body()->addSpacing(4);
    body()->addWidget(m_note);
    body()->addLayout(buttonRow({m_cancel}));
    connect(m_cancel, &QPushButton::clicked, &model, &FirmwareModel::cancel);
    connect(&model, &FirmwareModel::changed, this, &FirmwareRunCard::showModel);
    showModel();
}

void FirmwareRunCard::showModel()
{
    const auto running = m_model.running();
    if (!running)
        return;
    title()->setText(running->title);
    setAccessibleName(running->title);
    m_steps->setItems(running->steps);
    m_bar->setVisible(running->percent.has_value());
    m_bar->setValue(running->percent.value_or(0));
    m_percent->setText(running->percent ? running->percentText : QString());
    m_figures->setText(running->figures);
    m_figures->setVisible(!running->figures.isEmpty());
    m_away->setText(running->away);
    m_away->setVisible(!running->away.isEmpty());
    m_note->setText(running->note);
    m_cancel->setEnabled(running->canCancel);
    m_cancel->setText(running->isCancelling ? tr("Cancelling…") : tr("Cancel"));
    m_cancel->setAccessibleDescription(running->note);
}

} // namespace gainstage
