// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/presets_page.h"

#include "app/gui/card.h"
#include "app/gui/labels.h"
#include "app/gui/notice.h"
#include "app/gui/preset_details.h"
#include "app/gui/preset_form.h"
#include "app/gui/preset_list.h"
#include "app/gui/state_card.h"

#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

constexpr int kTwoColumns = 680, kWidest = 1000;

} // namespace

PresetsPage::PresetsPage(PresetsModel &model, QWidget *parent)
    : Page(tr("Presets"), parent), m_model(model), m_notice(new Notice(body())), m_empty(new StateCard(body())),
      m_list(new PresetList(model, body())), m_details(new PresetDetails(model, body())), m_form(new PresetForm(model, body())),
      m_save(new QPushButton(tr("Save set-up…"), body())), m_unreadable(makeNote({}, body()))
{
    auto *layout = new QVBoxLayout(body());
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(m_notice);
    layout->addWidget(m_empty);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(16);
    m_listCard = makeListCard();
    m_columns->addWidget(m_listCard, 2, Qt::AlignTop);
    auto *right = new QVBoxLayout;
    right->addWidget(m_form);
    right->addWidget(m_details);
    right->addStretch(1);
    m_columns->addLayout(right, 3);
    layout->addLayout(m_columns);
    layout->addStretch(1);
    connect(m_notice, &Notice::acted, &model, &PresetsModel::undoRemove);
    connect(m_empty, &StateCard::acted, this, &PresetsPage::beginSaving);
    connect(m_save, &QPushButton::clicked, this, &PresetsPage::beginSaving);
    connect(m_form, &PresetForm::finished, this, &PresetsPage::endSaving);
    connect(&model, &PresetsModel::changed, this, &PresetsPage::showModel);
    m_empty->say(
        tr("No presets yet"),
        {tr("A preset keeps gain, output, volume, filter and everything else of the amp for one headphone, to bring it back whenever you put it on."),
         tr("Set the amp up as you like it, then save it here.")},
        tr("Save set-up…"));
    m_empty->setMaximumWidth(StateCard::kWidest);
    connect(m_empty->addAction(tr("Import…")), &QPushButton::clicked, this, &PresetsPage::askImport);
    showModel();
}

Card *PresetsPage::makeListCard()
{
    auto *card = new Card(tr("Presets"), body());
    auto *import = new QPushButton(tr("Import…"), card);
    import->setProperty("kind", u"link"_s);
    import->setFocusPolicy(Qt::TabFocus);
    m_save->setFocusPolicy(Qt::TabFocus);
    connect(import, &QPushButton::clicked, this, &PresetsPage::askImport);
    card->setCorner(import);
    card->body()->addWidget(m_list);
    card->body()->addWidget(m_unreadable);
    card->body()->addWidget(m_save);
    return card;
}

void PresetsPage::showModel()
{
    const bool empty = m_model.rows().empty();
    m_empty->setVisible(empty && !m_saving);
    m_empty->action()->setEnabled(m_model.canSave());
    m_list->setVisible(!empty);
    m_listCard->setVisible(!empty || m_saving || !m_model.unreadable().isEmpty());
    m_save->setEnabled(m_model.canSave() && !m_saving);
    m_save->setVisible(!empty);
    m_form->setVisible(m_saving);
    m_details->setVisible(!m_saving && !empty);
    m_unreadable->setText(m_model.unreadable().join(u'\n'));
    m_unreadable->setVisible(!m_model.unreadable().isEmpty());
    showMessage();
}

void PresetsPage::showMessage()
{
    const Message &message = m_model.message();
    if (message.kind == Message::Kind::None || m_saving)
        return m_notice->silence();
    const bool problem = message.kind == Message::Kind::Problem;
    m_notice->say(problem ? Tone::Danger : Tone::Text, message.text, {}, m_model.canUndoRemove() && !problem ? tr("Bring back") : QString());
}

void PresetsPage::beginSaving()
{
    if (!m_model.canSave())
        return;
    m_saving = true;
    showModel();
    m_form->begin();
}

void PresetsPage::endSaving()
{
    m_saving = false;
    showModel();
    m_save->setFocus();
}

void PresetsPage::askImport()
{
    auto *dialog = new QFileDialog(this, tr("Import preset"), {}, tr("Presets (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PresetsPage::importFile);
    dialog->open();
}

void PresetsPage::importFile(const QString &path)
{
    m_model.importFile(path, false);
}

void PresetsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_columns->setDirection(width() >= kTwoColumns ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int spare = std::max(0, width() - kWidest - 48);
    body()->layout()->setContentsMargins(24, 24, 24 + spare, 24);
}

} // namespace gainstage
