// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/state_card.h"

#include "app/gui/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gainstage {

StateCard::StateCard(QWidget *parent)
    : QFrame(parent), m_title(makeHeadline({}, this)), m_text(makeLabel({}, Tone::Dim, this)), m_actions(new QHBoxLayout),
      m_action(new QPushButton(this)), m_problem(new RefusalLine(this))
{
    setObjectName(u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    m_actions->setSpacing(8);
    m_actions->addWidget(m_action);
    m_actions->addStretch(1);
    layout->addLayout(m_actions);
    layout->addWidget(m_problem);
    m_action->setProperty("kind", u"primary"_s);
    m_action->setFocusPolicy(Qt::StrongFocus);
    connect(m_action, &QPushButton::clicked, this, &StateCard::acted);
}

void StateCard::say(const QString &title, const QStringList &paragraphs, const QString &action)
{
    m_title->setText(title);
    m_text->setText(paragraphs.join(u"\n\n"_s));
    m_text->setVisible(!paragraphs.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(m_text->text());
}

QPushButton *StateCard::addAction(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setFocusPolicy(Qt::StrongFocus);
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

void StateCard::setProblem(const QString &problem)
{
    m_problem->setRefusal(problem);
}

} // namespace gainstage
