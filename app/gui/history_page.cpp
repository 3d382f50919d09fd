// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/history_page.h"

#include "app/gui/card.h"
#include "app/gui/labels.h"
#include "app/gui/notice.h"
#include "app/gui/state_card.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace gainstage {

namespace {

constexpr int kRowHeight = 34, kWidest = 1000;

} // namespace

HistoryPage::HistoryPage(HistoryModel &model, QWidget *parent)
    : Page(tr("History"), parent), m_model(model), m_notice(new Notice(body())), m_empty(new StateCard(body())),
      m_card(new Card(tr("What changed"), body())), m_table(new QTableView(m_card))
{
    auto *layout = new QVBoxLayout(body());
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(m_notice);
    layout->addWidget(m_empty);
    layout->addWidget(m_card);
    layout->addStretch(1);
    QLabel *keys = makeNote(tr("Undo with Ctrl+Z, redo with Ctrl+Shift+Z"), m_card);
    keys->setWordWrap(false);
    m_card->setCorner(keys);
    m_card->body()->addWidget(m_table);
    m_table->setModel(&model);
    m_table->setAccessibleName(tr("What changed, newest first"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::What, QHeaderView::Stretch);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_empty->say(tr("Nothing has changed yet"),
                 {tr("Every change that the amp confirmed will be here, with its old and its new value, and can be undone.")});
    connect(&model, &QAbstractItemModel::modelReset, this, &HistoryPage::showModel);
    showModel();
}

void HistoryPage::showModel()
{
    const bool empty = m_model.rowCount() == 0;
    m_empty->setVisible(empty && m_model.problem().isEmpty());
    m_card->setVisible(!empty);
    if (m_model.problem().isEmpty())
        m_notice->silence();
    else
        m_notice->say(Tone::Danger, tr("The history cannot be read"), m_model.problem());
    m_table->setFixedHeight(std::min(m_model.rowCount(), 200) * kRowHeight + m_table->horizontalHeader()->sizeHint().height() + 4);
}

void HistoryPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    body()->layout()->setContentsMargins(24, 24, 24 + std::max(0, width() - kWidest - 48), 24);
}

} // namespace gainstage
