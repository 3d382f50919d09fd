// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/notice.h"

#include "app/gui/labels.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace gainstage {

Notice::Notice(QWidget *parent)
    : QFrame(parent), m_title(makeTitle({}, this)), m_details(makeLabel({}, Tone::Dim, this)), m_action(new QPushButton(this))
{
    setObjectName(u"notice"_s);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 10, 10);
    row->setSpacing(16);
    row->addLayout(texts, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    m_action->setFocusPolicy(Qt::TabFocus);
    connect(m_action, &QPushButton::clicked, this, &Notice::acted);
    hide();
}

void Notice::say(Tone tone, const QString &title, const QString &details, const QString &action)
{
    const bool news = isHidden() || title != m_title->text();
    m_title->setText(title);
    setTone(*m_title, tone);
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(details);
    show();
    if (news) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void Notice::silence()
{
    hide();
}

} // namespace gainstage
