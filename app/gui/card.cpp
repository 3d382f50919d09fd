// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/card.h"

#include "app/gui/labels.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_title(makeTitle(title, this)), m_body(new QVBoxLayout), m_header(new QHBoxLayout)
{
    setObjectName(u"card"_s);
    setAccessibleName(title);
    m_title->setWordWrap(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    m_header->setSpacing(12);
    m_header->addWidget(m_title);
    m_header->addStretch(1);
    layout->addLayout(m_header);
    m_body->setSpacing(8);
    layout->addLayout(m_body);
    layout->addStretch(1);
}

void Card::setCorner(QWidget *corner)
{
    m_header->addWidget(corner, 0, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace gainstage
