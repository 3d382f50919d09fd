// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/firmware_cards.h"

#include "app/gui/buttons.h"
#include "app/gui/key_value_rows.h"
#include "app/gui/labels.h"

#include <QHBoxLayout>

namespace gainstage {

InstalledCard::InstalledCard(FirmwareModel &model, QWidget *parent)
    : Card(tr("Installed"), parent), m_model(model), m_rows(new KeyValueRows(this)), m_trial(makeNote({}, this)),
      m_question(makeLabel({}, Tone::Text, this)), m_keep(makeButton(tr("Keep this version"), ButtonKind::Primary, this)),
      m_back(makeButton({}, ButtonKind::Plain, this)), m_sure(makeButton(tr("Go back"), ButtonKind::Danger, this)),
      m_stay(makeButton(tr("Stay"), ButtonKind::Plain, this))
{
    body()->addWidget(m_rows);
    body()->addWidget(m_trial);
    body()->addWidget(m_question);
    body()->addLayout(buttonRow({m_keep, m_sure, m_stay, m_back}));
    setTone(*m_trial, Tone::Accent);
    connect(m_keep, &QPushButton::clicked, &model, &FirmwareModel::keep);
    connect(m_back, &QPushButton::clicked, this, [this] { ask(true); });
    connect(m_stay, &QPushButton::clicked, this, [this] { ask(false); });
    connect(m_sure, &QPushButton::clicked, this, [this] {
        ask(false);
        m_model.goBack();
    });
    connect(&model, &FirmwareModel::changed, this, &InstalledCard::showModel);
    showModel();
}

void InstalledCard::ask(bool asking)
{
    m_asking = asking;
    showModel();
    (asking ? m_stay : m_back)->setFocus(Qt::OtherFocusReason);
}

void InstalledCard::showModel()
{
    const QString before = m_model.versionBefore();
    m_asking = m_asking && !before.isEmpty();
    m_rows->setRows(m_model.rows());
    m_trial->setText(m_model.trialText());
    m_trial->setVisible(m_model.isOnTrial());
    m_question->setText(m_model.goBackQuestion());
    m_question->setVisible(m_asking);
    m_back->setText(tr("Go back to %1…").arg(before));
    m_keep->setVisible(m_model.isOnTrial() && !m_asking);
    m_back->setVisible(!before.isEmpty() && !m_asking);
    m_sure->setVisible(m_asking);
    m_stay->setVisible(m_asking);
    for (QPushButton *button : {m_keep, m_back, m_sure})
        button->setEnabled(m_model.isIdle());
}

RecoveryCard::RecoveryCard(FirmwareModel &model, QWidget *parent) : Card(tr("If the amp does not come back"), parent)
{
    for (const QString &paragraph : model.recovery())
        body()->addWidget(makeNote(paragraph, this));
}

InterruptedCard::InterruptedCard(FirmwareModel &model, QWidget *parent)
    : Card({}, parent), m_model(model), m_details(makeLabel({}, Tone::Dim, this)), m_goOn(makeButton(tr("Go on"), ButtonKind::Primary, this)),
      m_drop(makeButton(tr("Discard it"), ButtonKind::Plain, this))
{
    body()->addWidget(m_details);
    body()->addLayout(buttonRow({m_goOn, m_drop}));
    connect(m_goOn, &QPushButton::clicked, &model, &FirmwareModel::resume);
    connect(m_drop, &QPushButton::clicked, &model, &FirmwareModel::drop);
    connect(&model, &FirmwareModel::changed, this, &InterruptedCard::showModel);
    showModel();
}

void InterruptedCard::showModel()
{
    const auto interrupted = m_model.interrupted();
    setVisible(interrupted.has_value());
    if (!interrupted)
        return;
    title()->setText(interrupted->title);
    setAccessibleName(interrupted->title);
    m_details->setText(interrupted->details);
    m_drop->setVisible(interrupted->canDrop);
    m_goOn->setEnabled(m_model.isIdle());
    m_drop->setEnabled(m_model.isIdle());
}

} // namespace gainstage
