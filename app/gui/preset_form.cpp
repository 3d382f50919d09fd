// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/preset_form.h"

#include "app/gui/labels.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

PresetForm::PresetForm(PresetsModel &model, QWidget *parent)
    : Card(tr("Save the amp's set-up"), parent), m_model(model), m_name(addField(tr("Name"), tr("for instance: Evening"))),
      m_headphone(addField(tr("Headphone"), tr("for instance: HD 650"))), m_cable(addField(tr("Cable"), tr("for instance: balanced, XLR-4"))),
      m_note(new QPlainTextEdit(this)), m_save(new QPushButton(tr("Save"), this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_refusal(new RefusalLine(this))
{
    body()->addWidget(makeNote(tr("Note"), this));
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(72);
    body()->addWidget(m_note);
    body()->addWidget(m_refusal);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    m_save->setProperty("kind", u"primary"_s);
    connect(m_save, &QPushButton::clicked, this, &PresetForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &PresetForm::finished);
    for (QLineEdit *field : {m_name, m_headphone, m_cable})
        connect(field, &QLineEdit::returnPressed, this, &PresetForm::save);
    connect(m_name, &QLineEdit::textChanged, this, &PresetForm::showTaken);
}

QLineEdit *PresetForm::addField(const QString &label, const QString &placeholder)
{
    auto *field = new QLineEdit(this);
    field->setAccessibleName(label);
    field->setPlaceholderText(placeholder);
    body()->addWidget(makeNote(label, this));
    body()->addWidget(field);
    return field;
}

void PresetForm::begin()
{
    const PresetsModel::Form form = m_model.suggestion();
    m_name->setText(form.name);
    m_headphone->setText(form.headphone);
    m_cable->setText(form.cable);
    m_note->setPlainText(form.note);
    m_refusal->setRefusal({});
    showTaken();
    m_name->setFocus(Qt::TabFocusReason);
}

void PresetForm::showTaken()
{
    const bool taken = m_model.nameIsTaken(m_name->text());
    m_save->setText(taken ? tr("Replace") : tr("Save"));
    m_save->setEnabled(!m_name->text().trimmed().isEmpty());
    m_refusal->setRefusal(taken ? tr("There is a preset of this name. Saving replaces it.") : QString());
}

void PresetForm::save()
{
    if (!m_save->isEnabled())
        return;
    const PresetsModel::Form form{m_name->text(), m_headphone->text(), m_cable->text(), m_note->toPlainText()};
    if (m_model.save(form, m_model.nameIsTaken(form.name)))
        Q_EMIT finished();
    else
        m_refusal->setRefusal(m_model.message().text);
}

} // namespace gainstage
