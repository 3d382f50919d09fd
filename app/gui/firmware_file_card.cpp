// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/firmware_file_card.h"

#include "app/gui/buttons.h"
#include "app/gui/drop_area.h"
#include "app/gui/item_list.h"
#include "app/gui/labels.h"
#include "app/gui/toggle_switch.h"

#include <QFileDialog>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

FirmwareFileCard::FirmwareFileCard(FirmwareModel &model, QWidget *parent)
    : Card(tr("Update"), parent), m_model(model),
      m_drop(new DropArea(tr("Choose a firmware file"), tr("or drop it here: a package (.cab) or an image (.img, .bin) from its maker"), this)),
      m_checking(makeLabel(tr("Checking the file…"), Tone::Dim, this)), m_problem(new RefusalLine(this)),
      m_remove(makeButton(tr("Remove"), ButtonKind::Plain, this))
{
    m_chosen = makeChosen();
    m_remove->setProperty("kind", u"link"_s);
    setCorner(m_remove);
    body()->addWidget(m_drop);
    body()->addWidget(m_checking);
    body()->addWidget(m_problem);
    body()->addWidget(m_chosen);
    connect(m_drop, &DropArea::clicked, this, &FirmwareFileCard::askFile);
    connect(m_drop, &DropArea::dropped, &model, &FirmwareModel::choose);
    connect(m_remove, &QPushButton::clicked, &model, &FirmwareModel::dropFile);
    connect(&model, &FirmwareModel::changed, this, &FirmwareFileCard::showModel);
    showModel();
}

QWidget *FirmwareFileCard::makeChosen()
{
    auto *chosen = new QWidget(this);
    auto *column = new QVBoxLayout(chosen);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_name = makeLabel({}, Tone::Dim, chosen);
    m_versions = makeHeadline({}, chosen);
    m_verdict = makeLabel({}, Tone::Text, chosen);
    m_checks = new ItemList(tr("Checks"), chosen);
    m_notesHead = makeTitle(tr("What is new, in the maker's words"), chosen);
    m_notes = makeLabel({}, Tone::Text, chosen);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_install = makeButton({}, ButtonKind::Primary, chosen);
    m_other = makeButton(tr("Choose another file…"), ButtonKind::Plain, chosen);
    for (QWidget *part : std::initializer_list<QWidget *>{m_versions, m_name, m_verdict, makeConsent()})
        column->addWidget(part);
    column->addLayout(buttonRow({m_install, m_other}));
    column->addSpacing(4);
    for (QWidget *part : std::initializer_list<QWidget *>{m_notesHead, m_notes})
        column->addWidget(part);
    column->addSpacing(4);
    for (QWidget *part : std::initializer_list<QWidget *>{makeTitle(tr("Checks"), chosen), m_checks})
        column->addWidget(part);
    connect(m_install, &QPushButton::clicked, this, [this] { m_model.install(m_agreed); });
    connect(m_other, &QPushButton::clicked, this, &FirmwareFileCard::askFile);
    return chosen;
}

/// A deliberate act, where the file is not simply newer.
QWidget *FirmwareFileCard::makeConsent()
{
    m_consent = new QWidget(this);
    auto *row = new QHBoxLayout(m_consent);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_agree = new ToggleSwitch(m_consent);
    m_consentText = makeLabel({}, Tone::Text, m_consent);
    row->addWidget(m_agree, 0, Qt::AlignTop);
    row->addWidget(m_consentText, 1);
    connect(m_agree, &ToggleSwitch::clicked, this, [this] {
        m_agreed = !m_agreed;
        showModel();
    });
    return m_consent;
}

void FirmwareFileCard::showModel()
{
    const auto chosen = m_model.chosen();
    m_drop->setVisible(!chosen && !m_model.isChecking());
    m_drop->setEnabled(m_model.isIdle());
    m_checking->setVisible(m_model.isChecking());
    m_problem->setRefusal(m_model.problem());
    m_chosen->setVisible(chosen.has_value());
    m_remove->setVisible(chosen.has_value());
    if (chosen)
        showChosen(*chosen);
    else
        m_agreed = false;
}

void FirmwareFileCard::showChosen(const FirmwareModel::Chosen &chosen)
{
    m_name->setText(chosen.name);
    m_versions->setText(chosen.versions);
    m_versions->setVisible(!chosen.versions.isEmpty());
    const bool possible = chosen.isAcceptable && chosen.obstacle.isEmpty();
    m_verdict->setText(chosen.obstacle);
    m_verdict->setVisible(!possible);
    setTone(*m_verdict, chosen.isAcceptable ? Tone::Accent : Tone::Danger);
    m_checks->setItems(chosen.checks);
    m_notes->setText(chosen.notes);
    m_notes->setVisible(!chosen.notes.isEmpty());
    m_notesHead->setVisible(!chosen.notes.isEmpty());
    m_consent->setVisible(possible && !chosen.consent.isEmpty());
    m_consentText->setText(chosen.consent);
    m_agree->setShown(m_agreed, false);
    m_agree->setAccessibleName(chosen.consent);
    m_install->setText(chosen.install);
    m_install->setVisible(chosen.isAcceptable);
    m_install->setEnabled(possible && m_model.isIdle() && (chosen.consent.isEmpty() || m_agreed));
    m_other->setEnabled(m_model.isIdle());
}

void FirmwareFileCard::askFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a firmware file"), {}, tr("Firmware (*.cab *.img *.bin);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_model, &FirmwareModel::choose);
    dialog->open();
}

} // namespace gainstage
