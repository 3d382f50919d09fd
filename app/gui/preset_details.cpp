// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/preset_details.h"

#include "app/gui/labels.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

/// A dim head and texts below each other, each row of the same columns.
void addTableRow(QGridLayout &grid, int row, const QStringList &cells, Tone tone, QWidget *parent)
{
    for (int column = 0; column < cells.size(); ++column) {
        auto *cell = makeLabel(cells[column], column == 0 && tone == Tone::Text ? Tone::Dim : tone, parent);
        if (column > 0)
            cell->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid.addWidget(cell, row, column);
    }
}

} // namespace

PresetDetails::PresetDetails(PresetsModel &model, QWidget *parent)
    : Card({}, parent), m_model(model), m_factsPlace(new QVBoxLayout), m_rename(new QLineEdit(this)),
      m_apply(button(tr("Apply"), &PresetDetails::apply))
{
    m_rename->setAccessibleName(tr("New name"));
    m_rename->hide();
    body()->addWidget(m_rename);
    body()->addLayout(m_factsPlace);
    body()->addSpacing(4);
    body()->addLayout(buttons());
    m_apply->setProperty("kind", u"primary"_s);
    connect(m_rename, &QLineEdit::returnPressed, this, [this] { endRename(true); });
    connect(m_rename, &QLineEdit::editingFinished, this, [this] { endRename(false); });
    connect(&model, &PresetsModel::changed, this, &PresetDetails::showModel);
    connect(&model, &PresetsModel::detailsChanged, this, &PresetDetails::showModel);
    showModel();
}

QPushButton *PresetDetails::button(const QString &text, void (PresetDetails::*pressed)())
{
    auto *button = new QPushButton(text, this);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, pressed);
    return button;
}

QLayout *PresetDetails::buttons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_apply);
    row->addStretch(1);
    row->addWidget(button(tr("Rename"), &PresetDetails::beginRename));
    row->addWidget(button(tr("Export…"), &PresetDetails::askExport));
    row->addWidget(button(tr("Delete"), &PresetDetails::remove));
    return row;
}

void PresetDetails::showModel()
{
    const auto details = m_model.details();
    setVisible(details.has_value());
    if (!details)
        return;
    title()->setText(details->name);
    setAccessibleName(details->name);
    m_apply->setEnabled(m_model.canApply() && !details->differences.empty());
    m_apply->setText(m_model.isApplying() ? tr("Applying…") : tr("Apply"));
    showFacts(*details);
}

void PresetDetails::showFacts(const PresetsModel::Details &details)
{
    delete m_facts;
    m_facts = new QWidget(this);
    auto *column = new QVBoxLayout(m_facts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(factRows(details));
    if (!details.known)
        column->addWidget(makeNote(tr("What it would change shows when an amp is connected."), m_facts));
    else if (details.differences.empty())
        column->addWidget(makeLabel(tr("The amp is set up like this."), Tone::Ok, m_facts));
    else
        column->addWidget(differenceTable(details));
    for (const auto &[setting, value, why] : details.notCarried)
        column->addWidget(makeNote(tr("Not carried over: %1 %2. %3").arg(setting, value, why), m_facts));
    m_factsPlace->addWidget(m_facts);
}

QWidget *PresetDetails::factRows(const PresetsModel::Details &details)
{
    auto *facts = new QWidget(m_facts);
    auto *grid = new QGridLayout(facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const std::pair<QString, QString> rows[] = {
        {tr("Headphone"), details.headphone}, {tr("Cable"), details.cable}, {tr("Made on"), details.model}, {tr("Note"), details.note}};
    int row = 0;
    for (const auto &[name, value] : rows) {
        if (value.isEmpty())
            continue;
        auto *head = makeLabel(name, Tone::Dim, facts);
        head->setWordWrap(false);
        grid->addWidget(head, row, 0, Qt::AlignTop);
        grid->addWidget(makeLabel(value, Tone::Text, facts), row++, 1, Qt::AlignTop);
    }
    return facts;
}

QWidget *PresetDetails::differenceTable(const PresetsModel::Details &details)
{
    auto *table = new QWidget(m_facts);
    table->setAccessibleName(tr("What would change"));
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    addTableRow(*grid, 0, {tr("Would change"), tr("Now"), tr("Then")}, Tone::Dim, table);
    int row = 1;
    for (const auto &[setting, now, then] : details.differences)
        addTableRow(*grid, row++, {setting, now, then}, Tone::Text, table);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, column == 0 ? 3 : 2);
    return table;
}

void PresetDetails::beginRename()
{
    m_rename->setText(m_model.selected());
    m_rename->show();
    m_rename->selectAll();
    m_rename->setFocus(Qt::TabFocusReason);
}

void PresetDetails::endRename(bool keep)
{
    if (m_rename->isHidden())
        return;
    m_rename->hide();
    const QString name = m_rename->text().trimmed();
    if (keep && !name.isEmpty() && name != m_model.selected())
        m_model.rename(name);
}

void PresetDetails::askExport()
{
    auto *dialog = new QFileDialog(this, tr("Export preset"), {}, tr("Presets (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(m_model.selected() % u".json"_s);
    connect(dialog, &QFileDialog::fileSelected, &m_model, [this](const QString &path) { m_model.exportFile(path); });
    dialog->open();
}

} // namespace gainstage
