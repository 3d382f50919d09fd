// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/firmware_result_card.h"

#include "app/gui/buttons.h"
#include "app/gui/labels.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

using Kind = FirmwareModel::Ended::Kind;

constexpr int kWidestTable = 420; // a value far from its name is hard to follow

/// A sign besides the colour.
QString signOf(Kind kind)
{
    return kind == Kind::Good ? u"✓ "_s : kind == Kind::Bad ? u"⚠ "_s : QString();
}

Tone toneOf(Kind kind)
{
    return kind == Kind::Good ? Tone::Ok : kind == Kind::Bad ? Tone::Danger : Tone::Text;
}

} // namespace

FirmwareResultCard::FirmwareResultCard(FirmwareModel &model, QWidget *parent)
    : Card({}, parent), m_model(model), m_text(makeLabel({}, Tone::Text, this)), m_notes(makeNote({}, this)),
      m_settings(makeTitle(tr("These settings are not what they were before"), this)),
      m_restored(makeLabel(tr("The settings are as they were."), Tone::Ok, this)), m_place(new QVBoxLayout),
      m_restore(makeButton({}, ButtonKind::Primary, this)), m_retry(makeButton(tr("Try again"), ButtonKind::Plain, this)),
      m_dismiss(makeButton(tr("Close"), ButtonKind::Plain, this)), m_problem(new RefusalLine(this))
{
    body()->addWidget(m_text);
    body()->addWidget(m_notes);
    body()->addSpacing(4);
    body()->addWidget(m_settings);
    body()->addLayout(m_place);
    body()->addWidget(m_restored);
    body()->addWidget(m_problem);
    body()->addLayout(buttonRow({m_restore, m_retry, m_dismiss}));
    connect(m_restore, &QPushButton::clicked, &model, &FirmwareModel::restore);
    connect(m_retry, &QPushButton::clicked, &model, &FirmwareModel::tryAgain);
    connect(m_dismiss, &QPushButton::clicked, &model, &FirmwareModel::dismiss);
    connect(&model, &FirmwareModel::changed, this, &FirmwareResultCard::showModel);
    showModel();
}

void FirmwareResultCard::showModel()
{
    const auto ended = m_model.ended();
    setVisible(ended.has_value());
    if (!ended)
        return;
    title()->setText(signOf(ended->kind) % ended->title);
    setTone(*title(), toneOf(ended->kind));
    setAccessibleName(ended->title);
    m_text->setText(ended->paragraphs.join(u"\n\n"_s));
    m_text->setVisible(!ended->paragraphs.isEmpty());
    m_notes->setText(ended->notes.join(u'\n'));
    m_notes->setVisible(!ended->notes.isEmpty());
    m_retry->setVisible(ended->canRetry);
    showSettings(*ended);
}

void FirmwareResultCard::showSettings(const FirmwareModel::Ended &ended)
{
    const bool open = !ended.differences.empty() && !ended.isRestored;
    if (!m_table || ended.differences != m_differences) {
        delete m_table;
        m_table = makeTable(ended.differences);
        m_place->addWidget(m_table);
        m_differences = ended.differences;
    }
    m_table->setVisible(open);
    m_settings->setVisible(open);
    m_restored->setVisible(ended.isRestored);
    m_restore->setVisible(open && (ended.canRestore || ended.isRestoring));
    m_restore->setEnabled(ended.canRestore);
    m_restore->setText(ended.isRestoring ? tr("Bringing back…") : tr("Bring the settings back"));
    m_problem->setRefusal(ended.restoreProblem);
}

QWidget *FirmwareResultCard::makeTable(const std::vector<FirmwareModel::Difference> &differences)
{
    auto *table = new QWidget(this);
    table->setMaximumWidth(kWidestTable);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    int line = 0;
    const auto add = [&](const QString &setting, const QString &before, const QString &after, Tone tone) {
        grid->addWidget(makeLabel(setting, Tone::Dim, table), line, 0);
        int column = 1;
        for (const QString &text : {before, after}) {
            auto *cell = makeLabel(text, tone, table);
            cell->setWordWrap(false);
            cell->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(cell, line, column++);
        }
        ++line;
    };
    add({}, tr("Before"), tr("Now"), Tone::Dim);
    for (const auto &[setting, before, after] : differences)
        add(setting, before, after, Tone::Text);
    return table;
}

} // namespace gainstage
