// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/item_list.h"

#include "app/gui/labels.h"
#include "app/gui/status_icon.h"

#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

namespace {

using Mark = FirmwareModel::Mark;

Tone toneOf(Mark mark)
{
    return mark == Mark::Refused ? Tone::Danger : mark == Mark::Passed || mark == Mark::ToCome ? Tone::Dim : Tone::Text;
}

/// What the sign says, for those who do not see it.
QString spoken(Mark mark)
{
    switch (mark) {
    case Mark::Passed: return ItemList::tr("done");
    case Mark::Now: return ItemList::tr("now");
    case Mark::ToCome: return ItemList::tr("to come");
    case Mark::Attention:
    case Mark::Refused:
    case Mark::Unknown: break;
    }
    return {};
}

} // namespace

ItemList::ItemList(const QString &name, QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setAccessibleName(name);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
}

void ItemList::setItems(const std::vector<FirmwareModel::Item> &items)
{
    m_items.resize(std::min(m_items.size(), items.size()));
    while (m_rows.size() > items.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    for (std::size_t index = 0; index < items.size(); ++index) {
        if (index < m_items.size() && m_items[index] == items[index])
            continue;
        QWidget *row = makeRow(items[index]);
        m_layout->insertWidget(static_cast<int>(index), row);
        if (index < m_rows.size())
            delete std::exchange(m_rows[index], row);
        else
            m_rows.push_back(row);
    }
    m_items = items;
}

QWidget *ItemList::makeRow(const FirmwareModel::Item &item)
{
    auto *row = new QWidget(this);
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(new StatusIcon(item.mark, row), 0, 0, Qt::AlignTop);
    auto *text = makeLabel(item.text, item.mark == Mark::ToCome ? Tone::Dim : Tone::Text, row);
    if (item.mark == Mark::Now)
        text->setProperty("kind", u"title"_s);
    grid->addWidget(text, 0, 1, Qt::AlignVCenter);
    const QString stands = item.verdict.isEmpty() ? spoken(item.mark) : item.verdict;
    if (!item.verdict.isEmpty()) {
        auto *verdict = makeLabel(item.verdict, toneOf(item.mark), row);
        verdict->setWordWrap(false);
        grid->addWidget(verdict, 0, 2, Qt::AlignTop);
    }
    if (!item.remark.isEmpty()) {
        auto *remark = makeNote(item.remark, row);
        setTone(*remark, item.mark == Mark::Refused ? Tone::Danger : Tone::Dim);
        grid->addWidget(remark, 1, 1, 1, 2);
    }
    if (!item.detail.isEmpty())
        grid->addWidget(makeNote(item.detail, row), 2, 1, 1, 2);
    text->setAccessibleName(u"%1: %2"_s.arg(item.text, stands));
    row->show();
    return row;
}

} // namespace gainstage
