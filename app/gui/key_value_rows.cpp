// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/key_value_rows.h"

#include "app/gui/labels.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

KeyValueRows::KeyValueRows(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
}

void KeyValueRows::setRows(const std::vector<FirmwareModel::Row> &rows)
{
    if (m_body && rows == m_rows)
        return;
    delete m_body;
    m_body = new QWidget(this);
    auto *grid = new QGridLayout(m_body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    int line = 0;
    for (const auto &[name, text] : rows) {
        auto *value = new ValueLabel(m_body);
        value->setText(text);
        value->setAccessibleName(name % u": "_s % text);
        grid->addWidget(makeLabel(name, Tone::Dim, m_body), line, 0);
        grid->addWidget(value, line++, 1);
    }
    m_grid->addWidget(m_body, 0, 0);
    m_body->show();
    m_rows = rows;
}

} // namespace gainstage
