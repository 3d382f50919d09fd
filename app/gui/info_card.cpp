// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/info_card.h"

#include "app/gui/labels.h"

#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gainstage {

InfoCard::InfoCard(AmpPageModel &model, QWidget *parent)
    : Card(tr("Amp"), parent), m_model(model), m_grid(new QGridLayout), m_identify(new QPushButton(tr("Identify"), this)),
      m_refusal(new RefusalLine(this))
{
    m_identify->setProperty("kind", u"link"_s);
    m_identify->setFocusPolicy(Qt::TabFocus);
    m_identify->setToolTip(tr("Lets the amp blink for five seconds"));
    m_identify->setAccessibleName(tr("Identify: lets the amp blink"));
    setCorner(m_identify);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
    body()->addLayout(m_grid);
    body()->addWidget(m_refusal);
    connect(m_identify, &QPushButton::clicked, &model, &AmpPageModel::identify);
    connect(&model, &AmpPageModel::changed, this, &InfoCard::showModel);
    showModel();
}

void InfoCard::showModel()
{
    const auto rows = m_model.rows();
    if (rows != m_rows)
        makeRows(rows);
    m_identify->setVisible(m_model.canIdentify());
    m_refusal->setRefusal(m_model.failure());
    setEnabled(m_model.isLive());
}

void InfoCard::makeRows(const std::vector<AmpPageModel::Row> &rows)
{
    for (std::size_t index = 0; index < std::max(rows.size(), m_rows.size()); ++index) {
        const int row = static_cast<int>(index);
        if (!m_grid->itemAtPosition(row, 0)) {
            QLabel *head = makeLabel({}, Tone::Dim, this);
            head->setWordWrap(false);
            m_grid->addWidget(head, row, 0, Qt::AlignVCenter);
            m_grid->addWidget(new ValueLabel(this), row, 1);
        }
        auto *name = qobject_cast<QLabel *>(m_grid->itemAtPosition(row, 0)->widget());
        auto *value = qobject_cast<ValueLabel *>(m_grid->itemAtPosition(row, 1)->widget());
        const bool there = index < rows.size();
        name->setVisible(there);
        value->setVisible(there);
        if (!there)
            continue;
        name->setText(rows[index].name);
        value->setText(rows[index].value);
        value->setAccessibleName(rows[index].name % u": "_s % rows[index].value);
        setTone(*value, rows[index].alarm ? Tone::Danger : Tone::Text);
    }
    m_rows = rows;
}

} // namespace gainstage
